using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using Reporting.TestSupport.Tds.Faults;

namespace Reporting.TestSupport.Tds;

/// <summary>
/// A stand-in for SQL Server where none can run: it speaks TDS 7.4 on the loopback to the real client, translates the
/// T-SQL that the product uses to SQLite, and refuses the rest. It proves that the product and its client get on with
/// each other, types, lengths, constraint names and error numbers included; it proves nothing of SQL Server's plans,
/// locks or speed. Writers take turns, as in SQLite; readers see what is committed.
/// </summary>
public sealed class TdsStandIn : IAsyncDisposable
{
    /// <summary>What it calls itself wherever a server gives its name.</summary>
    public const string Name = "TDS stand-in for tests";

    /// <summary>What it answers to @@VERSION.</summary>
    public const string Version = $"{Name}, over SQLite. This is not SQL Server.";

    private const string Password = "loopback-only";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, HostedDatabase> _databases = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<TdsSession, Task> _sessions = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reporting-tds-");
    private readonly Task _accepting;

    public TdsStandIn()
    {
        CreateDatabase("master");
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>What goes wrong, and when.</summary>
    public FaultPlan Faults { get; } = new();

    public string ConnectionString => new SqlConnectionStringBuilder
    {
        DataSource = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1,{Port}"),
        InitialCatalog = "master",
        UserID = "sa",
        Password = Password,
        Encrypt = SqlConnectionEncryptOption.Optional,
    }.ConnectionString;

    internal HostedDatabase? Find(string name) => _databases.GetValueOrDefault(name is "" ? "master" : name);

    internal void CreateDatabase(string name)
    {
        if (!_databases.TryAdd(name, new HostedDatabase(name, Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.db"))))
        {
            throw new TdsError(1801, 16, $"Database '{name}' already exists. Choose a different database name.");
        }
    }

    internal void DropDatabase(string name)
    {
        if (_sessions.Keys.Any(session => session.Uses(name)))
        {
            throw new TdsError(3702, 16, $"Cannot drop database \"{name}\" because it is currently in use.");
        }

        if (!_databases.TryRemove(name, out var dropped))
        {
            throw new TdsError(3701, 11, $"Cannot drop the database '{name}', because it does not exist or you do not have permission.");
        }

        dropped.Dispose();
    }

    /// <summary>Ends every other connection to a database, and what it was about.</summary>
    internal async Task DisconnectAsync(string database, TdsSession except)
    {
        var ended = _sessions.Where(pair => pair.Key != except && pair.Key.Uses(database)).ToList();
        ended.ForEach(pair => pair.Key.Abort());
        await Task.WhenAll(ended.Select(pair => pair.Value)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        foreach (var session in _sessions.Keys)
        {
            session.Abort();
        }

        await Task.WhenAll(_sessions.Values);
        foreach (var database in _databases.Values)
        {
            database.Dispose();
        }

        _folder.Delete(recursive: true);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                client.NoDelay = true;
                var session = new TdsSession(this, client);
                _sessions[session] = Task.Run(() => ServeAsync(session));
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TdsSession session)
    {
        try
        {
            await session.RunAsync();
        }
        finally
        {
            _sessions.TryRemove(session, out _);
            session.Dispose();
        }
    }
}
