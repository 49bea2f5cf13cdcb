using System.Data;
using CsCheck;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Reporting.Store.Tests;

public sealed class ColumnTypesTests
{
    private const long LargestInCents = 999_999_999_999_999;

    private static readonly Gen<decimal> _figures = Gen.Long[-LargestInCents, LargestInCents].Select(cents => cents / 100m);

    private static readonly Gen<DateTimeOffset> _instants =
        from milliseconds in Gen.Long[0, 253_402_300_799_999]
        from quarters in Gen.Int[-48, 48]
        let utc = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
        select utc.Year is 1970 or 9999 ? utc : utc.ToOffset(TimeSpan.FromMinutes(15 * quarters));

    [OnEveryEngine]
    public async Task A_figure_of_two_decimals_reads_back_as_it_was_written(TestEngine engine)
    {
        await using var store = await NotebookAsync(engine);
        await using var connection = await store.Database.OpenAsync(CancellationToken.None);
        await _figures.Array[200].SampleAsync(
            async figures =>
            {
                await RewriteAsync(connection, figures.Select((figure, id) => new Note { Id = id, Figure = figure }));
                var read = await connection.QueryAsync<decimal>("SELECT Figure FROM Note ORDER BY Id;");
                return read.SequenceEqual(figures);
            },
            iter: 10,
            threads: 1);
    }

    [OnEveryEngine]
    public async Task The_largest_the_smallest_and_the_awkward_figures_read_back(TestEngine engine)
    {
        decimal[] figures = [9_999_999_999_999.99m, -9_999_999_999_999.99m, 0.01m, -0.01m, 0m, 0.10m, 1.15m, 4_503_599_627_370.49m];
        await using var store = await NotebookAsync(engine);
        await using var connection = await store.Database.OpenAsync(CancellationToken.None);
        await RewriteAsync(connection, figures.Select((figure, id) => new Note { Id = id, Figure = figure }));
        Assert.Equal(figures, await connection.QueryAsync<decimal>("SELECT Figure FROM Note ORDER BY Id;"));
    }

    [OnEveryEngine]
    public async Task Figures_add_up_to_the_cent(TestEngine engine)
    {
        await using var store = await NotebookAsync(engine);
        await using var connection = await store.Database.OpenAsync(CancellationToken.None);
        await RewriteAsync(connection, Enumerable.Range(0, 1000).Select(id => new Note { Id = id, Figure = 1_234_567.89m }));
        Assert.Equal(1_234_567_890m, await connection.QuerySingleAsync<decimal>("SELECT SUM(Figure) AS Figure FROM Note;"));
    }

    [OnEveryEngine]
    public async Task An_instant_reads_back_to_the_millisecond_in_universal_time(TestEngine engine)
    {
        await using var store = await NotebookAsync(engine);
        await using var connection = await store.Database.OpenAsync(CancellationToken.None);
        await _instants.Array[200].SampleAsync(
            async instants =>
            {
                await RewriteAsync(connection, instants.Select((at, id) => new Note { Id = id, At = at }));
                var read = await connection.QueryAsync<DateTimeOffset>("SELECT At FROM Note ORDER BY Id;");
                return read.Zip(instants).All(pair => pair.First.EqualsExact(pair.Second.ToUniversalTime()));
            },
            iter: 10,
            threads: 1);
    }

    [OnEveryEngine]
    public async Task Instants_sort_as_time_does_whatever_their_offset(TestEngine engine)
    {
        await using var store = await NotebookAsync(engine);
        await using var connection = await store.Database.OpenAsync(CancellationToken.None);
        await _instants.Array[200].SampleAsync(
            async instants =>
            {
                await RewriteAsync(connection, instants.Select((at, id) => new Note { Id = id, At = at }));
                var read = await connection.QueryAsync<DateTimeOffset>("SELECT At FROM Note ORDER BY At;");
                return read.SequenceEqual(instants.Order());
            },
            iter: 10,
            threads: 1);
    }

    [OnEveryEngine]
    public async Task What_is_finer_than_a_millisecond_is_cut_off_when_written_and_when_compared(TestEngine engine)
    {
        var noon = new DateTimeOffset(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);
        await using var store = await NotebookAsync(engine);
        await using var connection = await store.Database.OpenAsync(CancellationToken.None);
        await RewriteAsync(connection, [new Note { Id = 1, At = noon.AddTicks(9_999) }]);
        Assert.Equal(noon, await connection.QuerySingleAsync<DateTimeOffset>(
            "SELECT At FROM Note WHERE At = @Same;", new { Same = noon.AddTicks(5_001) }));
    }

    [OnEveryEngine]
    public async Task An_absent_figure_and_an_absent_instant_stay_absent(TestEngine engine)
    {
        await using var store = await NotebookAsync(engine);
        await using var connection = await store.Database.OpenAsync(CancellationToken.None);
        await RewriteAsync(connection, [new Note { Id = 7 }]);
        var read = await connection.QuerySingleAsync<Note>("SELECT Id, Figure, At FROM Note;");
        Assert.Equal(new Note { Id = 7 }, read);
    }

    [Fact]
    public void Both_engines_are_given_the_same_instant()
    {
        var paris = new DateTimeOffset(2026, 3, 31, 23, 59, 59, 999, TimeSpan.FromHours(2)).AddTicks(9_999);
        var sqlite = new SqliteParameter();
        var sqlServer = new SqlParameter();
        new ColumnTypes.InstantHandler().SetValue(sqlite, paris);
        new ColumnTypes.InstantHandler().SetValue(sqlServer, paris);
        Assert.Equal("2026-03-31T21:59:59.999Z", sqlite.Value);
        Assert.Equal(DbType.DateTimeOffset, sqlServer.DbType);
        Assert.True(new DateTimeOffset(2026, 3, 31, 21, 59, 59, 999, TimeSpan.Zero).EqualsExact((DateTimeOffset)sqlServer.Value));
    }

    [Fact]
    public void SQL_Server_is_given_figures_as_exact_decimals()
    {
        var parameter = new SqlParameter();
        new ColumnTypes.FigureHandler().SetValue(parameter, 9_999_999_999_999.99m);
        Assert.Equal(DbType.Decimal, parameter.DbType);
        Assert.Equal(9_999_999_999_999.99m, parameter.Value);
    }

    private static async Task<TestStore> NotebookAsync(TestEngine engine)
    {
        var store = await TestStore.CreateEmptyAsync(engine);
        await using var connection = await store.Database.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync(engine is TestEngine.Sqlite
            ? "CREATE TABLE Note (Id INTEGER NOT NULL, Figure REAL NULL, At TEXT NULL) STRICT;"
            : "CREATE TABLE Note (Id int NOT NULL, Figure decimal(18,2) NULL, At datetimeoffset(3) NULL);");
        return store;
    }

    private static async Task RewriteAsync(IDbConnection connection, IEnumerable<Note> notes)
    {
        using var transaction = connection.BeginTransaction();
        await connection.ExecuteAsync("DELETE FROM Note;", transaction: transaction);
        await connection.ExecuteAsync("INSERT INTO Note (Id, Figure, At) VALUES (@Id, @Figure, @At);", notes, transaction);
        transaction.Commit();
    }

    private sealed record Note
    {
        public int Id { get; init; }

        public decimal? Figure { get; init; }

        public DateTimeOffset? At { get; init; }
    }
}
