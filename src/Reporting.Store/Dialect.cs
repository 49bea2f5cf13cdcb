using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Reporting.Store;

/// <summary>What differs between the two engines and is not a query.</summary>
internal static class Dialect
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteConstraint = 19;
    private static readonly int[] SqlServerDuplicateKey = [2601, 2627];
    private static readonly int[] SqlServerTransient =
        [-2, 1204, 1205, 1222, 4060, 4221, 10053, 10054, 10060, 10928, 10929, 40197, 40501, 40613, 49918, 49919, 49920];

    /// <summary>Names the table whose primary key a write collided with, by the convention PK_Table.</summary>
    public static bool IsDuplicate(DbException error, string table) => error switch
    {
        SqliteException { SqliteErrorCode: SqliteConstraint } e =>
            e.Message.Contains($"UNIQUE constraint failed: {table}.", StringComparison.Ordinal),
        SqlException e => SqlServerDuplicateKey.Contains(e.Number)
            && e.Message.Contains($"PK_{table}'", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>A fault that a moment's patience mends: a lock, a deadlock victim, a fail-over, throttling.</summary>
    public static bool IsTransient(DbException error) => error switch
    {
        SqliteException e => e.SqliteErrorCode is SqliteBusy or SqliteLocked,
        SqlException e => SqlServerTransient.Contains(e.Number),
        _ => false,
    };
}
