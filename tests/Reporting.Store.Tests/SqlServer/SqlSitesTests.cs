using System.Data.Common;
using Dapper;

namespace Reporting.Store.Tests.SqlServer;

public sealed class SqlSitesTests
{
    [Fact]
    public void The_store_runs_nothing_that_the_compile_check_was_not_given() => Assert.Equal(
        [
            "Database.OpenAsync", // settings of a SQLite connection
            "Query.ForRows", // compiled for every insertion by QueryCompilationTests
            "Session.Command", // the text of a catalogued query
            "Session.CreateCommand",
            "Session.ExecuteAsync",
            "Session.QueryAsync",
            "Session.ReadAsync",
            "SqlScript.Batches", // a batch of a script of db/
            "TransferTable.Insert", // compiled for every table by TransferTablesTests
            "TransferTable.get_Count",
            "TransferTable.get_Select",
            "TransferTables.OfRelease", // SQLite's own catalogue
            "TransferTables.Read",
        ],
        SqlSites.In(typeof(Query).Assembly));

    [Theory]
    [InlineData(nameof(Stray.Local))]
    [InlineData(nameof(Stray.Lambda))]
    [InlineData(nameof(Stray.TextAsync))]
    [InlineData(nameof(Stray.DirectAsync))]
    public void A_query_that_it_was_not_given_is_found(string method) =>
        Assert.Contains($"Stray.{method}", SqlSites.In(typeof(SqlSitesTests).Assembly));

    [Fact]
    public void A_catalogued_query_is_none() =>
        Assert.DoesNotContain("Stray..cctor", SqlSites.In(typeof(SqlSitesTests).Assembly));

    private static class Stray
    {
        private static readonly Query _catalogued = new("SELECT Code FROM Axis;");

        public static Query Local() => new("SELECT Foo FROM Axis;");

        public static Func<Query> Lambda() => () => new("SELECT Foo FROM Axis;");

        public static async Task TextAsync(DbCommand command)
        {
            await Task.Yield();
            command.CommandText = _catalogued.For(Engine.SqlServer);
        }

        public static async Task<int> DirectAsync(DbConnection connection) =>
            await connection.ExecuteAsync("DELETE FROM Axis;");
    }
}
