using Reporting.Domain.Campaigns;
using Reporting.Store.Campaigns;
using Reporting.Store.Journal;
using Reporting.Store.Registry;
using Reporting.Store.Returns;
using Reporting.Store.Tests.Returns;

namespace Reporting.Store.Tests;

public sealed class StoreIdentityTests
{
    private static readonly CancellationToken _cancel = CancellationToken.None;

    [OnEveryEngine]
    public async Task An_empty_store_becomes_what_it_is_first_used_for_and_stays_it(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var sandbox = Of(store, StoreKind.Sandbox);
        await Assert.ThrowsAsync<StoreKindException>(() => Identity(sandbox).RequireAsync(_cancel));
        await Identity(sandbox).DeclareAsync(Author.Service, _cancel);
        await Identity(sandbox).DeclareAsync(Author.Service, _cancel);
        await Identity(sandbox).RequireAsync(_cancel);
        var refusal = await Assert.ThrowsAsync<StoreKindException>(() => Identity(store.Database).DeclareAsync(Author.Service, _cancel));
        Assert.Equal(StoreKind.Sandbox, refusal.Found);
    }

    [OnEveryEngine]
    public async Task A_store_that_holds_returns_and_does_not_say_what_it_is_is_not_made_a_sandbox(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await new ReferenceData(store.Database).InstallAsync(_cancel);
        Assert.True(await new ReturnStore(store.Database).AppendAsync(SampleReturn.Of(), TestActs.New(), _cancel));
        using var sandbox = Of(store, StoreKind.Sandbox);
        var refusal = await Assert.ThrowsAsync<StoreKindException>(() => Identity(sandbox).DeclareAsync(Author.Service, _cancel));
        Assert.Null(refusal.Found);
        await Identity(store.Database).DeclareAsync(Author.Service, _cancel);
        await Identity(store.Database).RequireAsync(_cancel);
    }

    [OnEveryEngine]
    public async Task A_sandbox_s_campaigns_never_close(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var sandbox = Of(store, StoreKind.Sandbox);
        await new ReferenceData(sandbox).InstallAsync(_cancel);
        var campaigns = await new CampaignStore(sandbox).AllAsync(at: null, _cancel);
        Assert.Equal([2024, 2025, 2026, 2027], campaigns.Select(campaign => campaign.Year));
        Assert.All(campaigns, campaign => Assert.Equal(
            (ParisTime.StartOf(new(2024, 1, 1)), ParisTime.StartOf(new(2100, 1, 1))), (campaign.OpensAt, campaign.ClosesAt)));
    }

    private static StoreIdentity Identity(Database database) => new(database, TimeProvider.System);

    private static Database Of(TestStore store, StoreKind kind) => new(
        new() { Provider = store.Options.Provider, ConnectionString = store.Options.ConnectionString, Kind = kind }, TimeProvider.System);
}
