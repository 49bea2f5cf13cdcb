namespace Reporting.Store.Tests.Engines;

/// <summary>A store of one test's own, gone when the test ends.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly Func<Task> _drop;

    private TestStore(StoreOptions options, TimeProvider time, Func<Task> drop)
    {
        Options = options;
        Database = new Database(options, time);
        _drop = drop;
    }

    public StoreOptions Options { get; }

    public Database Database { get; }

    /// <summary>With the schema of this release.</summary>
    public static async Task<TestStore> CreateAsync(Engine engine, TimeProvider? time = null)
    {
        var store = await CreateEmptyAsync(engine, time);
        await new SchemaInstaller(store.Database, time ?? TimeProvider.System).InstallAsync(CancellationToken.None);
        return store;
    }

    /// <summary>Without any table.</summary>
    public static async Task<TestStore> CreateEmptyAsync(Engine engine, TimeProvider? time = null)
    {
        var (connectionString, drop) = engine is Engine.Sqlite
            ? SqliteFile.Create()
            : await SqlServerDatabase.CreateAsync();
        return new(new() { Provider = engine, ConnectionString = connectionString }, time ?? TimeProvider.System, drop);
    }

    public async ValueTask DisposeAsync()
    {
        Database.Dispose();
        await _drop();
    }
}
