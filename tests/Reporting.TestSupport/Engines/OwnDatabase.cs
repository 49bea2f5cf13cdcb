using Microsoft.Data.SqlClient;
using Reporting.Store;

namespace Reporting.TestSupport.Engines;

/// <summary>A database that lives as long as the test.</summary>
internal static class OwnDatabase
{
    public static Task<TestDatabase> CreateAsync(string server) => CreateAsync(server, "");

    /// <summary>With all that another holds, where the server can.</summary>
    public static Task<TestDatabase> CopyAsync(string server, StoreOptions source) =>
        CreateAsync(server, $" AS COPY OF {new SqlConnectionStringBuilder(source.ConnectionString).InitialCatalog}");

    private static async Task<TestDatabase> CreateAsync(string server, string origin)
    {
        var name = $"Reporting_{Guid.NewGuid():N}";
        await SqlServerDatabase.ExecuteAsync(server, $"CREATE DATABASE {name}{origin};");
        var own = new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ConnectionString;
        return new(Engine.SqlServer, own, () => DropAsync(server, name, own));
    }

    private static async Task DropAsync(string server, string name, string own)
    {
        await SqlServerDatabase.CloseAllAsync(own);
        try
        {
            await SqlServerDatabase.ExecuteAsync(server, $"ALTER DATABASE {name} SET SINGLE_USER WITH ROLLBACK IMMEDIATE;");
        }
        catch (SqlException)
        {
            // Not every server that creates databases can empty them: then nobody must be left in it.
        }

        await SqlServerDatabase.ExecuteAsync(server, $"DROP DATABASE {name};");
    }
}
