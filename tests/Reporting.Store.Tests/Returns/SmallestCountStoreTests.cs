using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;
using Reporting.Domain.Secrecy;
using Reporting.Domain.Totals;
using Reporting.Store.Journal;
using Reporting.Store.Registry;
using Reporting.Store.Returns;
using Reporting.Store.Totals;

namespace Reporting.Store.Tests.Returns;

public sealed class SmallestCountStoreTests
{
    private static readonly CancellationToken _cancel = CancellationToken.None;

    private static readonly Query _forget = new("DELETE FROM SmallestCount;");

    private static readonly Query _kept = new(
        """
        SELECT Indicator, InValue, InLowerBound, InComparableValue, InDetail FROM SmallestCount ORDER BY Indicator;
        """);

    // ENF-1: 356 families, at least 230, 368 by the method before; 24 counted twice. EMP-1: 190, declared. DRO-4: posts.
    private static readonly Row[] _sample =
    [
        new() { Indicator = "DRO-4" },
        new() { Indicator = "EMP-1", InValue = 190, InLowerBound = 190, InComparableValue = 190, InDetail = 190 },
        new() { Indicator = "ENF-1", InValue = 356, InLowerBound = 126, InComparableValue = 12, InDetail = 24 },
    ];

    [OnEveryEngine]
    public async Task A_line_is_kept_with_the_smallest_counts_that_it_gives_away(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        Assert.Equal(_sample, await store.Database.QueryAsync<Row>(_kept, null, _cancel));
    }

    [OnEveryEngine]
    public async Task What_was_counted_before_they_were_kept_is_completed_once(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        await store.Database.RunAsync([_forget], _cancel);

        await new SmallestCountStore(store.Database).CompleteAsync(Author.Service, _cancel);
        await new SmallestCountStore(store.Database).CompleteAsync(Author.Service, _cancel);

        Assert.Equal(_sample, await store.Database.QueryAsync<Row>(_kept, null, _cancel));
        Assert.Single(
            await new JournalStore(store.Database).NewestAsync(new(), 10, _cancel), entry => entry.Action == "secret.completer");
    }

    [OnEveryEngine]
    public async Task Who_funds_TES_2_is_known_again_by_the_body(TestEngine engine)
    {
        // 40 and 30 people are advised on mobility, the last of whom look for a job; 27 of these are added to EMP-1.
        var employment = new CountedLine
        {
            Indicator = Indicators.Emp1, Gross = 100, Value = 127, LowerBound = 127,
            Explanation = [new("EMP1-MOBILITE", "Annexe 6", null, 27, "27 de TES-2")],
        };
        var mobility = new CountedLine
        {
            Indicator = Indicators.Tes2, Gross = 70, Value = 70, LowerBound = 70,
            Contributions =
            [
                new(1, new() { Action = "4.1", Headcount = 40, WithoutFollowUp = 0, Duplicates = 0, FundingAxis = "transition" }, 40),
                new(2, new() { Action = "2.1", Headcount = 30, WithoutFollowUp = 0, FundingAxis = "emploi" }, 30),
            ],
        };
        var draft = SampleReturn.Of() with
        {
            Counted = new([employment, mobility], [], "annexe6-essai"),
            Body = """{"indicateurs":[{"code":"EMP-1","valeur":100,"dontMobilite":3},{"code":"TES-2","contributions":[{"action":"4.1","axeFinancement":"transition","effectif":40,"sansSuite":0},{"action":"2.1","axeFinancement":"emploi","effectif":30,"sansSuite":0}]}]}""",
        };
        await using var store = await TestStore.CreateAsync(engine);
        await new ReferenceData(store.Database).InstallAsync(_cancel);
        Assert.True(await new ReturnStore(store.Database).AppendAsync(draft, TestActs.New(), _cancel));
        var kept = await store.Database.QueryAsync<Row>(_kept, null, _cancel);
        Assert.Equal([3, 30], kept.Select(row => row.InDetail!.Value));

        await store.Database.RunAsync([_forget], _cancel);
        await new SmallestCountStore(store.Database).CompleteAsync(Author.Service, _cancel);

        Assert.Equal(kept, await store.Database.QueryAsync<Row>(_kept, null, _cancel));
    }

    [OnEveryEngine]
    public async Task Until_then_only_who_reads_everything_reads_it(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        await store.Database.RunAsync([_forget], _cancel);

        Assert.Equal([1.23m, 190, 356], (await FiguresAsync(store, Audience.Everything)).Select(figure => figure.Value!.Value));
        Assert.All(await FiguresAsync(store, Audience.Readers()), figure => Assert.Equal(
            (null, null, null, 0, 1_000_000_000),
            (figure.Value, figure.LowerBound, figure.ComparableValue, figure.Minimum, figure.Maximum)));
    }

    [OnEveryEngine]
    public async Task An_audience_reads_what_its_threshold_lets_it(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        var families = (await FiguresAsync(store, Audience.Public(150))).Single(figure => figure.Indicator == Indicators.Enf1);

        Assert.Equal((356m, null, null), (families.Value, families.LowerBound, families.ComparableValue));
        Assert.Equal((205m, 356m), (families.Minimum, families.Maximum));
    }

    private static Task<IReadOnlyList<Figure>> FiguresAsync(TestStore store, Audience audience) =>
        new FigureStore(store.Database).OfTerritoryAsync(SampleReturn.Year, SampleReturn.Rennes, at: null, audience, _cancel);

    private static async Task<TestStore> CreateAsync(TestEngine engine)
    {
        var store = await TestStore.CreateAsync(engine);
        await new ReferenceData(store.Database).InstallAsync(_cancel);
        var returns = new ReturnStore(store.Database);
        var draft = SampleReturn.Of();
        Assert.True(await returns.AppendAsync(draft, TestActs.New(), _cancel));
        Assert.True(await returns.DepositAsync(draft, SampleReturn.PostedAt.AddDays(1), TestActs.New(), _cancel));
        return store;
    }

    private sealed record Row
    {
        public required string Indicator { get; init; }

        public decimal? InValue { get; init; }

        public decimal? InLowerBound { get; init; }

        public decimal? InComparableValue { get; init; }

        public decimal? InDetail { get; init; }
    }
}
