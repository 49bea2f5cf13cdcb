using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace Reporting.Store;

/// <summary>
/// One state of the store, of which one thing after another is streamed, whatever is written meanwhile. What is streamed
/// is let go of before the next thing is.
/// </summary>
public sealed class OpenState(DbConnection connection, DbTransaction transaction, CancellationTokenRegistration interruption) : IAsyncDisposable
{
    public async Task<OpenRows> StreamAsync(Action<DbCommand> prepare, CancellationToken cancel)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        if (connection is SqlConnection)
        {
            command.CommandTimeout = Database.NoTimeLimit;
        }

        try
        {
            prepare(command);
            return new OpenRows(null, command, await command.ExecuteReaderAsync(cancel), default);
        }
        catch (DbException error) when (cancel.IsCancellationRequested)
        {
            await command.DisposeAsync();
            throw new OperationCanceledException(error.Message, error, cancel);
        }
        catch
        {
            await command.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // First of all: another reader's statement may be on this connection next.
        await interruption.DisposeAsync();
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
