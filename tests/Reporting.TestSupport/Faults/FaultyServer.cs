using Microsoft.Data.SqlClient;
using Reporting.Store;
using Reporting.TestSupport.Engines;
using Reporting.TestSupport.Tds;

namespace Reporting.TestSupport.Faults;

/// <summary>
/// A store on a stand-in of its own, reached through a proxy: the server can be told to fail and the way to be cut,
/// which no real server offers.
/// </summary>
public sealed class FaultyServer : IAsyncDisposable
{
    private readonly TdsStandIn _server;
    private readonly TestDatabase _database;

    private FaultyServer(TdsStandIn server, TestDatabase database)
    {
        _server = server;
        _database = database;
        Way = new(database.Options.ConnectionString);
    }

    /// <summary>What the server does wrong.</summary>
    public FaultPlan Faults => _server.Faults;

    /// <summary>The way to it.</summary>
    public LoopbackProxy Way { get; }

    /// <summary>How a store reaches it.</summary>
    public StoreOptions Options => Within(new SqlConnectionStringBuilder().ConnectTimeout, new SqlConnectionStringBuilder().CommandTimeout);

    /// <summary>The same, waiting no longer than so many seconds for a connection and for a command.</summary>
    public StoreOptions Within(int connectSeconds, int commandSeconds) => new()
    {
        Provider = Engine.SqlServer,
        ConnectionString = new SqlConnectionStringBuilder(Way.ConnectionString)
        {
            ConnectTimeout = connectSeconds, CommandTimeout = commandSeconds, ConnectRetryCount = 0,
        }.ConnectionString,
    };

    /// <summary>The same store, past the faults of the way.</summary>
    public StoreOptions Past => _database.Options;

    public static async Task<FaultyServer> StartAsync()
    {
        var server = new TdsStandIn();
        return new(server, await SqlServerDatabase.CreateAsync(server.ConnectionString));
    }

    public async ValueTask DisposeAsync()
    {
        Faults.Clear();
        await Way.DisposeAsync();
        await _database.DisposeAsync();
        await _server.DisposeAsync();
    }
}
