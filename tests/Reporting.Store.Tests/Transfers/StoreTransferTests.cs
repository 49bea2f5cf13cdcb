using System.Globalization;
using Dapper;
using Reporting.Domain.Campaigns;
using Reporting.Store.Campaigns;
using Reporting.Store.Journal;
using Reporting.Store.Registry;
using Reporting.Store.Returns;
using Reporting.Store.Tests.Returns;
using Reporting.Store.Transfers;

namespace Reporting.Store.Tests.Transfers;

public sealed class StoreTransferTests
{
    private const string Rennes = SampleReturn.Rennes;
    private static readonly Author _operator = new("ada", "exploitant");
    private static readonly CancellationToken _cancel = CancellationToken.None;

    [OnEveryEngine]
    public async Task A_store_that_goes_to_this_engine_and_comes_back_is_what_it_was(TestEngine engine)
    {
        await using var source = await FilledAsync();
        await using var away = await TestStore.CreateEmptyAsync(engine);
        await using var back = await TestStore.CreateEmptyAsync(TestEngine.Sqlite);

        var gone = await TransferAsync(source, away);
        var returned = await TransferAsync(away, back);

        Assert.Equal(TransferTables.OfRelease().Select(table => table.Name), gone.Select(table => table.Name));
        Assert.Equal((23, 3, 2), (Rows(gone, "Territory"), Rows(gone, "ReturnLine"), Rows(gone, "ReturnEvent")));
        Assert.All(gone.Zip(returned).Where(pair => pair.First.Name is not "JournalEntry"), pair => Assert.Equal(pair.First, pair.Second));
        await AssertSameReturnAsync(source, away);
        await AssertSameReturnAsync(source, back);
    }

    [OnEveryEngine]
    public async Task The_journal_goes_along_unbroken_and_tells_of_the_transfer(TestEngine engine)
    {
        await using var source = await FilledAsync();
        await using var target = await TestStore.CreateEmptyAsync(engine);
        await TransferAsync(source, target);

        var (before, after) = (await JournalAsync(source), await JournalAsync(target));
        Assert.Equal(before, after.SkipLast(1));
        Assert.Equal(("magasin.transferer", "ada"), (after[^1].Action, after[^1].Actor));
        Assert.Equal(before[^1].Hash, after[^1].PreviousHash);
    }

    [OnEveryEngine]
    public async Task A_target_that_holds_anything_is_refused_and_left_as_it_is(TestEngine engine)
    {
        await using var source = await FilledAsync();
        await using var target = await TestStore.CreateAsync(engine);
        await new ReferenceData(target.Database).InstallAsync(_cancel);

        await RefusedAsync(source, target, TransferFault.TargetNotEmpty, "Axis");
        Assert.Equal(0, await CountAsync(target, "ReturnVersion"));
    }

    [Fact]
    public async Task A_store_is_not_copied_onto_itself()
    {
        await using var store = await FilledAsync();
        await RefusedAsync(store, store, TransferFault.SameStore, "");
    }

    [Fact]
    public async Task A_source_of_another_release_is_refused()
    {
        await using var source = await TestStore.CreateEmptyAsync(TestEngine.Sqlite);
        await using var target = await TestStore.CreateEmptyAsync(TestEngine.Sqlite);
        var refusal = await Assert.ThrowsAsync<SchemaException>(() => TransferAsync(source, target));
        Assert.Equal((SchemaFault.ScriptMissing, source.Database.Place), (refusal.Fault, refusal.Place));
    }

    [Fact]
    public async Task A_copy_that_differs_in_one_value_is_undone_and_the_row_named()
    {
        await using var source = await FilledAsync();
        await using var target = await TestStore.CreateEmptyAsync(TestEngine.Sqlite);
        await new SchemaInstaller(target.Database, TimeProvider.System).InstallUnrecordedAsync(_cancel);
        await ExecuteAsync(target,
            """
            CREATE TRIGGER Meddler AFTER INSERT ON ReturnLine WHEN NEW.Indicator = 'EMP-1'
            BEGIN UPDATE ReturnLine SET Value = 190.01 WHERE Indicator = 'EMP-1'; END;
            """);

        var refusal = await RefusedAsync(source, target, TransferFault.RowsDiffer, "ReturnLine");

        Assert.Equal("Year 2025, Territory 243500139, Version 1, Indicator EMP-1", refusal.Row);
        Assert.Equal(0, await CountAsync(target, "Territory"));
    }

    [Theory]
    [InlineData("DELETE FROM ReturnExplanation WHERE Position = 2", "Year 2025, Territory 243500139, Version 1, Indicator ENF-1, Position 2")]
    [InlineData("INSERT OR IGNORE INTO ReturnExplanation VALUES (2025, '243500139', 1, 'ENF-1', 9, 'r', 'c', NULL, 0, 't')",
        "Year 2025, Territory 243500139, Version 1, Indicator ENF-1, Position 9")]
    public async Task A_row_too_few_or_too_many_is_found(string meddling, string row)
    {
        await using var source = await FilledAsync();
        await using var target = await TestStore.CreateEmptyAsync(TestEngine.Sqlite);
        await new SchemaInstaller(target.Database, TimeProvider.System).InstallUnrecordedAsync(_cancel);
        await ExecuteAsync(target, $"CREATE TRIGGER Meddler AFTER INSERT ON ReturnExplanation WHEN NEW.Position < 9 BEGIN {meddling}; END;");

        Assert.Equal(row, (await RefusedAsync(source, target, TransferFault.RowsDiffer, "ReturnExplanation")).Row);
    }

