namespace Reporting.Store.Tests.Engines;

public sealed class EveryEngineTests
{
    [OnEveryEngine]
    public async Task A_store_has_the_schema_of_this_release(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var pending = await new SchemaInstaller(store.Database, TimeProvider.System).PendingAsync(CancellationToken.None);
        Assert.Equal(engine is TestEngine.Sqlite ? Engine.Sqlite : Engine.SqlServer, store.Database.Engine);
        Assert.Empty(pending);
    }
}
