using Reporting.Store.Journal;
using Reporting.Store.Registry;

namespace Reporting.Store.Tests;

public sealed class StoreInstallerTests
{
    private static readonly CancellationToken _cancel = CancellationToken.None;

    [OnEveryEngine]
    public async Task An_empty_store_is_made_fit_to_serve_and_a_second_installation_changes_nothing(TestEngine engine)
    {
        await using var store = await TestStore.CreateEmptyAsync(engine);
        var first = await Installer(store).InstallAsync(Author.Service, _cancel);
        var second = await Installer(store).InstallAsync(Author.Service, _cancel);
        Assert.Equal("001-foundation.sql", first.Applied[0]);
        Assert.Empty(second.Applied);
        Assert.Equal(23, (await new TerritoryStore(store.Database).AllAsync(_cancel)).Count);
    }

    private static StoreInstaller Installer(TestStore store) =>
        new(
            store.Database, new SchemaInstaller(store.Database, TimeProvider.System),
            new StoreIdentity(store.Database, TimeProvider.System), new ReferenceData(store.Database));
}
