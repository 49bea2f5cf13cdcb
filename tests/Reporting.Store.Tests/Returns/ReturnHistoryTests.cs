using Microsoft.Extensions.Time.Testing;
using Reporting.Domain.Returns;
using Reporting.Domain.Secrecy;
using Reporting.Store.Registry;
using Reporting.Store.Returns;
using Reporting.Store.Totals;

namespace Reporting.Store.Tests.Returns;

public sealed class ReturnHistoryTests
{
    private const int Year = SampleReturn.Year;
    private static readonly CancellationToken _cancel = CancellationToken.None;

    private static readonly Query _inForce = new(
        """
        SELECT Territory, Indicator, Version, State, Value, Region, DepositedAt FROM ResultInForce
        ORDER BY Territory, Indicator;
        """);

    private static readonly Query _standing = new(
        """
        SELECT Territory, Indicator, Version, State, Value, Region, DepositedAt FROM ResultHistory
        WHERE UntilAt IS NULL
        ORDER BY Territory, Indicator;
        """);

    private static readonly Query _overlapping = new(
        """
        SELECT COUNT(*)
        FROM ResultHistory a
        JOIN ResultHistory b ON b.Year = a.Year AND b.Territory = a.Territory AND b.Indicator = a.Indicator
            AND b.FromAt > a.FromAt AND (a.UntilAt IS NULL OR b.FromAt < a.UntilAt);
        """);

    // The store and the domain each define what is in force: over many lives, at every instant, they say the same.
    [OnEveryEngine]
    public async Task What_the_store_finds_in_force_at_any_instant_is_what_the_life_of_the_return_says(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        var reader = new ReturnReader(store.Database);
        var random = new Random(20260301);
        foreach (var territory in (await new TerritoryStore(store.Database).AllAsync(at: null, _cancel)).Take(12))
        {
            var life = await LiveAsync(store, territory.Siren, random);
            Assert.Equal(life.Events, (await new ReturnLifeReader(store.Database).ReadAsync(Year, territory.Siren, _cancel)).Events);
            Assert.Equal(life.Latest?.Version, (await reader.FindAsync(Year, territory.Siren, null, _cancel))?.Version);
            foreach (var at in life.Events.SelectMany(entry => new[] { entry.At, entry.At.AddMilliseconds(-1) }).Distinct())
            {
                var expected = life.AsOf(at).InForce;
                var found = await reader.AsOfAsync(Year, territory.Siren, null, at, _cancel);
                Assert.Equal((at, expected?.Version, expected?.State), (at, found?.Version, found?.State));
                Assert.Equal(
                    expected is null ? [] : [expected.Version],
                    (await new FigureStore(store.Database).OfTerritoryAsync(Year, territory.Siren, at, Audience.Everything, _cancel)).Select(figure => (int)figure.Value!.Value));
            }
        }

        var now = await store.Database.QueryAsync<Row>(_inForce, null, _cancel);
        Assert.NotEmpty(now);
        Assert.Equal(now, await store.Database.QueryAsync<Row>(_standing, null, _cancel));
        Assert.Equal(0, await store.Database.FindAsync<int>(_overlapping, null, _cancel));
    }

    [OnEveryEngine]
    public async Task What_is_dated_too_long_before_its_commit_is_not_written(TestEngine engine)
    {
        var clock = new FakeTimeProvider(SampleReturn.PostedAt);
        await using var store = await CreateAsync(engine, clock);
        var returns = new ReturnStore(store.Database);
        clock.Advance(Database.LongestWrite);
        Assert.True(await returns.AppendAsync(SampleReturn.Of(), TestActs.New() with { DatedAt = SampleReturn.PostedAt }, _cancel));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(await returns.DepositAsync(
            SampleReturn.Of(), SampleReturn.PostedAt, TestActs.New() with { DatedAt = SampleReturn.PostedAt }, _cancel));
        Assert.Equal(ReturnState.Draft, (await new ReturnReader(store.Database).FindAsync(Year, SampleReturn.Rennes, null, _cancel))!.State);
    }

    private static async Task<TestStore> CreateAsync(TestEngine engine, TimeProvider? time = null)
    {
        var store = await TestStore.CreateAsync(engine, time);
        await new ReferenceData(store.Database).InstallAsync(_cancel);
        return store;
    }

    // Up to twenty things that may happen, often at one instant.
    private static async Task<ReturnLife> LiveAsync(TestStore store, string territory, Random random)
    {
        var returns = new ReturnStore(store.Database);
        var life = new ReturnLife([]);
        var at = SampleReturn.PostedAt.ToUniversalTime();
        for (var step = 0; step < 20; step++)
        {
            at = at.AddMinutes(random.Next(3));
            var (sequence, version) = (life.Events.Count + 1, life.Events.Count == 0 ? 1 : life.Events.Max(entry => entry.Version) + 1);
            ReturnEvent? added = random.Next(6) switch
            {
                0 => new(sequence, version, ReturnState.Draft, at),
                1 or 2 when life.Latest is { State: ReturnState.Draft } draft => new(sequence, draft.Version, ReturnState.Deposited, at),
                3 when life.Awaiting is { } awaiting => new(sequence, awaiting.Version, ReturnState.Validated, at) { Review = new("dgcs", null, null) },
                4 when life.InForce is { } standing => new(sequence, standing.Version, ReturnState.SentBack, at) { Review = new("dgcs", "Revoir", at.AddDays(15)) },
                5 when life.InForce is { } counted => new(sequence, version, counted.State, at) { RecountOf = counted.Version },
                _ => null,
            };
            if (added is null)
            {
                continue;
            }

            var stored = SampleReturn.Of(added.Version, sequence, added.Version, Year, territory) with
            {
                State = added.State,
                RecordedAt = at,
                RecordedBy = "essai",
                RecountOf = added.RecountOf,
                Origin = Origin(life, added),
            };
            Assert.True(
                added.RecountOf is not null ? await returns.RecountAsync([stored], TestActs.New(), _cancel)
                : added.State is ReturnState.Draft ? await returns.AppendAsync(stored, TestActs.New(), _cancel)
                : await returns.AddAsync(Year, territory, added, TestActs.New(), _cancel));
            life = new([.. life.Events, added with { Actor = "essai" }]);
        }

        return life;
    }

    private static int? Origin(ReturnLife life, ReturnEvent added)
    {
        var origin = added.RecountOf;
        while (origin is { } version && life.Events.FirstOrDefault(entry => entry.Version == version)?.RecountOf is { } before)
        {
            origin = before;
        }

        return origin;
    }

    private sealed record Row
    {
        public string? Territory { get; init; }

        public string? Indicator { get; init; }

        public int Version { get; init; }

        public string? State { get; init; }

        public decimal Value { get; init; }

        public string? Region { get; init; }

        public DateTimeOffset DepositedAt { get; init; }
    }
}
