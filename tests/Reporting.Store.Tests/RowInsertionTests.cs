using Dapper;

namespace Reporting.Store.Tests;

public sealed class RowInsertionTests
{
    private static readonly Query _insert = new(
        "INSERT INTO Note (Id, Text, Figure, At, Flag) VALUES (@Id, @Text, @Figure, @At, @Flag);");

    private static readonly DateTimeOffset _noon = new(2026, 3, 31, 12, 0, 0, 123, TimeSpan.FromHours(2));
    private static readonly CancellationToken _cancel = CancellationToken.None;

    // 5 columns: 400 rows a statement at most on SQL Server, so one, one full, one more than full, and several.
    [OnEveryEngine]
    public async Task Any_number_of_rows_reads_back_as_inserted(TestEngine engine)
    {
        foreach (var count in new[] { 0, 1, 2, 400, 401, 1_237 })
        {
            await using var store = await NotebookAsync(engine);
            var rows = Enumerable.Range(0, count).Select(Row).ToList();
            await InsertAsync(store, rows);
            Assert.Equal(rows, await ReadAsync(store));
        }
    }

    [OnEveryEngine]
    public async Task A_text_longer_than_most_is_kept_whole_and_one_refused_row_refuses_all(TestEngine engine)
    {
        await using var store = await NotebookAsync(engine);
        Note[] rows = [Row(1) with { Text = new string('é', 5_000) }, Row(2)];
        await InsertAsync(store, rows);
        Assert.Equal(rows, await ReadAsync(store));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => InsertAsync(store, [Row(3), Row(1)]));
        Assert.Equal(rows, await ReadAsync(store));
    }

    private static Note Row(int id) => new()
    {
        Id = id,
        Text = id % 3 == 0 ? null : $"Texte « {id} »",
        Figure = id % 4 == 0 ? null : 9_999_999_999_000m + (id / 100m),
        At = id % 5 == 0 ? null : _noon.AddHours(id).ToUniversalTime(),
        Flag = id % 2 == 0,
    };

    private static async Task<TestStore> NotebookAsync(TestEngine engine)
    {
        var store = await TestStore.CreateAsync(engine);
        await using var connection = await store.Database.OpenAsync(_cancel);
        await connection.ExecuteAsync(engine is TestEngine.Sqlite
            ? "CREATE TABLE Note (Id INTEGER NOT NULL, Text TEXT NULL, Figure REAL NULL, At TEXT NULL, Flag INTEGER NOT NULL, CONSTRAINT PK_Note PRIMARY KEY (Id)) STRICT;"
            : "CREATE TABLE Note (Id int NOT NULL, Text nvarchar(max) NULL, Figure decimal(18,2) NULL, At datetimeoffset(3) NULL, Flag bit NOT NULL, CONSTRAINT PK_Note PRIMARY KEY CLUSTERED (Id));");
        return store;
    }

    private static Task<bool> InsertAsync(TestStore store, IReadOnlyList<Note> rows) => store.Database.WriteAsync(
        TestActs.New(),
        async session =>
        {
            await session.InsertAsync(_insert, rows);
            return true;
        },
        _cancel);

    private static async Task<IEnumerable<Note>> ReadAsync(TestStore store)
    {
        await using var connection = await store.Database.OpenAsync(_cancel);
        return await connection.QueryAsync<Note>("SELECT Id, Text, Figure, At, Flag FROM Note ORDER BY Id;");
    }

    private sealed record Note
    {
        public int Id { get; init; }

        public string? Text { get; init; }

        public decimal? Figure { get; init; }

        public DateTimeOffset? At { get; init; }

        public bool Flag { get; init; }
    }
}
