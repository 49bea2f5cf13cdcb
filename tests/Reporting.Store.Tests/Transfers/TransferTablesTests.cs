using Dapper;
using Microsoft.SqlServer.Dac.Model;
using Reporting.Store.Tests.SqlServer;
using Reporting.Store.Transfers;

namespace Reporting.Store.Tests.Transfers;

public sealed class TransferTablesTests
{
    private static readonly IReadOnlyList<TransferTable> _tables = TransferTables.OfRelease();

    public static TheoryData<string> Tables => [.. _tables.Select(table => table.Name)];

    [Fact]
    public async Task Every_column_of_every_table_is_copied_but_the_ledger_of_scripts()
    {
        await using var store = await TestStore.CreateAsync(TestEngine.Sqlite);
        await using var connection = await store.Database.OpenAsync(CancellationToken.None);
        var columns = await connection.QueryAsync<string>(
            """
            SELECT t.name || '.' || c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c
            WHERE t.type = 'table' AND t.name <> 'SchemaScript';
            """);
        Assert.Equal(
            columns.Order(StringComparer.Ordinal),
            _tables.SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_table_comes_after_those_that_it_refers_to()
    {
        var rank = _tables.Select((table, position) => (table.Name, position)).ToDictionary(pair => pair.Name, pair => pair.position);
        Assert.All(
            SchemaKeys.Foreign().Where(key => key.Table != key.Foreign),
            key => Assert.True(rank[key.Foreign] < rank[key.Table], key.Name));
    }

    [Theory, MemberData(nameof(Tables))]
    public async Task What_copies_a_table_compiles_on_both_engines(string name)
    {
        var table = _tables.Single(table => table.Name == name);
        await using var store = await TestStore.CreateAsync(TestEngine.Sqlite);
        await using var connection = await store.Database.OpenAsync(CancellationToken.None);
        foreach (var statement in new[] { table.Count, table.Select, table.Insert(1), table.Insert(2) })
        {
            QueryCompilation.AssertCompiles(statement.For(Engine.SqlServer));
            await using var command = connection.CreateCommand();
            command.CommandText = statement.For(Engine.Sqlite);
            await command.PrepareAsync();
        }
    }

    [Theory, MemberData(nameof(Tables))]
    public void A_statement_stays_within_what_SQL_Server_takes(string name)
    {
        var table = _tables.Single(table => table.Name == name);
        Assert.InRange(table.RowsAtOnce(Engine.SqlServer), 1, 1_000);
        Assert.InRange(table.RowsAtOnce(Engine.SqlServer) * table.Columns.Count, 1, 2_100);
    }

    [Fact]
    public void Both_engines_order_every_key_by_code_points()
    {
        var loose = SchemaModel.Read(model => SchemaModel.Own(model, PrimaryKeyConstraint.TypeClass)
            .SelectMany(key => key.GetReferenced(PrimaryKeyConstraint.Columns))
            .Where(column => column.GetReferenced(Column.DataType).Single().Name.Parts[^1].EndsWith("char", StringComparison.Ordinal)
                && !column.GetProperty<string>(Column.Collation).EndsWith("_BIN2", StringComparison.Ordinal))
            .Select(column => column.Name.ToString())
            .ToList());
        Assert.Empty(loose);
    }
}
