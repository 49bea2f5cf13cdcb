using Dapper;
using Microsoft.Data.Sqlite;

namespace Reporting.Store.Transfers;

/// <summary>
/// The tables of this release, each after those that its foreign keys refer to. They are read from the schema itself,
/// applied to an empty database in memory, so that a table or column added by a later script is copied like the others.
/// </summary>
internal static class TransferTables
{
    private const string Tables = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name;";

    private const string Columns =
        """SELECT name AS Name, pk AS Rank FROM pragma_table_info(@Table) ORDER BY cid;""";

    private const string References =
        """SELECT DISTINCT "table" FROM pragma_foreign_key_list(@Table) WHERE "table" <> @Table;""";

    public static IReadOnlyList<TransferTable> OfRelease()
    {
        using var schema = new SqliteConnection("Data Source=:memory:");
        schema.Open();
        foreach (var batch in SqlScript.OfSchema(Engine.Sqlite).SelectMany(script => script.Batches()))
        {
            schema.Execute(batch.For(Engine.Sqlite));
        }

        var tables = schema.Query<string>(Tables).ToDictionary(name => name, name => Read(schema, name));
        return InOrder(tables, name => schema.Query<string>(References, new { Table = name }).ToHashSet());
    }

    private static TransferTable Read(SqliteConnection schema, string name)
    {
        var columns = schema.Query<Column>(Columns, new { Table = name }).AsList();
        return new(
            name,
            [.. columns.Select(column => column.Name)],
            [.. columns.Where(column => column.Rank > 0).OrderBy(column => column.Rank).Select(column => column.Name)]);
    }

    private static List<TransferTable> InOrder(
        Dictionary<string, TransferTable> tables, Func<string, HashSet<string>> references)
    {
        var waiting = tables.Keys.ToDictionary(name => name, references);
        var ordered = new List<TransferTable>();
        while (waiting.Count > 0)
        {
            var ready = waiting.Where(table => table.Value.Count == 0).Select(table => table.Key).Order(StringComparer.Ordinal).ToList();
            if (ready is [])
            {
                throw new InvalidOperationException($"Foreign keys go round in a circle: {string.Join(", ", waiting.Keys)}.");
            }

            foreach (var name in ready)
            {
                ordered.Add(tables[name]);
                waiting.Remove(name);
            }

            foreach (var others in waiting.Values)
            {
                others.ExceptWith(ready);
            }
        }

        return ordered;
    }

    private sealed class Column
    {
        public required string Name { get; init; }

        public int Rank { get; init; }
    }
}