    [Fact]
    public async Task What_is_written_to_the_source_meanwhile_is_left_out()
    {
        await using var source = await FilledAsync();
        await using var target = await TestStore.CreateEmptyAsync(TestEngine.Sqlite);
        var granted = false;
        await TransferAsync(source, target, _ =>
        {
            if (!granted)
            {
                granted = true;
                GrantAsync(source, "Pendant la copie").GetAwaiter().GetResult();
            }
        });

        Assert.Equal((2, 1), (await CountAsync(source, "LateException"), await CountAsync(target, "LateException")));
    }

    [Fact]
    public async Task A_transfer_cut_short_leaves_nothing_and_can_be_run_again()
    {
        await using var source = await FilledAsync();
        await using var target = await TestStore.CreateEmptyAsync(TestEngine.Sqlite);
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TransferAsync(
            source, target, progress => { if (progress.Table == "ReturnLine") { stop.Cancel(); } }, stop.Token));
        Assert.Equal(0, await CountAsync(target, "Axis"));

        await TransferAsync(source, target);
        await AssertSameReturnAsync(source, target);
    }

    [Fact]
    public async Task Progress_counts_every_row_of_both_phases_up_to_the_total()
    {
        await using var source = await FilledAsync();
        await using var target = await TestStore.CreateEmptyAsync(TestEngine.Sqlite);
        var reports = new List<TransferProgress>();
        var done = await TransferAsync(source, target, reports.Add);

        var total = done.Sum(table => table.Rows);
        foreach (var phase in Enum.GetValues<TransferPhase>())
        {
            var counts = reports.Where(report => report.Phase == phase).Select(report => report.Done).ToList();
            Assert.Equal(counts.Order(), counts);
            Assert.Equal(total, counts[^1]);
        }

        Assert.All(reports, report => Assert.Equal(total, report.Total));
    }

    private static Task<IReadOnlyList<TransferredTable>> TransferAsync(
        TestStore source, TestStore target, Action<TransferProgress>? report = null, CancellationToken cancel = default) =>
        new StoreTransfer(source.Database, target.Database, TimeProvider.System).RunAsync(_operator, report ?? (_ => { }), cancel);

    private static async Task<TransferException> RefusedAsync(TestStore source, TestStore target, TransferFault fault, string table)
    {
        var refusal = await Assert.ThrowsAsync<TransferException>(() => TransferAsync(source, target));
        Assert.Equal((fault, target.Database.Place, table), (refusal.Fault, refusal.Place, refusal.Table));
        return refusal;
    }

    /// <summary>The reference data, a late exception, and a return posted and deposited.</summary>
    private static async Task<TestStore> FilledAsync()
    {
        var store = await TestStore.CreateAsync(TestEngine.Sqlite);
        await new ReferenceData(store.Database).InstallAsync(_cancel);
        await GrantAsync(store, "Panne du système d'information 🖥️");
        var returns = new ReturnStore(store.Database);
        var first = SampleReturn.Of();
        Assert.True(await returns.AppendAsync(first, TestActs.New(), _cancel));
        Assert.True(await returns.DepositAsync(first, SampleReturn.PostedAt.AddDays(1), TestActs.New(), _cancel));
        return store;
    }

    private static Task GrantAsync(TestStore store, string reason) => new CampaignStore(store.Database).GrantAsync(
        new LateException(Guid.NewGuid(), 2025, Rennes, SampleReturn.PostedAt, "dgcs", SampleReturn.PostedAt.AddDays(30), reason),
        TestActs.New(), _cancel);

    private static async Task AssertSameReturnAsync(TestStore source, TestStore target)
    {
        var written = await new ReturnReader(source.Database).FindAsync(2025, Rennes, null, _cancel);
        Assert.NotNull(written);
        Assert.Equivalent(written, await new ReturnReader(target.Database).FindAsync(2025, Rennes, null, _cancel), strict: true);
    }

    private static async Task<IReadOnlyList<Entry>> JournalAsync(TestStore store)
    {
        await using var connection = await store.Database.OpenAsync(_cancel);
        return [.. await connection.QueryAsync<Entry>("SELECT Sequence, Action, Actor, PreviousHash, Hash FROM JournalEntry ORDER BY Sequence;")];
    }

    private static long Rows(IReadOnlyList<TransferredTable> tables, string name) => tables.Single(table => table.Name == name).Rows;

    private static async Task<int> CountAsync(TestStore store, string table)
    {
        await using var connection = await store.Database.OpenAsync(_cancel);
        return await connection.ExecuteScalarAsync<int>(string.Create(CultureInfo.InvariantCulture, $"SELECT COUNT(*) FROM {table};"));
    }

    private static async Task ExecuteAsync(TestStore store, string sql)
    {
        await using var connection = await store.Database.OpenAsync(_cancel);
        await connection.ExecuteAsync(sql);
    }

    private sealed record Entry
    {
        public long Sequence { get; init; }

        public required string Action { get; init; }

        public required string Actor { get; init; }

        public required string PreviousHash { get; init; }

        public required string Hash { get; init; }
    }
}
