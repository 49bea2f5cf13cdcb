using SQLitePCL;

namespace Reporting.Store;

/// <summary>
/// Has SQLite leave it to us that one thread at a time uses a connection, which is how the store uses them: it would
/// otherwise take a lock for each column of each row.
/// </summary>
internal static class SqliteThreads
{
    private const int MultiThread = 2;

    /// <summary>Before any connection is open; afterwards SQLite goes on as it began.</summary>
    public static void Configure()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(MultiThread);
    }
}
