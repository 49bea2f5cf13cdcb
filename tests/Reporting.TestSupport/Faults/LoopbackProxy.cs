using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;

namespace Reporting.TestSupport.Faults;

/// <summary>
/// A way to a TDS server on the loopback that can be closed, slowed and cut. It reads no more than the headers of
/// packets, and takes connections without encryption alone.
/// </summary>
public sealed class LoopbackProxy : IAsyncDisposable
{
    private readonly IPEndPoint _server;
    private readonly SqlConnectionStringBuilder _connection;
    private readonly ConcurrentDictionary<ProxiedConnection, Task> _connections = new();
    private readonly IPEndPoint _own;
    private TcpListener _listener;
    private Task _accepting;

    /// <param name="connectionString">How the server is reached without the proxy: on the loopback, with its port.</param>
    public LoopbackProxy(string connectionString)
    {
        _connection = new(connectionString);
        var place = _connection.DataSource.Split(',');
        _server = new(IPAddress.Parse(place[0]), int.Parse(place[1], CultureInfo.InvariantCulture));
        _listener = Listen();
        _own = (IPEndPoint)_listener.LocalEndpoint;
        _connection.DataSource = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1,{_own.Port}");
        _accepting = AcceptAsync(_listener);
    }

    /// <summary>How the server is reached through the proxy.</summary>
    public string ConnectionString => _connection.ConnectionString;

    /// <summary>How late every answer comes.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>When the connection of the next commit is cut.</summary>
    public CommitCut NextCommit { get; set; }

    /// <summary>After how many bytes of answers every connection is cut, from now on.</summary>
    public long? MostBytes { get; set; }

    /// <summary>Cuts every connection and takes no other.</summary>
    public async Task CloseAsync()
    {
        _listener.Stop();
        await _accepting;
        Cut();
        await Task.WhenAll(_connections.Values);
    }

    /// <summary>Takes connections again, at the same place.</summary>
    public void Open()
    {
        _listener = new(_own);
        _listener.Start();
        _accepting = AcceptAsync(_listener);
    }

    /// <summary>Cuts every connection, and takes others.</summary>
    public void Cut()
    {
        foreach (var connection in _connections.Keys)
        {
            connection.Cut();
        }
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    internal CommitCut TakeCommitCut()
    {
        var cut = NextCommit;
        NextCommit = CommitCut.Never;
        return cut;
    }

    // On a port that the system gives to nobody else while the way is closed.
    private static TcpListener Listen()
    {
        while (true)
        {
            var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(20_000, 32_000));
            try
            {
                listener.Start();
                return listener;
            }
            catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse)
            {
                listener.Dispose();
            }
        }
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        while (true)
        {
            try
            {
                var connection = new ProxiedConnection(this, await listener.AcceptTcpClientAsync());
                _connections[connection] = Task.Run(() => ServeAsync(connection));
            }
            catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(ProxiedConnection connection)
    {
        using (connection)
        {
            await connection.RunAsync(_server);
        }

        _connections.TryRemove(connection, out _);
    }
}

/// <summary>Where the connection of a commit is cut.</summary>
public enum CommitCut
{
    Never,

    /// <summary>The server never hears of the commit.</summary>
    BeforeTheServer,

    /// <summary>The server has committed, and its answer is lost.</summary>
    BeforeTheAnswer,
}
