using Dapper;
using Reporting.Store.Journal;

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

    [OnEveryEngine]
    public async Task A_store_that_is_copied_and_its_copy_do_not_meet(TestEngine engine)
    {
        var templates = new StoreTemplates<string>();
        await using var source = await templates.CreateAsync(engine, "axes");
        await AddAxisAsync(source, "enfance");
        await templates.KeepAsync(engine, "axes", source);
        await AddAxisAsync(source, "emploi");

        await using var copy = await templates.CreateAsync(engine, "axes");
        await AddAxisAsync(copy, "droits");

        var isCopied = engine is not TestEngine.SqlServer;
        Assert.Equal(isCopied ? ["droits", "enfance"] : ["droits"], await AxesAsync(copy));
        Assert.Equal(["emploi", "enfance"], await AxesAsync(source));
    }

    private static async Task AddAxisAsync(TestDatabase store, string code)
    {
        using var database = new Database(store.Options, TimeProvider.System);
        await new SchemaInstaller(database, TimeProvider.System).InstallAsync(Author.Service, CancellationToken.None);
        await using var connection = await database.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync("INSERT INTO Axis (Code, Label, Position) VALUES (@code, @code, 1);", new { code });
    }

    private static async Task<IEnumerable<string>> AxesAsync(TestDatabase store)
    {
        using var database = new Database(store.Options, TimeProvider.System);
        await using var connection = await database.OpenAsync(CancellationToken.None);
        return await connection.QueryAsync<string>("SELECT Code FROM Axis ORDER BY Code;");
    }
}
