using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Polly;
using Polly.Retry;
using Reporting.Store.Journal;

namespace Reporting.Store;

/// <summary>Opens connections to the one store and repeats what a transient fault interrupted.</summary>
public sealed class Database : IDisposable
{
    private readonly string _connectionString;
    private readonly ResiliencePipeline _retries;
    private readonly Writer _writer;
    private readonly Database? _reads;

    static Database() => ColumnTypes.Register();

    public Database(StoreOptions options, TimeProvider time)
        : this(options.Provider, Dialect.Primary(options.Provider, options.ConnectionString), time)
    {
        Kind = options.Kind;
        if (options.ReadConnectionString is not "")
        {
            _reads = new(Engine, Dialect.ReadOnly(Engine, options.ReadConnectionString), time);
        }
    }

    private Database(Engine engine, string connectionString, TimeProvider time)
    {
        Engine = engine;
        _connectionString = connectionString;
        _writer = new(this, time);
        _retries = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<DbException>(Dialect.IsTransient),
                MaxRetryAttempts = 4,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(50),
                UseJitter = true,
            })
            .Build();
    }

    public Engine Engine { get; }

    /// <summary>What the store is meant to be for; whether it is, <see cref="StoreIdentity"/> tells.</summary>
    public StoreKind Kind { get; }

    /// <summary>The engine and where it is, for an operator to read: nothing that signs in.</summary>
    public string Place => Dialect.Place(Engine, _connectionString);

    internal bool IsMissing => Dialect.IsMissingFile(Engine, _connectionString);

    /// <summary>What aggregates and the feed read, so that their weight need not fall on the store that takes returns.</summary>
    public Database Reads => _reads ?? this;

    /// <summary>Whether a fault says that the store is away, so that the same request may succeed later.</summary>
    public static bool IsAway(DbException error) => Dialect.IsAway(error);

    public async Task<IReadOnlyList<T>> QueryAsync<T>(Query query, object? parameters, CancellationToken cancel) =>
        await RetryAsync(async token =>
        {
            await using var connection = await OpenAsync(token);
            var rows = await connection.QueryAsync<T>(
                new CommandDefinition(query.For(Engine), parameters, cancellationToken: token));
            return rows.AsList();
        }, cancel);

    public async Task<T?> FindAsync<T>(Query query, object? parameters, CancellationToken cancel) =>
        (await QueryAsync<T>(query, parameters, cancel)).SingleOrDefault();

    /// <summary>Runs statements one by one outside any transaction, which some refuse to be in. Each must bear repeating.</summary>
    internal async Task RunAsync(IEnumerable<Query> statements, CancellationToken cancel) =>
        await RetryAsync(async token =>
        {
            await using var connection = await OpenAsync(token);
            var done = 0;
            foreach (var statement in statements)
            {
                await connection.ExecuteAsync(new CommandDefinition(statement.For(Engine), cancellationToken: token));
                done++;
            }

            return done;
        }, cancel);

    /// <summary>
    /// Opens rows for a caller that streams them. Only the opening is repeated after a transient fault: what was
    /// already read cannot be.
    /// </summary>
    public async Task<OpenRows> StreamAsync(Action<DbCommand> prepare, CancellationToken cancel) =>
        await _retries.ExecuteAsync(async token =>
        {
            var connection = await OpenAsync(token);
            var command = connection.CreateCommand();
            try
            {
                prepare(command);
                return new OpenRows(connection, command, await command.ExecuteReaderAsync(token));
            }
            catch
            {
                await command.DisposeAsync();
                await connection.DisposeAsync();
                throw;
            }
        }, cancel);

    /// <summary>
    /// Runs <paramref name="work"/>, and what the act writes together with it, in one transaction, all or nothing, with
    /// the act's entry in the journal. What was rolled back is run again, so it must do nothing but talk to the session.
    /// </summary>
    internal Task<T> WriteAsync<T>(Act act, Func<Session, Task<T>> work, CancellationToken cancel) =>
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

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction with the entries of any number of acts. Without an act it must be
    /// such that it can be run again after it has taken place.
    /// </summary>
    internal async Task<T> TransactAsync<T>(
        IReadOnlyList<Act> acts, Func<Session, Task<T>> work, CancellationToken cancel)
    {
        var write = new Write<T>(acts, work);
        return await RetryAsync(async token => await _writer.RunAsync(write, token), cancel);
    }

    /// <summary>Reads the store as it was at one instant, whatever is written meanwhile.</summary>
    internal async Task<T> SnapshotAsync<T>(Func<Session, Task<T>> read, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        await using var transaction = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.Snapshot, cancel);
        return await read(new Session(connection, transaction, Engine, cancel));
    }

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

    private async Task<T> RetryAsync<T>(Func<CancellationToken, ValueTask<T>> work, CancellationToken cancel)
    {
        try
        {
            return await _retries.ExecuteAsync(work, cancel);
        }
        catch (DbException error) when (cancel.IsCancellationRequested)
        {
            // SqlClient reports the command that it was told to stop as a fault.
            throw new OperationCanceledException(error.Message, error, cancel);
        }
    }
}
