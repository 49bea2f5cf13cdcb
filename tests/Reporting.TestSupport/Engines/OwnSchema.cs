using Microsoft.Data.SqlClient;
using Reporting.Store;

namespace Reporting.TestSupport.Engines;

/// <summary>A user of the server's database whose default schema is its own, which is where unqualified names then are.</summary>
internal static class OwnSchema
{
    public static async Task<TestDatabase> CreateAsync(string server)
    {
        var name = $"Reporting_{Guid.NewGuid():N}";
        var password = $"P-{Guid.NewGuid()}";
        await SqlServerDatabase.ExecuteAsync(server, $"CREATE USER {name} WITH PASSWORD = '{password}', DEFAULT_SCHEMA = {name};");
        await SqlServerDatabase.ExecuteAsync(server, $"CREATE SCHEMA {name} AUTHORIZATION {name};");
        await SqlServerDatabase.ExecuteAsync(server, $"GRANT CREATE TABLE, CREATE VIEW TO {name};");
        var own = new SqlConnectionStringBuilder(server) { UserID = name, Password = password }.ConnectionString;
        return new(Engine.SqlServer, own, () => DropAsync(server, name, own));
    }

    private static async Task DropAsync(string server, string name, string own)
    {
        await SchemaContent.DropAsync(own);
        await SqlServerDatabase.CloseAllAsync(own);
        await SqlServerDatabase.ExecuteAsync(server, $"DROP SCHEMA {name};");
        await SqlServerDatabase.ExecuteAsync(server, $"DROP USER {name};");
    }
}
