using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Reporting.TestSupport.Engines;
using Reporting.TestSupport.Tds.Sql;

namespace Reporting.TestSupport.Tds;

/// <summary>A database of the stand-in: a SQLite file, what it declares, and who may write to it now.</summary>
internal sealed class HostedDatabase(string name, string file) : IDisposable
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _locks = new(StringComparer.Ordinal);

    public string Name => name;

    public ConcurrentDictionary<string, DatabaseUser> Users { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Catalog Catalog { get; set; } = Catalog.Empty;

    /// <summary>Writers take turns here, where they can be told to stop waiting.</summary>
    public SemaphoreSlim Writer { get; } = new(1);

    public SemaphoreSlim LockNamed(string resource) => _locks.GetOrAdd(resource, _ => new(1));

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        Collations.Register(connection);
        Conversion.Register(connection);
        TextFunctions.Register(connection);
        TimeFunctions.Register(connection);
        DecimalFunctions.Register(connection);
        Likeness.Register(connection);
        OpenJson.Register(connection);
        using var settings = connection.CreateCommand();
        settings.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA recursive_triggers = ON;";
        settings.ExecuteNonQuery();
        return connection;
    }

    /// <summary>Copies what is committed.</summary>
    public void CopyTo(string copy)
    {
        using var connection = Open();
        SqliteFile.Copy(connection, copy);
    }

    public void Dispose()
    {
        foreach (var suffix in (string[])["", "-wal", "-shm"])
        {
            File.Delete(file + suffix);
        }
    }
}
