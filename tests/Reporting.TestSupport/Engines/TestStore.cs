using Reporting.Store;
using Reporting.Store.Journal;

namespace Reporting.TestSupport.Engines;

/// <summary>A store of one test's own, gone when the test ends.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private static readonly StoreTemplates<string> _templates = new();

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
        const string schema = nameof(schema);
        // A clock of the test's own dates the installation.
        var store = time is null ? new(await _templates.CreateAsync(engine, schema), TimeProvider.System) : await CreateEmptyAsync(engine, time);
        await new SchemaInstaller(store.Database, time ?? TimeProvider.System).InstallAsync(Author.Service, CancellationToken.None);
        if (time is null)
        {
            await _templates.KeepAsync(engine, schema, store._own);
        }

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
