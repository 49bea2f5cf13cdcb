using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Reporting.Store.Journal;

namespace Reporting.Store;

/// <summary>Runs transactions, each with the journal entries of its acts as the last thing it writes.</summary>
internal sealed class Writer(Database database, TimeProvider time) : IDisposable
{
    // SQLite has one writer at a time. Left to itself it makes the others poll, each on a thread and deaf to cancellation.
    private readonly SemaphoreSlim _writers = new(database.Engine is Engine.Sqlite ? 1 : int.MaxValue);

    // The journal has one next number: in line, the writers of one instance do not collide over it.
    private readonly SemaphoreSlim _appenders = new(1);

    public void Dispose()
    {
        _writers.Dispose();
        _appenders.Dispose();
    }

    /// <summary>
    /// Makes a write that nothing has interrupted, or makes it again. One interrupted while it committed may have taken
    /// place: then its entry is there, and only its result is wanted.
    /// </summary>
    public async Task<T> RunAsync<T>(Write<T> write, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return await TookPlaceAsync(write, cancel) ? write.Result : await TransactAsync(write, cancel);
            }
            catch (DbException error) when (Dialect.IsDuplicate(error, JournalChain.Table))
            {
                // Another instance took the number: the same again, after it.
            }
            catch (DbException error) when (write.MayHaveTakenPlace && Dialect.IsDuplicate(error))
            {
                // The server was still committing when it was first asked, and what collided is the write itself.
                if (!await TookPlaceAsync(write, cancel))
                {
                    throw;
                }
            }
        }
    }

    private async Task<bool> TookPlaceAsync<T>(Write<T> write, CancellationToken cancel)
    {
        if (!write.MayHaveTakenPlace)
        {
            return false;
        }

        await using var connection = await database.OpenAsync(cancel);
        return await JournalChain.HoldsAsync(new(connection, null, database.Engine, cancel), write.Acts[0]);
    }

    private void RefuseIfStale(IEnumerable<Act> acts)
    {
        var now = time.GetUtcNow();
        if (acts.Any(act => now - act.DatedAt > Database.LongestWrite))
        {
            throw new StaleWriteException();
        }
    }

    private async Task<T> TransactAsync<T>(Write<T> write, CancellationToken cancel)
    {
        await _writers.WaitAsync(cancel);
        try
        {
            await using var connection = await database.OpenAsync(cancel);
            await using var transaction = connection is SqliteConnection sqlite
                ? sqlite.BeginTransaction(deferred: false)
                : await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
            var session = new Session(connection, transaction, database.Engine, cancel, write.HasNoTimeLimit ? Database.NoTimeLimit : null);
            var result = await write.Work(session);
            await _appenders.WaitAsync(cancel);
            try
            {
                if (write.Acts is not [])
                {
                    await JournalChain.AppendAsync(session, write.Acts, time.GetUtcNow());
                }

                RefuseIfStale(write.Acts);
                write.Committing(result);
                await transaction.CommitAsync(cancel);
                return result;
            }
            finally
            {
                _appenders.Release();
            }
        }
        finally
        {
            _writers.Release();
        }
    }
}
