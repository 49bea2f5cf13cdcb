using Dapper;
using Reporting.Store.Journal;

namespace Reporting.Store.Tests.Journal;

public sealed class JournalVerificationTests
{
    private static readonly CancellationToken _cancel = CancellationToken.None;

    [OnEveryEngine]
    public async Task A_journal_nobody_touched_is_whole_and_its_head_is_told(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        var head = await HeadAsync(store);
        Assert.Equal(new JournalVerdict.Whole(head), await VerifyAsync(store));
        Assert.Equal(new JournalVerdict.Whole(head), await VerifyAsync(store, head));
        Assert.Equal(6, head.Sequence);
    }

    [OnEveryEngine]
    public async Task A_journal_without_entries_is_whole(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        await TamperAsync(store, "DELETE FROM JournalEntry;");
        Assert.Equal(new JournalVerdict.Whole(JournalHead.Empty), await VerifyAsync(store));
    }

    [OnEveryEngine]
    public async Task Each_field_of_an_entry_that_was_altered_is_found(TestEngine engine)
    {
        string[] alterations =
        [
            "Id = '018f0000-0000-7000-8000-000000000001'", "At = '2026-01-01T00:00:00.000Z'", "Actor = 'autre'", "Role = 'dgcs '",
            "Client = 'x'", "Action = 'x'", "Year = 2024", "Territory = '244400404'", "Version = 9", "RemoteAddress = 'x'",
            "TraceId = 'x'", $"PreviousHash = '{JournalEntry.Origin}'", $"Hash = '{JournalEntry.Origin}'",
        ];
        foreach (var alteration in alterations)
        {
            await using var store = await CreateAsync(engine);
            await TamperAsync(store, $"UPDATE JournalEntry SET {alteration} WHERE Sequence = 4;");
            Assert.Equal(new JournalVerdict.Altered(4), await VerifyAsync(store));
        }
    }

    [OnEveryEngine]
    public async Task An_entry_taken_out_is_found_missing_the_first_one_too(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        await TamperAsync(store, "DELETE FROM JournalEntry WHERE Sequence = 3;");
        Assert.Equal(new JournalVerdict.Missing(3), await VerifyAsync(store));
        await TamperAsync(store, "DELETE FROM JournalEntry WHERE Sequence = 1;");
        Assert.Equal(new JournalVerdict.Missing(1), await VerifyAsync(store));
    }

    [OnEveryEngine]
    public async Task Entries_that_changed_places_are_found(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        await TamperAsync(
            store,
            """
            UPDATE JournalEntry SET Sequence = 99 WHERE Sequence = 3;
            UPDATE JournalEntry SET Sequence = 3 WHERE Sequence = 4;
            UPDATE JournalEntry SET Sequence = 4 WHERE Sequence = 99;
            """);
        Assert.Equal(new JournalVerdict.Altered(3), await VerifyAsync(store));
    }

    [OnEveryEngine]
    public async Task An_entry_altered_and_hashed_anew_no_longer_leads_to_the_next(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        await ForgeAsync(store, 4);
        Assert.Equal(new JournalVerdict.Displaced(5), await VerifyAsync(store));
    }

    [OnEveryEngine]
    public async Task Only_a_head_kept_elsewhere_tells_that_the_end_was_cut_or_forged(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        var kept = await HeadAsync(store);
        await ForgeAsync(store, 6);
        Assert.IsType<JournalVerdict.Whole>(await VerifyAsync(store));
        Assert.Equal(new JournalVerdict.Rewritten(6), await VerifyAsync(store, kept));
        await TamperAsync(store, "DELETE FROM JournalEntry WHERE Sequence >= 5;");
        Assert.Equal(4, Assert.IsType<JournalVerdict.Whole>(await VerifyAsync(store)).Head.Sequence);
        Assert.Equal(4, Assert.IsType<JournalVerdict.Cut>(await VerifyAsync(store, kept)).Head.Sequence);
    }

    [OnEveryEngine]
    public async Task A_walk_over_many_pages_tells_how_far_it_is(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await store.Database.RecordAsync([.. Enumerable.Range(0, 2100).Select(_ => TestActs.New())], _cancel);
        var walked = new List<JournalProgress>();
        var verdict = await new JournalStore(store.Database).VerifyAsync(null, walked.Add, _cancel);
        Assert.Equal(2101, Assert.IsType<JournalVerdict.Whole>(verdict).Head.Sequence);
        Assert.Equal([new(1000, 2101), new(2000, 2101), new(2101, 2101)], walked);
    }

    private static async Task<TestStore> CreateAsync(TestEngine engine)
    {
        var store = await TestStore.CreateAsync(engine);
        for (var n = 2; n <= 6; n++)
        {
            await new JournalStore(store.Database).RecordReadAsync(TestActs.New("remontee.lire", 2025, "243500139"), _cancel);
        }

        return store;
    }

    private static Task<JournalVerdict> VerifyAsync(TestStore store, JournalHead? known = null) =>
        new JournalStore(store.Database).VerifyAsync(known, null, _cancel);

    private static async Task<JournalHead> HeadAsync(TestStore store)
    {
        var last = (await new JournalStore(store.Database).NewestAsync(new(), 1, _cancel))[0];
        return new(last.Sequence, last.Hash);
    }

    private static async Task ForgeAsync(TestStore store, long sequence)
    {
        var entry = (await new JournalStore(store.Database).NewestAsync(new() { Before = sequence + 1 }, 1, _cancel))[0];
        var forged = entry with { Actor = "autre" };
        await TamperAsync(
            store, $"UPDATE JournalEntry SET Actor = 'autre', Hash = '{forged.ComputeHash()}' WHERE Sequence = {sequence};");
    }

    private static async Task TamperAsync(TestStore store, string sql)
    {
        await using var connection = await store.Database.OpenAsync(_cancel);
        await connection.ExecuteAsync(sql);
    }
}
