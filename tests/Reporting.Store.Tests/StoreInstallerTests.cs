using Reporting.Store.Journal;
using Reporting.Store.Registry;
using Reporting.Store.Returns;

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
        Assert.Equal(23, (await new TerritoryStore(store.Database).AllAsync(at: null, _cancel)).Count);
    }

    [Fact]
    public async Task What_a_server_refuses_is_told_and_the_rest_is_done()
    {
        await using var store = await TestStore.CreateEmptyAsync(TestEngine.TdsStandIn);
        var done = await Installer(store).InstallAsync(Author.Service, _cancel);
        Assert.Equal(Enum.GetValues<InstallationStep>(), done.Left.Select(shortfall => shortfall.Step));
        Assert.All(done.Left, shortfall => Assert.NotEmpty(shortfall.Reason));
        Assert.Equal(23, (await new TerritoryStore(store.Database).AllAsync(at: null, _cancel)).Count);
    }

    [OnEveryEngine]
    public async Task Instances_that_start_at_once_on_an_empty_store_all_come_up(TestEngine engine)
    {
        await using var store = await TestStore.CreateEmptyAsync(engine);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            using var instance = new Database(store.Options, TimeProvider.System);
            await Installer(instance).InstallAsync(Author.Service, _cancel);
        })));
        Assert.Equal(23, (await new TerritoryStore(store.Database).AllAsync(at: null, _cancel)).Count);
        var journal = new JournalStore(store.Database);
        Assert.Equal(
            ["referentiel.installer", "magasin.declarer", "schema.installer"],
            (await journal.NewestAsync(new(), 10, _cancel)).Select(entry => entry.Action));
        Assert.IsType<JournalVerdict.Whole>(await journal.VerifyAsync(null, null, _cancel));
    }

    private static StoreInstaller Installer(TestStore store) => Installer(store.Database);

    private static StoreInstaller Installer(Database database) =>
        new(
            database, new SchemaInstaller(database, TimeProvider.System), new StoreIdentity(database, TimeProvider.System),
            new ReferenceData(database), new SmallestCountStore(database));
}
