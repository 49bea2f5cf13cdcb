using System.Data.Common;

namespace Reporting.Store.Tests.Sqlite;

/// <summary>A statement without end stops when whoever reads it leaves, and leaves its connection fit for the next.</summary>
public sealed class InterruptionTests
{
    private const string Numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)";

    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan _hang = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Before_its_first_row()
    {
        await using var store = await TestStore.CreateAsync(TestEngine.Sqlite);
        using var reader = new CancellationTokenSource(_patience);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Task.Run(() => OpenAsync(store.Database, $"{Numbers} SELECT MAX(i) FROM n", reader.Token)).WaitAsync(_hang));
        await AssertAnswersAsync(store.Database);
    }

    [Fact]
    public async Task Between_two_rows()
    {
        await using var store = await TestStore.CreateAsync(TestEngine.Sqlite);
        using var reader = new CancellationTokenSource();
        var rows = await OpenAsync(store.Database, $"{Numbers} SELECT i FROM n WHERE i = 1 OR i < 0", reader.Token);
        await using (rows)
        {
            Assert.True(await rows.Rows.ReadAsync());
            reader.CancelAfter(_patience);
            await Assert.ThrowsAnyAsync<DbException>(() => Task.Run(() => rows.Rows.ReadAsync()).WaitAsync(_hang));
        }

        await AssertAnswersAsync(store.Database);
    }

    private static Task<OpenRows> OpenAsync(Database database, string sql, CancellationToken cancel) =>
        database.StreamAsync(command => command.CommandText = sql, cancel);

    private static async Task AssertAnswersAsync(Database database)
    {
        await using var rows = await OpenAsync(database, "SELECT 7", default);
        Assert.True(await rows.Rows.ReadAsync());
        Assert.Equal(7, rows.Rows.GetInt32(0));
    }
}
