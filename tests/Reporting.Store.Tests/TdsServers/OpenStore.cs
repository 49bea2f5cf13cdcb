using Dapper;
using Microsoft.Data.SqlClient;

namespace Reporting.Store.Tests.TdsServers;

/// <summary>An empty store with a connection to it.</summary>
internal sealed record OpenStore(TestStore Store, SqlConnection Connection) : IAsyncDisposable
{
    public static async Task<OpenStore> WithAsync(TestEngine engine, string tables)
    {
        var store = await TestStore.CreateEmptyAsync(engine);
        var connection = (SqlConnection)await store.Database.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync(tables);
        return new(store, connection);
    }

    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        await Store.DisposeAsync();
    }
}
