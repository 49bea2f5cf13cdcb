using Dapper;
using Microsoft.Data.SqlClient;
using Reporting.Store.Journal;
using Reporting.Store.Registry;
using Reporting.Store.Returns;
using Reporting.Store.Tests.Engines;
using Reporting.Store.Tests.Returns;

namespace Reporting.Store.Tests.SqlServer.Access;

/// <summary>The service's account on a server that enforces it.</summary>
public sealed class ServiceRoleTests : IAsyncLifetime
{
    // Permission denied on an object, on a statement; an object that whoever may not alter it is told is not there.
    private static readonly int[] _refusals = [229, 262, 1088, 3701];

    private static readonly CancellationToken _cancel = CancellationToken.None;
    private readonly string _login = $"reporting_test_{Guid.NewGuid():N}";
    private TestStore _store = null!;
    private Installation _installation = null!;

    private Database Service { get; set; } = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.CreateEmptyAsync(TestEngine.SqlServer);
        _installation = await new StoreInstaller(
            _store.Database, new(_store.Database, TimeProvider.System), new(_store.Database, TimeProvider.System),
            new(_store.Database), new(_store.Database)).InstallAsync(Author.Service, _cancel);
        var password = $"Aa1!{Guid.NewGuid():N}";
        await RunAsync(
            _store.Database,
            $"""
            CREATE LOGIN {_login} WITH PASSWORD = '{password}';
            CREATE USER {_login} FOR LOGIN {_login};
            ALTER ROLE reporting_service ADD MEMBER {_login};
            """);
        var connection = new SqlConnectionStringBuilder(_store.Options.ConnectionString)
        {
            IntegratedSecurity = false, UserID = _login, Password = password,
        };
        Service = new(new() { Provider = Engine.SqlServer, ConnectionString = connection.ConnectionString }, TimeProvider.System);
    }

    public async Task DisposeAsync()
    {
        Service.Dispose();
        SqlConnection.ClearAllPools();
        await RunAsync(_store.Database, $"DROP USER {_login}; DROP LOGIN {_login};");
        await _store.DisposeAsync();
    }

    [FactOnSqlServer]
    public async Task The_owner_of_a_database_leaves_nothing_to_others_and_readers_do_not_wait()
    {
        Assert.Empty(_installation.Left);
        await using var connection = await _store.Database.OpenAsync(_cancel);
        Assert.Equal((true, (byte)1), await connection.QuerySingleAsync<(bool, byte)>(
            "SELECT is_read_committed_snapshot_on, snapshot_isolation_state FROM sys.databases WHERE database_id = DB_ID();"));
    }

    [FactOnSqlServer]
    public async Task The_service_does_its_work_under_its_role()
    {
        await new SchemaInstaller(Service, TimeProvider.System).RequireAsync(_cancel);
        await new StoreIdentity(Service, TimeProvider.System).RequireAsync(_cancel);
        var (returns, posted) = (new ReturnStore(Service), SampleReturn.Of());
        Assert.True(await returns.AppendAsync(posted, TestActs.New(), _cancel));
        Assert.True(await returns.DepositAsync(posted, SampleReturn.PostedAt, TestActs.New(), _cancel));
        Assert.NotNull(await new ReturnReader(Service).FindAsync(SampleReturn.Year, SampleReturn.Rennes, null, _cancel));
        Assert.Equal(23, (await new TerritoryStore(Service).AllAsync(at: null, _cancel)).Count);
        Assert.IsType<JournalVerdict.Whole>(await new JournalStore(Service).VerifyAsync(null, null, _cancel));
    }

    [FactOnSqlServer]
    public async Task It_changes_and_deletes_nothing()
    {
        foreach (var table in ServiceGrants.Denied.Select(denied => denied.On).Distinct())
        {
            await RefusedAsync($"DELETE FROM {table};");
            await RefusedAsync($"TRUNCATE TABLE {table};");
        }

        await RefusedAsync("UPDATE ReturnLine SET Value = 0;");
        await RefusedAsync("UPDATE JournalEntry SET Actor = 'autre';");
        await RefusedAsync("INSERT INTO Axis (Code, Label, Position) VALUES ('autre', 'Autre', 9);");
    }

    [FactOnSqlServer]
    public async Task It_makes_and_alters_no_object()
    {
        await RefusedAsync("CREATE TABLE Autre (A int NOT NULL);");
        await RefusedAsync("ALTER TABLE ReturnVersion ADD Autre int NULL;");
        await RefusedAsync("DROP TABLE ReturnExplanation;");
        await RefusedAsync("CREATE VIEW Autre AS SELECT 1 AS A;");
    }

    private async Task RefusedAsync(string sql)
    {
        var refusal = await Assert.ThrowsAsync<SqlException>(() => RunAsync(Service, sql));
        Assert.True(_refusals.Contains(refusal.Number), $"{sql} {refusal.Number}: {refusal.Message}");
    }

    private static async Task RunAsync(Database database, string sql)
    {
        await using var connection = await database.OpenAsync(_cancel);
        await connection.ExecuteAsync(sql);
    }
}
