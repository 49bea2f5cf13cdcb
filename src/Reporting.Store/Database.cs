using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Reporting.Store.Journal;

namespace Reporting.Store;

/// <summary>Opens connections to the one store, and asks again what a fault of its surroundings interrupted.</summary>
public sealed class Database : IDisposable
{
    internal const int NoTimeLimit = 0;
    private static readonly Query Ping = new("SELECT 1;");

    private readonly string _connectionString;
    private readonly Resilience _resilience;
    private readonly Writer _writer;
    private readonly Database? _reads;

    /// <summary>A dated write that has not reached its commit by then is given up, so that the past stays as it was read.</summary>
    public static readonly TimeSpan LongestWrite = TimeSpan.FromSeconds(5);

    static Database()
    {
        ColumnTypes.Register();
        SqliteThreads.Configure();
    }

    /// <param name="options">The settings.</param>
    /// <param name="time">The clock that dates what is written; how long the store is waited for is never its to say.</param>
    public Database(StoreOptions options, TimeProvider time)
        : this(options, time, TimeProvider.System)
    {
    }

    internal Database(StoreOptions options, TimeProvider time, TimeProvider waits)
        : this(options.Provider, Dialect.Primary(options.Provider, options.ConnectionString), options.Resilience, time, waits)
    {
        Kind = options.Kind;
        if (options.ReadConnectionString is not "")
        {
            _reads = new(Engine, Dialect.ReadOnly(Engine, options.ReadConnectionString), options.Resilience, time, waits);
        }
    }

    private Database(
        Engine engine, string connectionString, ResilienceOptions resilience, TimeProvider time, TimeProvider waits)
    {
        Engine = engine;
        _connectionString = connectionString;
        _writer = new(this, time);
        _resilience = new(resilience, waits);
    }

    public Engine Engine { get; }

    /// <summary>What the store is meant to be for; whether it is, <see cref="StoreIdentity"/> tells.</summary>
    public StoreKind Kind { get; }

    /// <summary>The engine and where it is, for an operator to read: nothing that signs in.</summary>
    public string Place => Dialect.Place(Engine, _connectionString);

    internal bool IsMissing => Dialect.IsMissingFile(Engine, _connectionString);

    /// <summary>What aggregates and the feed read, so that their weight need not fall on the store that takes returns.</summary>
    public Database Reads => _reads ?? this;

    /// <summary>What a reading of aggregates at an instant goes to: a secondary that lags cannot answer for the past once and for all.</summary>
    /// <param name="at">The instant; null for now.</param>
    public Database ReadsAt(DateTimeOffset? at) => at is null ? Reads : this;

    /// <summary>Whether a fault says that the store is away, so that the same request may succeed later.</summary>
    public static bool IsAway(DbException error) => Dialect.IsAway(error);

    /// <summary>Whether a fault says that the server gives nobody one state of the store.</summary>
    public static bool IsSnapshotRefused(DbException error) => Dialect.IsSnapshotRefused(error);

    /// <summary>A question that the engine cannot work out, however often it is asked.</summary>
    public static bool IsBeyondEngine(DbException error) => Dialect.IsBeyondEngine(error);

    /// <summary>Asks the store once, and briefly, whether it answers: null, or why it is away.</summary>
    public async Task<DbException?> ProbeAsync(CancellationToken cancel)
    {
        try
        {
            await _resilience.ProbeAsync(token => ReadAsync<int>(Ping, null, token), cancel);
            return null;
        }
        catch (StoreAwayException error)
        {
            return error;
        }
    }

    public Task<IReadOnlyList<T>> QueryAsync<T>(Query query, object? parameters, CancellationToken cancel) =>
        _resilience.OperateAsync(token => ReadAsync<T>(query, parameters, token), cancel);

    public async Task<T?> FindAsync<T>(Query query, object? parameters, CancellationToken cancel) =>
        (await QueryAsync<T>(query, parameters, cancel)).SingleOrDefault();

    /// <summary>Runs statements one by one outside any transaction, which some refuse to be in. Each must bear repeating.</summary>
    internal Task RunAsync(IEnumerable<Query> statements, CancellationToken cancel) =>
        _resilience.MaintainAsync(async token =>
        {
            await using var connection = await OpenAsync(token);
            var session = new Session(connection, null, Engine, token, NoTimeLimit);
            foreach (var statement in statements)
            {
                await session.ExecuteAsync(statement, null);
            }

            return true;
        }, cancel);

    /// <summary>
    /// Opens rows for a caller that streams them. Only the opening is repeated after a transient fault: what was
    /// already read cannot be. How long it takes is the caller's to limit: when cancelled, the engine stops
    /// wherever it is, and reading ends with its fault.
    /// </summary>
    public Task<OpenRows> StreamAsync(Action<DbCommand> prepare, CancellationToken cancel) =>
        _resilience.StreamAsync(async token =>
        {
            var connection = await OpenAsync(token);
            var command = connection.CreateCommand();
            if (Engine is Engine.SqlServer)
            {
                command.CommandTimeout = NoTimeLimit;
            }

            var interruption = Dialect.Interruptible(connection, cancel);
            try
            {
                prepare(command);
                return new OpenRows(connection, command, await command.ExecuteReaderAsync(token), interruption);
            }
            catch
            {
                await interruption.DisposeAsync();
                await command.DisposeAsync();
                await connection.DisposeAsync();
                throw;
            }
        }, cancel);

