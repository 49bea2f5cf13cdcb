using Dapper;
using Microsoft.Data.SqlClient;
using Reporting.Store;

namespace Reporting.TestSupport.Engines;

/// <summary>A database of its own on a server that speaks TDS.</summary>
internal static class SqlServerDatabase
{
    public static async Task<TestDatabase> CreateAsync(string server)
    {
        var name = $"Reporting_{Guid.NewGuid():N}";
        await ExecuteAsync(server, $"CREATE DATABASE {name};");
        var own = new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ConnectionString;
        return new(Engine.SqlServer, own, () => DropAsync(server, name, own));
    }

    private static async Task DropAsync(string server, string name, string own)
    {
        await using (var pooled = new SqlConnection(own))
        {
            SqlConnection.ClearPool(pooled);
        }

        await ExecuteAsync(server, $"ALTER DATABASE {name} SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE {name};");
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync();
        await connection.ExecuteAsync(sql);
    }
}
