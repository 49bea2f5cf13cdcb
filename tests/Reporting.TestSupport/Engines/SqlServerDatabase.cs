using Dapper;
using Microsoft.Data.SqlClient;
using Reporting.Store;

namespace Reporting.TestSupport.Engines;

/// <summary>A database of its own on the run's SQL Server.</summary>
internal static class SqlServerDatabase
{
    public static async Task<TestDatabase> CreateAsync()
    {
        var server = await SqlServerInstance.ConnectionStringAsync();
        var name = $"Reporting_{Guid.NewGuid():N}";
        await ExecuteAsync(server.ConnectionString, $"CREATE DATABASE {name};");
        var own = new SqlConnectionStringBuilder(server.ConnectionString) { InitialCatalog = name };
        return new(Engine.SqlServer, own.ConnectionString, () => ExecuteAsync(
            server.ConnectionString,
            $"ALTER DATABASE {name} SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE {name};"));
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync();
        await connection.ExecuteAsync(sql);
    }
}