    /// <summary>Opens one state of the store for a caller that streams several things of it; only the opening is repeated.</summary>
    public Task<OpenState> OpenStateAsync(CancellationToken cancel) =>
        _resilience.StreamAsync(async token =>
        {
            var connection = await OpenAsync(token);
            try
            {
                return new OpenState(connection, await SnapshotAsync(connection, token), Dialect.Interruptible(connection, cancel));
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
        }, cancel);

    /// <summary>
    /// Runs <paramref name="work"/>, and what the act writes together with it, in one transaction, all or nothing, with
    /// the act's entry in the journal. What was rolled back is run again, so it must do nothing but talk to the session.
    /// </summary>
    /// <exception cref="StoreAwayException">The store is away, or so slow that what is dated came too late.</exception>
    internal async Task<T> WriteAsync<T>(Act act, Func<Session, Task<T>> work, CancellationToken cancel)
    {
        try
        {
            return await WriteTogetherAsync(act, work, cancel);
        }
        catch (StaleWriteException error)
        {
            throw new StoreAwayException(error.Message, error);
        }
    }

    /// <summary>
    /// The same; false, and nothing written, when another writer came first and has the primary key in one of
    /// <paramref name="tables"/>, or when the write took so long that it must be dated anew.
    /// </summary>
    internal async Task<bool> TryWriteAsync(
        Act act, Func<Session, Task> work, CancellationToken cancel, params IReadOnlyList<string> tables)
    {
        try
        {
            return await WriteTogetherAsync(act, async session => { await work(session); return true; }, cancel);
        }
        catch (DbException error) when (tables.Any(table => Dialect.IsDuplicate(error, table)))
        {
            return false;
        }
        catch (StaleWriteException)
        {
            return false;
        }
    }

    /// <summary>Ends what an id names, by a row of its own whose key is that id; done twice, it stays done.</summary>
    /// <param name="revoke">Inserts <c>@Id</c>, <c>@RevokedAt</c> and <c>@RevokedBy</c>.</param>
    /// <param name="table">The table that it inserts into.</param>
    /// <param name="id">The id.</param>
    /// <param name="at">When.</param>
    /// <param name="act">By whom.</param>
    /// <param name="cancel">Stops waiting.</param>
    internal Task<bool> RevokeAsync(
        Query revoke, string table, Guid id, DateTimeOffset at, Act act, CancellationToken cancel) =>
        TryWriteAsync(
            act,
            session => session.ExecuteAsync(
                revoke, new { Id = id.ToString("D"), RevokedAt = at, RevokedBy = act.Author.Name }),
            cancel,
            table);

    private Task<T> WriteTogetherAsync<T>(Act act, Func<Session, Task<T>> work, CancellationToken cancel) =>
        TransactAsync(
            [act],
            async session =>
            {
                var result = await work(session);
                foreach (var write in act.Together)
                {
                    await write(session);
                }

                return result;
            },
            cancel);

    /// <summary>Records acts that write nothing of their own, in one transaction.</summary>
    internal Task<bool> RecordAsync(IReadOnlyList<Act> acts, CancellationToken cancel) =>
        TransactAsync(acts, _ => Task.FromResult(true), cancel);

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction, however long it takes. Without an act nothing tells whether it has
    /// taken place, so it must then be such that running it once more changes nothing.
    /// </summary>
    internal Task<T> MaintainAsync<T>(IReadOnlyList<Act> acts, Func<Session, Task<T>> work, CancellationToken cancel)
    {
        var write = new Write<T>(acts, work) { HasNoTimeLimit = true };
        return _resilience.MaintainAsync(token => _writer.RunAsync(write, token), cancel);
    }

    /// <summary>Reads the store as it was at one instant, whatever is written meanwhile.</summary>
    internal async Task<T> SnapshotAsync<T>(Func<Session, Task<T>> read, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        await using var transaction = await SnapshotAsync(connection, cancel);
        return await read(new Session(connection, transaction, Engine, cancel));
    }

    private static async Task<DbTransaction> SnapshotAsync(DbConnection connection, CancellationToken cancel) =>
        connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.Snapshot, cancel);

    public async Task<DbConnection> OpenAsync(CancellationToken cancel)
    {
        DbConnection connection = Engine is Engine.Sqlite
            ? new SqliteConnection(_connectionString)
            : new SqlConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancel);
            if (Engine is Engine.Sqlite)
            {
                await connection.ExecuteAsync("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            }

            return connection;
        }
        catch (InvalidOperationException error) when (connection is SqlConnection)
        {
            // How SqlClient says that the pool had no connection to give in time.
            await connection.DisposeAsync();
            throw new StoreAwayException(error.Message, error);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public void Dispose()
    {
        _reads?.Dispose();
        _writer.Dispose();
        if (Engine is Engine.Sqlite)
        {
            using var pooled = new SqliteConnection(_connectionString);
            SqliteConnection.ClearPool(pooled);
        }
    }

    private async Task<IReadOnlyList<T>> ReadAsync<T>(Query query, object? parameters, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        return await new Session(connection, null, Engine, cancel).QueryAsync<T>(query, parameters);
    }

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction with the entries of any number of acts. Without an act nothing tells
    /// whether it has taken place, so running it once more must then change nothing.
    /// </summary>
    internal async Task<T> TransactAsync<T>(
        IReadOnlyList<Act> acts, Func<Session, Task<T>> work, CancellationToken cancel)
    {
        var write = new Write<T>(acts, work);
        try
        {
            return await _resilience.OperateAsync(token => _writer.RunAsync(write, token), cancel);
        }
        catch (StoreAwayException error) when (write.MayHaveTakenPlace)
        {
            throw new StoreAwayException(error.Message, error) { MayHaveTakenPlace = true };
        }
    }
}
