using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using Reporting.TestSupport.Faults;
using Reporting.TestSupport.Tds.Sql;
using Reporting.TestSupport.Tds.Wire;

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

    private const string Administrator = "sa";
    private const string Password = "loopback-only";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, HostedDatabase> _databases = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<TdsSession, Task> _sessions = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reporting-tds-");
    private readonly Task _accepting;
    private readonly Rights _rights;

    public TdsStandIn()
        : this(Rights.Everything)
    {
    }

    public TdsStandIn(Rights rights)
    {
        _rights = rights;
        AddDatabase("master");
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
        UserID = Administrator,
        Password = Password,
        Encrypt = SqlConnectionEncryptOption.Optional,
    }.ConnectionString;

    internal static bool IsAdministrator(Login login) => login is { User: Administrator, Password: Password };

    internal HostedDatabase? Find(string name) => _databases.GetValueOrDefault(name is "" ? "master" : name);

    /// <summary>Empty, or with all that another holds.</summary>
    internal void CreateDatabase(string name, string? copied)
    {
        if (_rights is not Rights.Everything)
        {
            throw new TdsError(262, 14, "CREATE DATABASE permission denied in database 'master'.");
        }

        var source = copied is null ? null : Find(copied) ?? throw new TdsError(911, 16, $"Database '{copied}' does not exist.");
        AddDatabase(name, source);
    }

    internal void CreateUser(HostedDatabase database, DatabaseUser user)
    {
        if (_rights is Rights.NoUsersEither)
        {
            throw new TdsError(15247, 16, "User does not have permission to perform this action.");
        }

        if (!database.Users.TryAdd(user.Name, user))
        {
            throw new TdsError(15023, 16, $"User, group, or role '{user.Name}' already exists in the current database.");
        }
    }

    private void AddDatabase(string name, HostedDatabase? source = null)
    {
        var file = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.db");
        source?.CopyTo(file);
        if (!_databases.TryAdd(name, new HostedDatabase(name, file) { Catalog = source?.Catalog ?? Catalog.Empty }))
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
