using System.Net.Sockets;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Reporting.TestSupport.Tds.Sql;
using Reporting.TestSupport.Tds.Wire;

namespace Reporting.TestSupport.Tds;

/// <summary>One connection: it reads requests, which a client may tell it to stop, and answers them in order.</summary>
internal sealed class TdsSession : IDisposable
{
    private static readonly byte[] _transactionNumber = [1, 0, 0, 0, 0, 0, 0, 0];

    private readonly TdsStandIn _server;
    private readonly TcpClient _client;
    private readonly PacketStream _packets;
    private readonly TokenWriter _tokens;
    private readonly CancellationTokenSource _gone = new();
    private CancellationTokenSource _request = new();
    private SqliteConnection? _connection;

    public TdsSession(TdsStandIn server, TcpClient client)
    {
        (_server, _client) = (server, client);
        _packets = new(client.GetStream());
        _tokens = new(_packets);
    }

    public TdsStandIn Server => _server;

    public HostedDatabase Database { get; private set; } = null!;

    public SqliteConnection Connection => _connection!;

    public Transaction Transaction { get; private set; } = null!;

    public string OwnSchema { get; private set; } = "dbo";

    public bool Uses(string database) => Database?.Name.Equals(database, StringComparison.OrdinalIgnoreCase) ?? false;

    /// <summary>Hangs up: the loops notice.</summary>
    public void Abort() => _client.Close();

    public async Task RunAsync()
    {
        var requests = Channel.CreateUnbounded<Message>();
        var reading = ReadAsync(requests.Writer);
        try
        {
            await foreach (var request in requests.Reader.ReadAllAsync(_gone.Token))
            {
                await AnswerAsync(request);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException or ObjectDisposedException or SocketException)
        {
            // The client has gone, or was sent away: what it left undone is undone below.
        }

        Transaction?.Rollback();
        await _gone.CancelAsync();
        _client.Close();
        await reading;
    }

    public void Dispose()
    {
        _connection?.Dispose();
        _packets.Dispose();
        _client.Dispose();
        _request.Dispose();
        _gone.Dispose();
    }

    private async Task ReadAsync(ChannelWriter<Message> requests)
    {
        try
        {
            while (await _packets.ReadAsync(_gone.Token) is { } message)
            {
                if (message.Type is MessageType.Attention)
                {
                    await _request.CancelAsync();
                }

                await requests.WriteAsync(message);
            }

            await _gone.CancelAsync();
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException or ObjectDisposedException or SocketException)
        {
            await _gone.CancelAsync();
        }
        finally
        {
            requests.Complete();
        }
    }

    private async Task AnswerAsync(Message request)
    {
        if (request.Type is MessageType.Attention)
        {
            _request = new();
            await _tokens.AcknowledgeAttentionAsync(_gone.Token);
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_gone.Token, _request.Token);
        using var interruption = request.Type is MessageType.SqlBatch or MessageType.Rpc ? stop.Token.Register(Interrupt) : default;
        try
        {
            if (request.Resets)
            {
                Transaction.Rollback();
                _tokens.BytesChanged(EnvironmentChange.ResetAcknowledged, [], []);
            }

            await DispatchAsync(request, stop.Token);
            await _tokens.EndAsync(_gone.Token);
        }
        catch (TdsError error)
        {
            Fail(error);
            _tokens.Done(request.Type is MessageType.Rpc ? DoneToken.Procedure : DoneToken.Batch);
            await _tokens.EndAsync(_gone.Token);
            if (error.EndsConnection || request.Type is MessageType.Login)
            {
                throw new OperationCanceledException(error.Message, error);
            }
        }
        catch (OperationCanceledException) when (!_gone.IsCancellationRequested)
        {
            // The client told the request to stop, and the attention that waits its turn says so.
        }
    }

    private async Task DispatchAsync(Message request, CancellationToken cancel)
    {
        switch (request.Type)
        {
            case MessageType.PreLogin:
                Handshake.WritePreLogin(_tokens.Raw);
                break;
            case MessageType.Login:
                await SignInAsync(Handshake.ReadLogin(request.Payload), cancel);
                break;
            case MessageType.SqlBatch:
                var text = new MessageReader(request.Payload);
                text.SkipAllHeaders();
                await new Batch(this, _tokens, DoneToken.Batch, cancel).RunAsync(text.Rest(), []);
                break;
            case MessageType.Rpc:
                await new RemoteCalls(this, _tokens, cancel).RunAsync(new MessageReader(request.Payload));
                break;
            case MessageType.TransactionManager:
                ManageTransaction(new MessageReader(request.Payload));
                break;
            default:
                throw TdsError.Unknown($"messages of type {request.Type}");
        }
    }

    private async Task SignInAsync(Login login, CancellationToken cancel)
    {
        await _server.Faults.AtLoginAsync(cancel);
        Database = _server.Find(login.Database)
            ?? throw new TdsError(4060, 11, $"Cannot open database \"{login.Database}\" requested by the login. The login failed.");
        OwnSchema = Database.Users.TryGetValue(login.User, out var user) && user.Password == login.Password ? user.Schema
            : TdsStandIn.IsAdministrator(login) ? "dbo"
            : throw new TdsError(18456, 14, $"Login failed for user '{login.User}'.");
        _connection = Database.Open();
        Transaction = new(Database, _connection);
        _tokens.TextChanged(EnvironmentChange.Database, Database.Name, "master");
        _tokens.BytesChanged(EnvironmentChange.Collation, Collations.OnTheWire(Collation.Default), []);
        _tokens.LoginAccepted(TdsStandIn.Name);
        if (login.PacketSize is >= 512 and <= 32767)
        {
            _packets.PacketSize = login.PacketSize;
        }

        var size = _packets.PacketSize.ToString(System.Globalization.CultureInfo.InvariantCulture);
        _tokens.TextChanged(EnvironmentChange.PacketSize, size, size);
        _tokens.Done(DoneToken.Batch);
    }

    private void ManageTransaction(MessageReader request)
    {
        const ushort begin = 5, commit = 7, rollback = 8;
        const byte snapshot = 5;
        request.SkipAllHeaders();
        switch (request.UInt16())
        {
            case begin:
                Begin(ofSnapshot: request.Byte() is snapshot);
                break;
            case commit:
                Commit();
                break;
            case rollback:
                Rollback();
                break;
            case var other:
                throw TdsError.Unknown($"the transaction request {other}");
        }

        _tokens.Done(DoneToken.Batch);
    }

    public void Begin(bool ofSnapshot = false)
    {
        Transaction.Begin(ofSnapshot);
        _tokens.BytesChanged(EnvironmentChange.BeginTransaction, _transactionNumber, []);
    }

    public void Commit()
    {
        Transaction.Commit();
        _tokens.BytesChanged(EnvironmentChange.CommitTransaction, [], _transactionNumber);
    }

    public void Rollback()
    {
        Transaction.Rollback();
        _tokens.BytesChanged(EnvironmentChange.RollbackTransaction, [], _transactionNumber);
    }

    /// <summary>Tells the client of an error, and undoes the transaction that the error takes with it.</summary>
    public void Fail(TdsError error)
    {
        _tokens.Error(error);
        if (error.RollsBack && Transaction is { IsOpen: true })
        {
            Rollback();
        }
    }

    private void Interrupt()
    {
        if (_connection?.Handle is { } handle)
        {
            SQLitePCL.raw.sqlite3_interrupt(handle);
        }
    }
}
