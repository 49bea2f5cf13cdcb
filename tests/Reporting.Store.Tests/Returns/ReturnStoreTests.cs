using System.Data.Common;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;
using Reporting.Domain.Secrecy;
using Reporting.Store.Registry;
using Reporting.Store.Returns;
using Reporting.Store.Totals;

namespace Reporting.Store.Tests.Returns;

public sealed class ReturnStoreTests
{
    private const int Year = SampleReturn.Year;
    private const string Rennes = SampleReturn.Rennes;
    private static readonly CancellationToken _cancel = CancellationToken.None;

    private static readonly Query _contributions = new(
        """
        SELECT Position, Action, LocalIndicator, Label, Headcount, Retained, Duplicates
        FROM ReturnContribution ORDER BY Position;
        """);

    private static readonly Query _versions = new("SELECT COUNT(*) FROM ReturnVersion;");
    private static readonly Query _lines = new("SELECT COUNT(*) FROM ReturnLine;");

    [OnEveryEngine]
    public async Task A_version_is_read_back_exactly_as_written(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        var written = SampleReturn.Of() with { Fictitious = true };
        Assert.True(await new ReturnStore(store.Database).AppendAsync(written, TestActs.New(), _cancel));
        var read = await LatestAsync(store);
        Assert.Equal(written with { Counted = read.Counted }, read);
        Assert.Equal("annexe6-essai", read.Counted.RuleVersion);
        Assert.Null(read.DepositedAt);
    }

    [OnEveryEngine]
    public async Task Lines_keep_their_decimals_bounds_explanations_and_method_change(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        await new ReturnStore(store.Database).AppendAsync(SampleReturn.Of(), TestActs.New(), _cancel);
        var read = (await LatestAsync(store)).Counted.Lines;
        Assert.Equal(["ENF-1", "EMP-1", "DRO-4"], read.Select(line => line.Indicator.Code));
        Assert.Equal(
            SampleReturn.Lines.Select(line => line with { Contributions = [], Explanation = [] }),
            read.Select(line => line with { Contributions = [], Explanation = [] }));
        Assert.Equal(SampleReturn.Lines.SelectMany(line => line.Explanation), read.SelectMany(line => line.Explanation));
        Assert.Equal(368, read[0].ComparableValue);
        Assert.True(read[1].Derived);
    }

    [OnEveryEngine]
    public async Task Findings_keep_their_other_places_and_their_fixes(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        await new ReturnStore(store.Database).AppendAsync(SampleReturn.Of(), TestActs.New(), _cancel);
        var read = (await LatestAsync(store)).Counted.Findings;
        Assert.Equivalent(SampleReturn.Findings, read, strict: true);
        Assert.Equal(["/indicateurs/2"], read[0].OtherPointers);
        Assert.Equal([PatchOperation.Remove("/indicateurs/0/contributions/0/doublons")], read[0].Fix);
    }

    [OnEveryEngine]
    public async Task Contributions_are_kept_with_what_the_rules_left_of_them(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        await new ReturnStore(store.Database).AppendAsync(SampleReturn.Of(), TestActs.New(), _cancel);
        Assert.Equal(
            [
                new() { Position = 1, Action = "1.1", LocalIndicator = "L1", Label = "Maraude « familles »", Headcount = 180, Retained = 150 },
                new() { Position = 2, Action = "1.2", Headcount = 230, Retained = 230, Duplicates = 24 },
            ],
            await store.Database.QueryAsync<ContributionRow>(_contributions, null, _cancel));
    }

    [OnEveryEngine]
    public async Task The_latest_version_is_read_unless_one_is_named(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        var returns = new ReturnStore(store.Database);
        await returns.AppendAsync(SampleReturn.Of(1, 1), TestActs.New(), _cancel);
        await returns.AppendAsync(SampleReturn.Of(2, 2), TestActs.New(), _cancel);
        var reader = new ReturnReader(store.Database);
        Assert.Equal($"{2:d64}", (await LatestAsync(store)).Digest);
        Assert.Equal($"{1:d64}", (await reader.FindAsync(Year, Rennes, 1, _cancel))!.Digest);
        Assert.Null(await reader.FindAsync(Year, Rennes, 3, _cancel));
        Assert.Null(await reader.FindAsync(Year - 1, Rennes, null, _cancel));
    }

    [OnEveryEngine]
    public async Task A_second_writer_at_the_same_event_loses_and_leaves_nothing(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        var returns = new ReturnStore(store.Database);
        Assert.True(await returns.AppendAsync(SampleReturn.Of(1, 1), TestActs.New(), _cancel));
        Assert.False(await returns.AppendAsync(SampleReturn.Of(1, 1), TestActs.New(), _cancel));
        Assert.False(await returns.AppendAsync(SampleReturn.Of(2, 1), TestActs.New(), _cancel));
        Assert.Equal((1, 3), await RowsAsync(store));
    }

