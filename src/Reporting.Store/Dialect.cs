using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Reporting.Store.Returns;

namespace Reporting.Store;

/// <summary>What differs between the two engines and is not a query.</summary>
internal static class Dialect
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteUnique = 2067;
    private const byte SqlServerConnectionLost = 20;
    private const int SqlServerSnapshotRefused = 3952;

    // A read-only, failing or full disk, a file that cannot be opened.
    private static readonly int[] SqliteUnreachable = [8, 10, 13, 14];
    private static readonly int[] SqlServerDuplicateKey = [2601, 2627];

    // A deadlock victim, a lock or its memory not had in time.
    private static readonly int[] SqlServerContended = [1204, 1205, 1222];

    // A command or connection that ran out of time or was cut; a database that starts, stops, fails over, has become a
    // secondary, or throttles.
    private static readonly int[] SqlServerUnreachable =
    [
        -2, -1, 2, 20, 53, 64, 121, 233, 258, 596, 617, 926, 976, 978, 979, 983, 988, 3906, 4060, 4221, 6005, 10053, 10054,
        10060, 10061, 10928, 10929, 11001, 17142, 40143, 40197, 40501, 40540, 40613, 42108, 42109, 49918, 49919, 49920,
    ];

    // Nested too deeply, a number that outgrows its type, too many parameters, a plan that cannot be made.
    private static readonly int[] SqlServerBeyond = [191, 8003, 8115, 8618, 8623, 8631, 8632];

    // First events, which are all numbered 1, collide in the primary key too: which of both keys is named is the engine's choice.
    private const string FirstEventIndex = "IX_ReturnEvent_First";
    private const string FirstEventColumns = "ReturnEvent.Year, ReturnEvent.Territory'";

    // SQL Server takes at most 2,100 parameters and 1,000 rows in one statement.
    private const int MostParameters = 2_000;
    private const int MostRows = 1_000;

    /// <summary>How many rows one statement inserts: SQLite has no round trips to save, and binds many parameters slowly.</summary>
    public static int RowsAtOnce(Engine engine, int columns) =>
        engine is Engine.Sqlite ? 1 : Math.Min(MostRows, MostParameters / columns);

    // A pool that was refused a connection would repeat the refusal for up to a minute, whatever the server answers now.
    public static string Primary(Engine engine, string connectionString) => engine is Engine.Sqlite
        ? new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true }.ConnectionString
        : new SqlConnectionStringBuilder(connectionString) { PoolBlockingPeriod = PoolBlockingPeriod.NeverBlock }.ConnectionString;

    public static string ReadOnly(Engine engine, string connectionString) => engine is Engine.Sqlite
        ? new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadOnly }.ConnectionString
        : new SqlConnectionStringBuilder(Primary(engine, connectionString)) { ApplicationIntent = ApplicationIntent.ReadOnly }.ConnectionString;

    public static string Place(Engine engine, string connectionString)
    {
        if (engine is Engine.Sqlite)
        {
            return $"SQLite, {new SqliteConnectionStringBuilder(connectionString).DataSource}";
        }

        var server = new SqlConnectionStringBuilder(connectionString);
        return $"SQL Server, {server.DataSource}/{server.InitialCatalog}";
    }

    public static bool IsMissingFile(Engine engine, string connectionString) =>
        engine is Engine.Sqlite
        && new SqliteConnectionStringBuilder(connectionString) is { Mode: not SqliteOpenMode.Memory, DataSource: var file }
        && file is not ("" or ":memory:")
        && !File.Exists(file);

    /// <summary>SqlClient stops its server by itself; SQLite, which looks at no token while it works, has to be told.</summary>
    public static CancellationTokenRegistration Interruptible(DbConnection connection, CancellationToken cancel) =>
        connection is SqliteConnection { Handle: { } handle }
            ? cancel.Register(() => SQLitePCL.raw.sqlite3_interrupt(handle))
            : default;

    /// <summary>A write collided with the primary key of a table, by the convention PK_Table, whatever key the engine names.</summary>
    public static bool IsDuplicate(DbException error, string table) => error switch
    {
        SqliteException { SqliteExtendedErrorCode: SqlitePrimaryKey } e =>
            e.Message.Contains($"UNIQUE constraint failed: {table}.", StringComparison.Ordinal),
        SqliteException { SqliteExtendedErrorCode: SqliteUnique } e =>
            table == ReturnEvents.EventTable && e.Message.Contains(FirstEventColumns, StringComparison.Ordinal),
        SqlException e => SqlServerDuplicateKey.Contains(e.Number)
            && (NamesPrimaryKey(e.Message, table) || (table == ReturnEvents.EventTable && Names(e.Message, FirstEventIndex))),
        _ => false,
    };

    /// <summary>A write collided with any unique key.</summary>
    public static bool IsDuplicate(DbException error) => error switch
    {
        SqliteException e => e.SqliteExtendedErrorCode is SqlitePrimaryKey or SqliteUnique,
        SqlException e => SqlServerDuplicateKey.Contains(e.Number),
        _ => false,
    };

    internal static bool NamesPrimaryKey(string message, string table) => Names(message, $"PK_{table}");

    // As a whole word: what stands around a name differs with the language of the server.
    private static bool Names(string message, string key) =>
        Regex.IsMatch(message, $@"\b{key}\b", RegexOptions.CultureInvariant);

    /// <summary>A database that does not allow snapshot isolation.</summary>
    public static bool IsSnapshotRefused(DbException error) => error is SqlException { Number: SqlServerSnapshotRefused };

    /// <summary>A question that the engine cannot work out, however often it is asked.</summary>
    public static bool IsBeyondEngine(DbException error) => error is SqlException { Number: var number } && SqlServerBeyond.Contains(number);

    /// <summary>A fault of the store's surroundings, and not of what was asked of it: asked again, it may answer.</summary>
    public static bool IsAway(DbException error) => IsUnreachable(error) || error switch
    {
        SqliteException e => e.SqliteErrorCode is SqliteBusy or SqliteLocked,
        SqlException e => SqlServerContended.Contains(e.Number),
        _ => false,
    };

    /// <summary>The store is not there or answers nobody; a lock that others hold is not that.</summary>
    public static bool IsUnreachable(DbException error) => error switch
    {
        StoreAwayException => true,
        SqliteException e => SqliteUnreachable.Contains(e.SqliteErrorCode),
        SqlException e => e.Class >= SqlServerConnectionLost || SqlServerUnreachable.Contains(e.Number),
        _ => false,
    };
}
