using Microsoft.Extensions.Time.Testing;
using Reporting.Domain.Campaigns;
using Reporting.Store.Campaigns;
using Reporting.Store.Registry;

namespace Reporting.Store.Tests.Campaigns;

public sealed class CampaignStoreTests
{
    private const string Rennes = "243500139";
    private static readonly CancellationToken _cancel = CancellationToken.None;

    [OnEveryEngine]
    public async Task The_campaigns_of_2024_to_2027_last_the_whole_of_the_next_March_in_Paris(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        var all = await new CampaignStore(store.Database).AllAsync(at: null, _cancel);
        Assert.Equal([2024, 2025, 2026, 2027], all.Select(campaign => campaign.Year));
        var campaign = (await new CampaignStore(store.Database).FindAsync(2025, at: null, _cancel))!;
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(1)), campaign.OpensAt);
        Assert.Equal(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.FromHours(2)), campaign.ClosesAt);
        Assert.Equal((1, 2), (campaign.OpensAt.Offset.Hours, campaign.ClosesAt.Offset.Hours));
        Assert.Null(await new CampaignStore(store.Database).FindAsync(2023, at: null, _cancel));
    }

    [OnEveryEngine]
    public async Task Late_exceptions_are_read_back_in_order_for_their_territory_and_year_alone(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        var campaigns = new CampaignStore(store.Database);
        var later = Exception(2025, Rennes, day: 9);
        var earlier = Exception(2025, Rennes, day: 2);
        foreach (var exception in new[] { later, earlier, Exception(2024, Rennes, 1), Exception(2025, "244400404", 1) })
        {
            await campaigns.GrantAsync(exception, TestActs.New(), _cancel);
        }

        Assert.Equal([earlier, later], await campaigns.ExceptionsAsync(2025, Rennes, _cancel));
        Assert.Empty(await campaigns.ExceptionsAsync(2026, Rennes, _cancel));
    }

    [OnEveryEngine]
    public async Task An_exception_dated_too_long_before_its_commit_may_be_asked_for_again(TestEngine engine)
    {
        var clock = new FakeTimeProvider(new(2026, 5, 1, 8, 0, 0, TimeSpan.Zero));
        await using var store = await CreateAsync(engine, clock);
        var campaigns = new CampaignStore(store.Database);
        var dated = TestActs.New() with { DatedAt = clock.GetUtcNow() };
        clock.Advance(Database.LongestWrite + TimeSpan.FromMilliseconds(1));

        var refusal = await Assert.ThrowsAsync<StoreAwayException>(
            () => campaigns.GrantAsync(Exception(2025, Rennes, day: 2), dated, _cancel));

        Assert.False(refusal.MayHaveTakenPlace);
        Assert.Empty(await campaigns.ExceptionsAsync(2025, Rennes, _cancel));
    }

    private static async Task<TestStore> CreateAsync(TestEngine engine, TimeProvider? time = null)
    {
        var store = await TestStore.CreateAsync(engine, time);
        await new ReferenceData(store.Database).InstallAsync(_cancel);
        return store;
    }

    private static LateException Exception(int year, string territory, int day) => new(
        Guid.NewGuid(), year, territory, new(2026, 4, day, 0, 0, 0, TimeSpan.FromHours(2)), "dgcs",
        new(2026, 5, day, 0, 0, 0, TimeSpan.FromHours(2)), "Panne du système d'information");
}
