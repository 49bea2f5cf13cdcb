using Microsoft.Data.Sqlite;
using Reporting.Store;

namespace Reporting.TestSupport.Engines;

/// <summary>A SQLite database in a folder of its own.</summary>
internal static class SqliteFile
{
    public static TestDatabase Create()
    {
        var folder = Directory.CreateTempSubdirectory("reporting-store-");
        var connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder.FullName, "reporting.db"),
        }.ConnectionString;
        return new(Engine.Sqlite, connectionString, () => Drop(folder, connectionString));
    }

    private static Task Drop(DirectoryInfo folder, string connectionString)
    {
        using var pooled = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(pooled);
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
