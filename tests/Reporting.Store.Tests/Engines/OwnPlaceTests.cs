using Dapper;
using Microsoft.Data.SqlClient;
using Reporting.Store.Journal;
using Reporting.TestSupport.Tds;

namespace Reporting.Store.Tests.Engines;

/// <summary>Tests leave a server as they found it, whatever it lets them make.</summary>
public sealed class OwnPlaceTests
{
    private const string Everything = "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES;";

    [Theory]
    [InlineData(Rights.Everything)]
    [InlineData(Rights.NoDatabases)]
    public async Task Two_stores_of_a_server_do_not_meet(Rights rights)
    {
        await using var server = new TdsStandIn(rights);
        await using (var first = await CreateAsync(server))
        await using (var second = await CreateAsync(server))
        {
            await ExecuteAsync(first.Options, "INSERT INTO Axis (Code, Label, Position) VALUES ('enfance', 'Enfance', 1);");
            Assert.Equal(1, await CountAsync(first.Options.ConnectionString, "SELECT COUNT(*) FROM Axis;"));
            Assert.Equal(0, await CountAsync(second.Options.ConnectionString, "SELECT COUNT(*) FROM Axis;"));
        }

        Assert.Equal(0, await CountAsync(server.ConnectionString, Everything));
    }

    [Fact]
    public async Task A_login_that_may_only_make_tables_gives_its_schema_to_one_store_after_another()
    {
        await using var server = new TdsStandIn(Rights.NoUsersEither);
        var first = await CreateAsync(server);
        Assert.NotEqual(0, await CountAsync(server.ConnectionString, Everything));
        var second = CreateAsync(server);
        await Task.Delay(100);
        Assert.False(second.IsCompleted);
        await first.DisposeAsync();
        await (await second).DisposeAsync();
        Assert.Equal(0, await CountAsync(server.ConnectionString, Everything));
    }

    [Fact]
    public async Task What_somebody_else_left_in_the_schema_is_not_dropped()
    {
        await using var server = new TdsStandIn(Rights.NoUsersEither);
        await using (var connection = new SqlConnection(server.ConnectionString))
        {
            await connection.ExecuteAsync("CREATE TABLE Precious (Id int NOT NULL);");
        }

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => TestDatabase.CreateAsync(server.ConnectionString));
        Assert.Contains("Precious", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(server.ConnectionString, Everything));
    }

    [Fact]
    public async Task Nobody_signs_in_with_another_password()
    {
        await using var server = new TdsStandIn(Rights.NoDatabases);
        await using var database = await TestDatabase.CreateAsync(server.ConnectionString);
        var stranger = new SqlConnectionStringBuilder(database.Options.ConnectionString) { Password = "other" }.ConnectionString;
        Assert.Equal(18456, (await Assert.ThrowsAsync<SqlException>(() => CountAsync(stranger, Everything))).Number);
    }

    private static async Task<TestDatabase> CreateAsync(TdsStandIn server)
    {
        var created = await TestDatabase.CreateAsync(server.ConnectionString);
        using var database = new Database(created.Options, TimeProvider.System);
        await new SchemaInstaller(database, TimeProvider.System).InstallAsync(Author.Service, CancellationToken.None);
        return created;
    }

    private static async Task ExecuteAsync(StoreOptions options, string sql)
    {
        await using var connection = new SqlConnection(options.ConnectionString);
        await connection.ExecuteAsync(sql);
    }

    private static async Task<int> CountAsync(string connectionString, string sql)
    {
        await using var connection = new SqlConnection(connectionString);
        return await connection.ExecuteScalarAsync<int>(sql);
    }
}
