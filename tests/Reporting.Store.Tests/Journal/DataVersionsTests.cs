using System.Reflection;
using Microsoft.Extensions.Time.Testing;
using Reporting.Store.Journal;

namespace Reporting.Store.Tests.Journal;

public sealed class DataVersionsTests
{
    private static readonly string[] _silent = ["remontee.lire", "contrat.lire", "journal.lire", "flux.faire-cle"];

    private static readonly Query _restore = new("DELETE FROM JournalEntry WHERE Sequence > 1;");

    public static TheoryData<string> Actions =>
    [
        .. typeof(JournalActions).GetFields(BindingFlags.Public | BindingFlags.Static).Select(action => (string)action.GetRawConstantValue()!),
    ];

    [OnEveryEngine]
    public async Task It_is_that_of_the_last_act_whoever_asks_and_however_often(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var versions = new DataVersions(store.Database);
        var first = await versions.CurrentAsync(default);
        Assert.Equal(first, await versions.CurrentAsync(default));

        await RecordAsync(store, "remontee.deposer");
        var second = await versions.CurrentAsync(default);
        Assert.True(second.Sequence > first.Sequence);
        Assert.NotEqual(first.Hash, second.Hash);
        Assert.Equal(second, await new DataVersions(store.Database).CurrentAsync(default));
        Assert.Equal(second, await versions.CurrentAsync(default));
    }

    [OnEveryEngine]
    public async Task Reads_do_not_change_it(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var versions = new DataVersions(store.Database);
        var before = await versions.CurrentAsync(default);
        foreach (var action in _silent)
        {
            await RecordAsync(store, action);
            Assert.Equal(before, await versions.CurrentAsync(default));
        }

        Assert.Equal(before, await new DataVersions(store.Database).CurrentAsync(default));
        await RecordAsync(store, "remontee.deposer");
        Assert.Equal(before.Sequence + 5, (await versions.CurrentAsync(default)).Sequence);
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task Every_action_that_changes_something_makes_another(string action)
    {
        await using var store = await TestStore.CreateAsync(TestEngine.Sqlite);
        var versions = new DataVersions(store.Database);
        var before = await versions.CurrentAsync(default);
        await RecordAsync(store, action);
        Assert.Equal(_silent.Contains(action), before == await versions.CurrentAsync(default));
    }

    [OnEveryEngine]
    public async Task A_store_restored_to_an_earlier_state_has_another_although_its_numbers_come_again(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var versions = new DataVersions(store.Database);
        await RecordAsync(store, "remontee.deposer");
        var lost = await versions.CurrentAsync(default);
        await store.Database.RunAsync([_restore], default);
        for (var acts = 0; acts < 5; acts++)
        {
            await RecordAsync(store, "remontee.deposer");
        }

        Assert.NotEqual(lost.Hash, (await versions.CurrentAsync(default)).Hash);
        Assert.Equal(await new DataVersions(store.Database).CurrentAsync(default), await versions.CurrentAsync(default));
    }

    // Two instances write, of which the second one's clock is behind; then one that only reads, far ahead.
    [OnEveryEngine]
    public async Task It_is_dated_by_the_latest_change_though_another_one_came_after_it(TestEngine engine)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var store = await TestStore.CreateAsync(engine, clock);
        var versions = new DataVersions(store.Database);
        clock.AdjustTime(new DateTimeOffset(2026, 3, 2, 9, 30, 4, TimeSpan.Zero));
        await RecordAsync(store, "remontee.deposer");
        await versions.CurrentAsync(default);
        clock.AdjustTime(new DateTimeOffset(2026, 3, 2, 9, 30, 1, TimeSpan.Zero));
        await RecordAsync(store, "remontee.deposer");
        clock.AdjustTime(new DateTimeOffset(2026, 3, 2, 9, 30, 9, TimeSpan.Zero));
        await RecordAsync(store, "remontee.lire");
        var latest = new DateTimeOffset(2026, 3, 2, 9, 30, 4, TimeSpan.Zero);
        Assert.Equal(latest, (await versions.CurrentAsync(default)).At);
        Assert.Equal(latest, (await new DataVersions(store.Database).CurrentAsync(default)).At);
    }

    [OnEveryEngine]
    public async Task A_store_without_acts_has_none(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await store.Database.RunAsync([new("DELETE FROM JournalEntry;")], default);
        Assert.Equal(DataVersion.None, await new DataVersions(store.Database).CurrentAsync(default));
    }

    private static Task RecordAsync(TestStore store, string action) =>
        store.Database.RecordAsync([new Act(Author.Service, action)], default);
}
