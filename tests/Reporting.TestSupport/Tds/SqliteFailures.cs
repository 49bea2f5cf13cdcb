using Microsoft.Data.Sqlite;
using Reporting.TestSupport.Tds.Sql;

namespace Reporting.TestSupport.Tds;

/// <summary>What SQLite reports, as SQL Server would.</summary>
internal static class SqliteFailures
{
    private const int Interrupted = 9;
    private const int NotNull = 1299;
    private const int PrimaryKey = 1555;
    private const int Unique = 2067;

    public static Exception Translate(SqliteException failure, Catalog catalog, string verb) =>
        TdsError.Decode(failure) is { } carried ? carried
        : failure.SqliteErrorCode == Interrupted ? new OperationCanceledException(failure.Message, failure)
        : failure.SqliteExtendedErrorCode switch
        {
            NotNull => NullRefused(failure, verb),
            PrimaryKey or Unique => Duplicate(failure, catalog),
            _ => TdsError.Unknown($"what to make of SQLite's failure ({failure.Message})"),
        };

    private static TdsError NullRefused(SqliteException failure, string verb)
    {
        var (table, columns) = Place(failure);
        return new(515, 16, $"Cannot insert the value NULL into column '{columns[0]}', table '{table}'; column does not allow nulls. {verb} fails.");
    }

    private static TdsError Duplicate(SqliteException failure, Catalog catalog)
    {
        var (table, columns) = Place(failure);
        var key = catalog.Relations.Single(relation => relation.Name.InSqlite == table).Keys.Find(key => key.Columns.SequenceEqual(columns))!;
        return key.IsConstraint
            ? new(2627, 14, $"Violation of {(key.IsPrimary ? "PRIMARY KEY" : "UNIQUE KEY")} constraint '{key.Name}'. Cannot insert duplicate key in object '{table}'.")
            : new(2601, 14, $"Cannot insert duplicate key row in object '{table}' with unique index '{key.Name}'.");
    }

    // "… constraint failed: dbo.Axis.Code, dbo.Axis.Label'."
    private static (string Table, string[] Columns) Place(SqliteException failure)
    {
        var places = failure.Message.Split("constraint failed: ")[1].TrimEnd('.', '\'').Split(", ");
        return (places[0][..places[0].LastIndexOf('.')], [.. places.Select(place => place[(place.LastIndexOf('.') + 1)..])]);
    }
}
