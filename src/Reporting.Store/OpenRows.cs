using System.Data.Common;

namespace Reporting.Store;

/// <summary>Rows being read, with the connection that they come from.</summary>
public sealed class OpenRows(DbConnection connection, DbCommand command, DbDataReader rows) : IAsyncDisposable
{
    public DbDataReader Rows => rows;

    public async ValueTask DisposeAsync()
    {
        await rows.DisposeAsync();
        await command.DisposeAsync();
        await connection.DisposeAsync();
    }
}
