using Microsoft.Data.Sqlite;

namespace Reporting.Store.Tests.Engines;

/// <summary>A SQLite store in a folder of its own.</summary>
internal static class SqliteFile
{
    public static (string ConnectionString, Func<Task> Drop) Create()
    {
        var folder = Directory.CreateTempSubdirectory("reporting-store-");
        var connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder.FullName, "reporting.db"),
        }.ConnectionString;
        return (connectionString, () => Drop(folder));
    }

    private static Task Drop(DirectoryInfo folder)
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
