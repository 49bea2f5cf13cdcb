using System.Reflection;

namespace Reporting.Store.Tests.Engines;

public sealed class EveryEngineTests
{
    [Fact]
    public void A_contract_that_runs_on_one_engine_runs_on_the_other()
    {
        var halves =
            from method in typeof(EveryEngineTests).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            where method.IsDefined(typeof(OnSqliteAttribute)) != method.IsDefined(typeof(OnSqlServerAttribute))
            select $"{method.DeclaringType!.Name}.{method.Name}";
        Assert.Empty(halves);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_store_has_the_schema_of_this_release(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var pending = await new SchemaInstaller(store.Database, TimeProvider.System).PendingAsync(CancellationToken.None);
        Assert.Equal(engine, store.Database.Engine);
        Assert.Empty(pending);
    }
}
