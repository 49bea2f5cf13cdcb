using Dapper;
using Microsoft.Data.Sqlite;
using Reporting.Store;

namespace Reporting.TestSupport.Engines;

/// <summary>A SQLite database in a folder of its own.</summary>
internal static class SqliteFile
{
    /// <param name="content">What it begins with; null for nothing.</param>
    public static async Task<TestDatabase> CreateAsync(byte[]? content = null)
    {
        var folder = Directory.CreateTempSubdirectory("reporting-store-");
        var file = Path.Combine(folder.FullName, "reporting.db");
        if (content is not null)
        {
            await File.WriteAllBytesAsync(file, content);
        }

        var connectionString = new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString;
        return new(Engine.Sqlite, connectionString, () => Drop(folder, connectionString));
    }

    /// <summary>What is committed.</summary>
    public static async Task<byte[]> ContentAsync(TestDatabase database)
    {
        var folder = Directory.CreateTempSubdirectory("reporting-content-");
        var copy = Path.Combine(folder.FullName, "copy.db");
        try
        {
            await using var connection = new SqliteConnection(database.Options.ConnectionString);
            Copy(connection, copy);
            return await File.ReadAllBytesAsync(copy);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Copies what is committed to a file that is not there yet.</summary>
    public static void Copy(SqliteConnection connection, string copy) => connection.Execute("VACUUM INTO @copy;", new { copy });

    private static Task Drop(DirectoryInfo folder, string connectionString)
    {
        using var pooled = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(pooled);
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
