using System.Data.Common;

namespace Reporting.Store;

/// <summary>Rows being read, with the connection that they come from, unless it is another's, and what stops it.</summary>
public sealed class OpenRows(
    DbConnection? connection, DbCommand command, DbDataReader rows, CancellationTokenRegistration interruption) : IAsyncDisposable
{
    public DbDataReader Rows => rows;

    public async ValueTask DisposeAsync()
    {
        // First of all: another reader's statement may be on this connection next.
        await interruption.DisposeAsync();
        await rows.DisposeAsync();
        await command.DisposeAsync();
        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }
}
