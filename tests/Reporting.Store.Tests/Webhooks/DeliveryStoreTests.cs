using Reporting.Store.Registry;
using Reporting.Store.Returns;
using Reporting.Store.Tests.Returns;
using Reporting.Store.Webhooks;

namespace Reporting.Store.Tests.Webhooks;

public sealed class DeliveryStoreTests
{
    private const string Rennes = SampleReturn.Rennes;
    private static readonly CancellationToken _cancel = CancellationToken.None;
    private static readonly DateTimeOffset _at = SampleReturn.PostedAt.AddHours(2);

    [OnEveryEngine]
    public async Task A_deposit_is_queued_for_every_webhook_of_its_territory_with_it_or_not_at_all(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        var (one, other) = (await AddAsync(store, Rennes), await AddAsync(store, Rennes));
        await AddAsync(store, "243300316");
        var revoked = await AddAsync(store, Rennes);
        await new WebhookStore(store.Database).RevokeAsync(revoked.Id, _at, TestActs.New(), _cancel);
        var returns = new ReturnStore(store.Database);
        Assert.True(await returns.AppendAsync(SampleReturn.Of(), TestActs.New(), _cancel));
        Assert.Empty(await DueAsync(store));
        Assert.True(await returns.DepositAsync(SampleReturn.Of(), _at, TestActs.New(), _cancel));
        // A second writer at the same event loses, and what it would have told is lost with it.
        Assert.False(await returns.DepositAsync(SampleReturn.Of(), _at, TestActs.New(), _cancel));

        var due = await DueAsync(store);
        Assert.Equal(new[] { one.Id, other.Id }.Order(), due.Select(delivery => delivery.Webhook).Order());
        Assert.All(due, delivery => Assert.Equal(
            (WebhookEvents.Deposited, Rennes, 2025, 1, 2, _at),
            (delivery.Message.Kind, delivery.Message.Territory, delivery.Message.Year, delivery.Message.Version, delivery.Message.Sequence, delivery.Message.At)));
        Assert.Single(due.Select(delivery => delivery.Message.Id).Distinct());
    }

    [OnEveryEngine]
    public async Task Of_two_that_take_the_next_step_one_wins_and_a_lease_that_runs_out_frees_it(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        await AddAsync(store, Rennes);
        await DepositAsync(store, version: 1, sequence: 1);
        var deliveries = new DeliveryStore(store.Database);
        var due = (await DueAsync(store)).Single();
        var claim = due with { Number = 2, Step = DeliveryStep.Claimed, Attempt = 1, SteppedAt = _at, DueAt = _at.AddMinutes(1) };
        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => deliveries.StepAsync(claim, _cancel)));
        Assert.Single(claims, won => won);
        Assert.Empty(await deliveries.DueAsync(_at.AddSeconds(59), _cancel));
        Assert.Equal(claim, (await deliveries.DueAsync(_at.AddMinutes(1), _cancel)).Single());
    }

    [OnEveryEngine]
    public async Task The_deliveries_of_a_return_wait_for_the_one_before_and_those_of_another_year_do_not(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        await AddAsync(store, Rennes);
        await DepositAsync(store, version: 1, sequence: 1);
        await DepositAsync(store, version: 2, sequence: 3);
        await DepositAsync(store, version: 1, sequence: 1, year: 2024);
        var due = await DueAsync(store);
        Assert.Equal([(2024, 1), (2025, 1)], Versions(due));

        var first = due.Single(delivery => delivery.Message.Year == 2025);
        var deliveries = new DeliveryStore(store.Database);
        Assert.True(await deliveries.StepAsync(first with { Number = 2, Step = DeliveryStep.Failed, DueAt = _at.AddDays(1) }, _cancel));
        Assert.Equal([(2024, 1)], Versions(await DueAsync(store)));
        Assert.True(await deliveries.StepAsync(first with { Number = 3, Step = DeliveryStep.Abandoned, DueAt = null }, _cancel));
        Assert.Equal([(2024, 1), (2025, 2)], Versions(await DueAsync(store)));
        Assert.Equal(
            [DeliveryStep.Queued, DeliveryStep.Abandoned],
            (await deliveries.OfWebhookAsync(first.Webhook, _cancel)).Where(delivery => delivery.Message.Year == 2025).Select(delivery => delivery.Step));
    }

    [OnEveryEngine]
    public async Task Without_a_webhook_nothing_is_written(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        await DepositAsync(store, version: 1, sequence: 1);
        var late = await AddAsync(store, Rennes);
        Assert.Empty(await new DeliveryStore(store.Database).OfWebhookAsync(late.Id, _cancel));
    }

    private static IEnumerable<(int, int)> Versions(IEnumerable<Delivery> due) =>
        due.Select(delivery => (delivery.Message.Year!.Value, delivery.Message.Version!.Value)).Order();

    private static Task<IReadOnlyList<Delivery>> DueAsync(TestStore store) =>
        new DeliveryStore(store.Database).DueAsync(_at.AddHours(12), _cancel);

    private static async Task DepositAsync(TestStore store, int version, int sequence, int year = SampleReturn.Year)
    {
        var returns = new ReturnStore(store.Database);
        var added = SampleReturn.Of(version, sequence, value: version, year: year);
        Assert.True(await returns.AppendAsync(added, TestActs.New(), _cancel));
        Assert.True(await returns.DepositAsync(added, _at.AddHours(version), TestActs.New(), _cancel));
    }

    private static async Task<Webhook> AddAsync(TestStore store, string territory)
    {
        var added = new Webhook
        {
            Id = Guid.CreateVersion7(), Territory = territory, Url = "https://exemple.fr/", KeyName = "essai", CreatedAt = _at,
            CreatedBy = "metropole",
        };
        await new WebhookStore(store.Database).AddAsync(added, TestActs.New(), _cancel);
        return added;
    }

    private static async Task<TestStore> CreateAsync(TestEngine engine)
    {
        var store = await TestStore.CreateAsync(engine);
        await new ReferenceData(store.Database).InstallAsync(_cancel);
        return store;
    }
}
