using System.Data.Common;
using Reporting.Store;
using Reporting.TestSupport.Engines;

namespace Reporting.Store.Tests.Sqlite;

/// <summary>A statement without end stops when whoever reads it leaves, and leaves its connection fit for the next.</summary>
public sealed class InterruptionTests : IAsyncLifetime
{
    private const string Numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)";
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    private TestDatabase _store = null!;
    private Database _database = null!;

    public async Task InitializeAsync()
    {
        _store = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        _database = new(_store.Options, TimeProvider.System);
    }

    public async Task DisposeAsync()
    {
        _database.Dispose();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task Before_its_first_row()
    {
        using var reader = new CancellationTokenSource(Patience);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Task.Run(() => OpenAsync($"{Numbers} SELECT MAX(i) FROM n", reader.Token)).WaitAsync(Hang));
        await AssertAnswersAsync();
    }

    [Fact]
    public async Task Between_two_rows()
    {
        using var reader = new CancellationTokenSource();
        var rows = await OpenAsync($"{Numbers} SELECT i FROM n WHERE i = 1 OR i < 0", reader.Token);
        await using (rows)
        {
            Assert.True(await rows.Rows.ReadAsync());
            reader.CancelAfter(Patience);
            await Assert.ThrowsAnyAsync<DbException>(() => Task.Run(() => rows.Rows.ReadAsync()).WaitAsync(Hang));
        }

        await AssertAnswersAsync();
    }

    private Task<OpenRows> OpenAsync(string sql, CancellationToken cancel) =>
        _database.StreamAsync(command => command.CommandText = sql, cancel);

    private async Task AssertAnswersAsync()
    {
        await using var rows = await OpenAsync("SELECT 7", default);
        Assert.True(await rows.Rows.ReadAsync());
        Assert.Equal(7, rows.Rows.GetInt32(0));
    }
}