    [OnEveryEngine]
    public async Task Of_twenty_writers_at_the_same_event_one_wins(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        var returns = new ReturnStore(store.Database);
        var won = await Task.WhenAll(Enumerable.Range(1, 20)
            .Select(version => Task.Run(() => returns.AppendAsync(SampleReturn.Of(version, 1), TestActs.New(), _cancel))));
        Assert.Single(won, wins => wins);
        Assert.Equal((1, 3), await RowsAsync(store));
        Assert.Equal(Array.IndexOf(won, true) + 1, (await LatestAsync(store)).Version);
    }

    [OnEveryEngine]
    public async Task A_version_refused_half_way_leaves_nothing(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        var impossible = SampleReturn.Of() with
        {
            Counted = new([.. SampleReturn.Lines, new() { Indicator = Indicators.Tes1, Gross = 1, Value = 1, LowerBound = 2 }], [], "r"),
        };
        await Assert.ThrowsAnyAsync<DbException>(() => new ReturnStore(store.Database).AppendAsync(impossible, TestActs.New(), _cancel));
        Assert.Equal((0, 0), await RowsAsync(store));
    }

    [OnEveryEngine]
    public async Task A_deposit_dates_the_version_and_moves_its_state(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        var returns = new ReturnStore(store.Database);
        var draft = SampleReturn.Of();
        await returns.AppendAsync(draft, TestActs.New(), _cancel);
        Assert.Empty(await StatesAsync(store));
        Assert.True(await returns.DepositAsync(draft, SampleReturn.PostedAt.AddDays(1), TestActs.New(), _cancel));
        Assert.False(await returns.DepositAsync(draft, SampleReturn.PostedAt.AddDays(2), TestActs.New(), _cancel));
        var read = await LatestAsync(store);
        Assert.Equal(
            (2, ReturnState.Deposited, SampleReturn.PostedAt.AddDays(1)), (read.Sequence, read.State, read.DepositedAt));
        Assert.Equal(ReturnState.Deposited, (await StatesAsync(store))[Rennes]);
    }

    [OnEveryEngine]
    public async Task The_last_deposited_version_stays_in_force_until_a_newer_one_is_deposited(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        var returns = new ReturnStore(store.Database);
        var first = SampleReturn.Of(1, 1, value: 100);
        var second = SampleReturn.Of(2, 3, value: 70);
        await returns.AppendAsync(first, TestActs.New(), _cancel);
        Assert.Empty(await FamiliesAsync(store));
        await returns.DepositAsync(first, SampleReturn.PostedAt, TestActs.New(), _cancel);
        await returns.AppendAsync(second, TestActs.New(), _cancel);
        Assert.Equal([100m], await FamiliesAsync(store));
        Assert.Equal(ReturnState.Draft, (await LatestAsync(store)).State);
        await returns.DepositAsync(second, SampleReturn.PostedAt.AddDays(1), TestActs.New(), _cancel);
        Assert.Equal([70m], await FamiliesAsync(store));
        Assert.Single(await StatesAsync(store));
    }

    private static async Task<TestStore> CreateAsync(TestEngine engine)
    {
        var store = await TestStore.CreateAsync(engine);
        await new ReferenceData(store.Database).InstallAsync(_cancel);
        return store;
    }

    private static async Task<StoredReturn> LatestAsync(TestStore store) =>
        (await new ReturnReader(store.Database).FindAsync(Year, Rennes, null, _cancel))!;

    private static Task<IReadOnlyDictionary<string, ReturnState>> StatesAsync(TestStore store) =>
        new ReturnReader(store.Database).StatesAsync(Year, at: null, _cancel);

    private static async Task<IEnumerable<decimal>> FamiliesAsync(TestStore store) =>
        (await new FigureStore(store.Database).OfYearAsync(Year, at: null, Audience.Everything, _cancel)).Select(figure => figure.Value!.Value);

    private static async Task<(int Versions, int Lines)> RowsAsync(TestStore store) => (
        await store.Database.FindAsync<int>(_versions, null, _cancel),
        await store.Database.FindAsync<int>(_lines, null, _cancel));

    private sealed record ContributionRow
    {
        public int Position { get; init; }

        public string? Action { get; init; }

        public string? LocalIndicator { get; init; }

        public string? Label { get; init; }

        public decimal Headcount { get; init; }

        public decimal Retained { get; init; }

        public decimal? Duplicates { get; init; }
    }
}
