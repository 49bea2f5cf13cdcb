using Reporting.Store.FollowUp;
using Reporting.Store.Registry;

namespace Reporting.Store.Tests.FollowUp;

public sealed class SubscriptionStoreTests
{
    private const string Rennes = "243500139";
    private static readonly CancellationToken _cancel = CancellationToken.None;
    private static readonly DateTimeOffset _at = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [OnEveryEngine]
    public async Task A_key_opens_its_territory_until_it_is_revoked_and_twice_is_once(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        var subscriptions = new SubscriptionStore(store.Database);
        var (one, other) = (New(), New());
        await subscriptions.AddAsync(one, Hash('a'), TestActs.New(), _cancel);
        await subscriptions.AddAsync(other, Hash('b'), TestActs.New(), _cancel);
        Assert.Equal(Rennes, await subscriptions.FindTerritoryAsync(Hash('a'), _cancel));
        Assert.Null(await subscriptions.FindTerritoryAsync(Hash('c'), _cancel));

        await subscriptions.RevokeAsync(one.Id, _at.AddDays(1), TestActs.New(), _cancel);
        await subscriptions.RevokeAsync(one.Id, _at.AddDays(2), TestActs.New(), _cancel);
        Assert.Null(await subscriptions.FindTerritoryAsync(Hash('a'), _cancel));
        Assert.Equal(Rennes, await subscriptions.FindTerritoryAsync(Hash('b'), _cancel));
        Assert.Equal(
            [one with { RevokedAt = _at.AddDays(1) }, other],
            (await subscriptions.OfTerritoryAsync(Rennes, _cancel)).OrderBy(subscription => subscription.RevokedAt is null));
        Assert.Empty(await subscriptions.OfTerritoryAsync("243300316", _cancel));
    }

    private static async Task<TestStore> CreateAsync(TestEngine engine)
    {
        var store = await TestStore.CreateAsync(engine);
        await new ReferenceData(store.Database).InstallAsync(_cancel);
        return store;
    }

    private static string Hash(char digit) => new(digit, 64);

    private static Subscription New() => new()
    {
        Id = Guid.CreateVersion7(), Territory = Rennes, Label = "Agenda", CreatedAt = _at, CreatedBy = "metropole",
    };
}
