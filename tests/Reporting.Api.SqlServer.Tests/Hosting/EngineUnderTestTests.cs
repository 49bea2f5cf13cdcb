using Dapper;
using Reporting.Store;
using Reporting.TestSupport.Engines;
using Reporting.TestSupport.Tds;

namespace Reporting.Api.Tests.Hosting;

/// <summary>Says what the endpoint tests of this project ran on: the real server's row is skipped where it was not.</summary>
public sealed class EngineUnderTestTests
{
    [OnEveryEngine(InTSql = true)]
    public async Task These_endpoint_tests_use_SQL_Server_wherever_there_is_one(TestEngine engine)
    {
        await using var store = await TestStore.CreateEmptyAsync(engine);
        await using var connection = await store.Database.OpenAsync(CancellationToken.None);
        var version = await connection.QuerySingleAsync<string>("SELECT @@VERSION;");
        Assert.Equal(engine is TestEngine.TdsStandIn, version == TdsStandIn.Version);
        Assert.Equal(TestDatabase.AbsenceOf(TestEngine.SqlServer) is null, EngineUnderTest.Engine is TestEngine.SqlServer);
        Assert.Equal(Engine.SqlServer, store.Options.Provider);
    }
}
