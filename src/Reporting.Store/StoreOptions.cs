using Microsoft.Data.Sqlite;

namespace Reporting.Store;

/// <summary>The settings under <c>Store:</c>.</summary>
public sealed class StoreOptions
{
    public Engine Provider { get; set; } = Engine.Sqlite;

    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// Where aggregates and the feed read, when it is not the primary: a readable secondary, which may lag behind.
    /// </summary>
    public string ReadConnectionString { get; set; } = "";

    /// <summary>What the store is for: <c>Reporting:Sandbox</c> says it.</summary>
    public StoreKind Kind { get; set; } = StoreKind.Real;

    /// <summary>False refuses to start on an old schema instead of bringing it up to date.</summary>
    public bool Migrate { get; set; } = true;

    /// <summary>A store in a SQLite file.</summary>
    public static StoreOptions OfFile(string path) =>
        new() { ConnectionString = new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString };

    public ResilienceOptions Resilience { get; set; } = new();

    /// <summary>Refuses connection strings that the engine cannot read.</summary>
    /// <exception cref="ArgumentException">The message says which word is not understood.</exception>
    public void Check()
    {
        Dialect.Primary(Provider, ConnectionString);
        Dialect.ReadOnly(Provider, ReadConnectionString);
    }
}
