using Reporting.Store;
using Reporting.Store.Journal;

namespace Reporting.TestSupport.Engines;

/// <summary>A store of one test's own, gone when the test ends.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly TestDatabase _own;

    private TestStore(TestDatabase own, TimeProvider time)
    {
        _own = own;
        Database = new Database(own.Options, time);
    }

    public StoreOptions Options => _own.Options;

    public Database Database { get; }

    /// <summary>With the schema of this release.</summary>
    public static async Task<TestStore> CreateAsync(TestEngine engine, TimeProvider? time = null)
    {
        var store = await CreateEmptyAsync(engine, time);
        await new SchemaInstaller(store.Database, time ?? TimeProvider.System).InstallAsync(Author.Service, CancellationToken.None);
        return store;
    }

    /// <summary>Without any table.</summary>
    public static async Task<TestStore> CreateEmptyAsync(TestEngine engine, TimeProvider? time = null) =>
        new(await TestDatabase.CreateAsync(engine), time ?? TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        Database.Dispose();
        await _own.DisposeAsync();
    }
}
