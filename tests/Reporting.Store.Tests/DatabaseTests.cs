using System.Data.Common;
using System.Diagnostics;
using Dapper;

namespace Reporting.Store.Tests;

public sealed class DatabaseTests
{
    private static readonly Query _insert = new("INSERT INTO Axis (Code, Label, Position) VALUES (@Code, @Label, 1);");
    private static readonly Query _relabel = new("UPDATE Axis SET Label = @Label WHERE Code = 'enfance';");
    private static readonly Query _labels = new("SELECT Label FROM Axis ORDER BY Code;");
    private static readonly Query _label = new("SELECT Label FROM Axis WHERE Code = @Code;");
    private static readonly CancellationToken _cancel = CancellationToken.None;

    [OnEveryEngine]
    public async Task What_a_transaction_wrote_is_there_once_it_ends(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await InsertAsync(store.Database, "enfance", "Enfance");
        Assert.Equal("Enfance", await store.Database.FindAsync<string>(_label, new { Code = "enfance" }, _cancel));
        Assert.Null(await store.Database.FindAsync<string>(_label, new { Code = "emploi" }, _cancel));
    }

    [OnEveryEngine]
    public async Task A_transaction_that_throws_leaves_nothing(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Database.WriteAsync<int>(
            TestActs.New(),
            async session =>
            {
                await session.ExecuteAsync(_insert, new { Code = "enfance", Label = "Enfance" });
                throw new InvalidOperationException();
            },
            _cancel));
        Assert.Empty(await LabelsAsync(store.Database));
    }

    [OnEveryEngine]
    public async Task A_foreign_key_is_enforced(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var orphan = new Query("INSERT INTO TerritoryOverlap (Contained, Container) VALUES ('211300553', '200054807');");
        await Assert.ThrowsAnyAsync<DbException>(() =>
            store.Database.WriteAsync(TestActs.New(), session => session.ExecuteAsync(orphan, null), _cancel));
    }

    [OnEveryEngine]
    public async Task A_writer_held_up_by_another_waits_and_then_succeeds(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await InsertAsync(store.Database, "enfance", "Enfance");
        var first = await Relabelling.StartAsync(store.Database, "first");
        var second = Task.Run(() => RelabelAsync(store.Database, "second", _cancel));
        await Task.Delay(200);
        Assert.False(second.IsCompleted);
        await first.EndAsync();
        await second;
        Assert.Equal(["second"], await LabelsAsync(store.Database));
    }

    [OnEveryEngine]
    public async Task A_writer_held_up_by_another_process_waits_and_then_succeeds(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await InsertAsync(store.Database, "enfance", "Enfance");
        using var elsewhere = new Database(store.Options, TimeProvider.System);
        var first = await Relabelling.StartAsync(elsewhere, "first");
        var second = Task.Run(() => RelabelAsync(store.Database, "second", _cancel));
        await Task.Delay(200);
        Assert.False(second.IsCompleted);
        await first.EndAsync();
        await second;
        Assert.Equal(["second"], await LabelsAsync(store.Database));
    }

    [OnEveryEngine]
    public async Task A_writer_that_waits_stops_when_it_is_cancelled(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await InsertAsync(store.Database, "enfance", "Enfance");
        var first = await Relabelling.StartAsync(store.Database, "first");
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var waited = Stopwatch.StartNew();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Task.Run(() => RelabelAsync(store.Database, "second", patience.Token)));
        Assert.InRange(waited.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        await first.EndAsync();
        Assert.Equal(["first"], await LabelsAsync(store.Database));
    }

    [OnEveryEngine]
    public async Task Readers_do_not_wait_for_a_writer_of_other_rows(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await InsertAsync(store.Database, "enfance", "Enfance");
        await InsertAsync(store.Database, "emploi", "Emploi");
        var writer = await Relabelling.StartAsync(store.Database, "changed");
        Assert.Equal("Emploi", await store.Database.FindAsync<string>(_label, new { Code = "emploi" }, _cancel));
        await writer.EndAsync();
    }

    [OnEveryEngine]
    public async Task What_is_streamed_of_one_state_is_of_one_state(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await InsertAsync(store.Database, "enfance", "Enfance");
        await using (var state = await store.Database.OpenStateAsync(_cancel))
        {
            Assert.Equal(1, await CountAsync(state));
            await InsertAsync(store.Database, "emploi", "Emploi");
            Assert.Equal(1, await CountAsync(state));
        }

        await using var later = await store.Database.OpenStateAsync(_cancel);
        Assert.Equal(2, await CountAsync(later));
    }

    private static async Task<int> CountAsync(OpenState state)
    {
        await using var open = await state.StreamAsync(command => command.CommandText = "SELECT Code FROM Axis;", _cancel);
        var count = 0;
        while (await open.Rows.ReadAsync(_cancel))
        {
            count++;
        }

        return count;
    }

    [OnEveryEngine]
    public async Task Nothing_is_read_or_written_for_a_caller_that_has_gone(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var gone = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Database.QueryAsync<string>(_labels, null, gone));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RelabelAsync(store.Database, "any", gone));
    }

    [OnEveryEngine]
    public async Task Many_writers_at_once_all_succeed(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await Task.WhenAll(Enumerable.Range(10, 40).Select(n => InsertAsync(store.Database, $"axe-{n}", $"Axe {n}")));
        Assert.Equal(40, (await LabelsAsync(store.Database)).Count);
    }

    [Fact]
    public async Task Every_SQLite_connection_survives_a_power_cut_and_enforces_foreign_keys()
    {
        await using var store = await TestStore.CreateAsync(TestEngine.Sqlite);
        await using var first = await store.Database.OpenAsync(_cancel);
        await using var second = await store.Database.OpenAsync(_cancel);
        foreach (var connection in new[] { first, second })
        {
            Assert.Equal("wal", await connection.ExecuteScalarAsync<string>("PRAGMA journal_mode;"));
            Assert.Equal(2, await connection.ExecuteScalarAsync<int>("PRAGMA synchronous;"));
            Assert.Equal(1, await connection.ExecuteScalarAsync<int>("PRAGMA foreign_keys;"));
        }
    }

    private static Task<int> InsertAsync(Database database, string code, string label) =>
        database.WriteAsync(TestActs.New(), session => session.ExecuteAsync(_insert, new { Code = code, Label = label }), _cancel);

    private static Task<int> RelabelAsync(Database database, string label, CancellationToken cancel) =>
        database.WriteAsync(TestActs.New(), session => session.ExecuteAsync(_relabel, new { Label = label }), cancel);

    private static Task<IReadOnlyList<string>> LabelsAsync(Database database) =>
        database.QueryAsync<string>(_labels, null, _cancel);

    /// <summary>A transaction that has written and keeps its lock until it is told to end.</summary>
    private sealed class Relabelling(TaskCompletionSource end, Task<int> transaction)
    {
        public static async Task<Relabelling> StartAsync(Database database, string label)
        {
            var written = new TaskCompletionSource();
            var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var transaction = database.WriteAsync(
                TestActs.New(),
                async session =>
                {
                    var rows = await session.ExecuteAsync(_relabel, new { Label = label });
                    written.SetResult();
                    await end.Task;
                    return rows;
                },
                _cancel);
            await Task.WhenAny(written.Task, transaction);
            return new(end, transaction);
        }

        public async Task EndAsync()
        {
            end.SetResult();
            Assert.Equal(1, await transaction);
        }
    }
}
