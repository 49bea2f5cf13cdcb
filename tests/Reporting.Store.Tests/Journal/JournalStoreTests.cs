using System.Data.Common;
using Microsoft.Extensions.Time.Testing;
using Reporting.Store.Journal;

namespace Reporting.Store.Tests.Journal;

public sealed class JournalStoreTests
{
    private static readonly Query _addAxis = new("INSERT INTO Axis (Code, Label, Position) VALUES (@Code, 'Enfance', 1);");
    private static readonly Query _axes = new("SELECT Code FROM Axis ORDER BY Code;");
    private static readonly CancellationToken _cancel = CancellationToken.None;

    [OnEveryEngine]
    public async Task A_write_leaves_one_entry_that_says_who_did_what_from_where(TestEngine engine)
    {
        var time = new FakeTimeProvider(new(2026, 3, 2, 9, 30, 15, 120, TimeSpan.Zero));
        await using var store = await TestStore.CreateAsync(engine, time);
        var act = new Act(
            new("si-rennes", "metropole", "portail", "2001:db8::1", "4bf92f3577b34da6a3ce929d0e0e4736"),
            JournalActions.PostReturn, 2025, "243500139", 3);
        await WriteAsync(store.Database, act, "enfance");
        var entry = (await AllAsync(store))[0];
        var installed = (await AllAsync(store))[1];
        Assert.Equal(
            new()
            {
                Sequence = 2, Id = act.Id.ToString(), At = time.GetUtcNow(), Actor = "si-rennes", Role = "metropole",
                Client = "portail", Action = "remontee.poster", Year = 2025, Territory = "243500139", Version = 3,
                RemoteAddress = "2001:db8::1", TraceId = "4bf92f3577b34da6a3ce929d0e0e4736",
                PreviousHash = installed.Hash, Hash = entry.Hash,
            },
            entry);
        Assert.Equal(entry.ComputeHash(), entry.Hash);
        Assert.Equal((1, "schema.installer", JournalEntry.Origin), (installed.Sequence, installed.Action, installed.PreviousHash));
    }

    [OnEveryEngine]
    public async Task A_write_that_fails_leaves_no_entry_and_an_entry_that_fails_leaves_no_write(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var act = TestActs.New();
        await WriteAsync(store.Database, act, "enfance");
        await Assert.ThrowsAnyAsync<DbException>(() => WriteAsync(store.Database, TestActs.New(), "enfance"));
        await Assert.ThrowsAnyAsync<DbException>(() => WriteAsync(store.Database, act, "emploi"));
        Assert.Equal(["enfance"], await store.Database.QueryAsync<string>(_axes, null, _cancel));
        Assert.Equal([2, 1], (await AllAsync(store)).Select(entry => entry.Sequence));
    }

    [OnEveryEngine]
    public async Task What_is_written_together_with_an_act_lives_and_dies_with_it(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await WriteAsync(store.Database, TestActs.New().With(Also("emploi")).With(Also("droits")), "enfance");
        await Assert.ThrowsAnyAsync<DbException>(
            () => WriteAsync(store.Database, TestActs.New().With(Also("emploi")), "transition"));
        Assert.Equal(["droits", "emploi", "enfance"], await store.Database.QueryAsync<string>(_axes, null, _cancel));
        Assert.Equal(2, (await AllAsync(store)).Count);

        static Func<Session, Task> Also(string code) => session => session.ExecuteAsync(_addAxis, new { Code = code });
    }

    [OnEveryEngine]
    public async Task Writers_of_several_instances_make_one_chain_without_gap(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var elsewhere = new Database(store.Options, TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(1, 40).Select(n => Task.Run(
            () => WriteAsync(n % 2 == 0 ? store.Database : elsewhere, TestActs.New(), $"axe-{n}"))));
        Assert.Equal(Enumerable.Range(1, 41).Reverse().Select(n => (long)n), (await AllAsync(store)).Select(entry => entry.Sequence));
        Assert.Equal(41, Assert.IsType<JournalVerdict.Whole>(await VerifyAsync(store)).Head.Sequence);
    }

    [OnEveryEngine]
    public async Task Reads_recorded_at_once_are_each_recorded_once(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var journal = new JournalStore(store.Database);
        var acts = Enumerable.Range(1, 250).Select(_ => TestActs.New(JournalActions.ReadReturn)).ToList();
        await Task.WhenAll(acts.Select(act => Task.Run(() => journal.RecordReadAsync(act, _cancel))));
        var entries = await AllAsync(store);
        Assert.Equal(251, entries.Count);
        Assert.Equal(acts.Select(act => act.Id.ToString()).Order(), entries.SkipLast(1).Select(entry => entry.Id).Order());
        Assert.IsType<JournalVerdict.Whole>(await VerifyAsync(store));
    }

    [OnEveryEngine]
    public async Task A_read_that_cannot_be_recorded_is_told_and_the_next_is_recorded(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var journal = new JournalStore(store.Database);
        var act = TestActs.New();
        await journal.RecordReadAsync(act, _cancel);
        await Assert.ThrowsAnyAsync<DbException>(() => journal.RecordReadAsync(act, _cancel));
        await journal.RecordReadAsync(TestActs.New(), _cancel);
        Assert.Equal(3, (await AllAsync(store)).Count);
    }

    [OnEveryEngine]
    public async Task The_journal_is_read_by_what_it_tells_of_newest_first_page_by_page(TestEngine engine)
    {
        var time = new FakeTimeProvider(new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        await using var store = await TestStore.CreateAsync(engine, time);
        foreach (var act in new[]
        {
            TestActs.New("remontee.poster", 2025, "243500139"),
            TestActs.New("remontee.poster", 2024, "243500139"),
            TestActs.New("remontee.lire", 2025, "244400404"),
            new Act(new("autre", "dgcs"), "contrat.lire", Territory: "243500139"),
        })
        {
            time.Advance(TimeSpan.FromHours(1));
            await new JournalStore(store.Database).RecordReadAsync(act, _cancel);
        }

        Assert.Equal([5, 3, 2], await SequencesAsync(store, new() { Territory = "243500139" }));
        Assert.Equal([4, 2], await SequencesAsync(store, new() { Year = 2025 }));
        Assert.Equal([3, 2], await SequencesAsync(store, new() { Action = "remontee.poster" }));
        Assert.Equal([5], await SequencesAsync(store, new() { Actor = "autre" }));
        Assert.Equal([4, 3], await SequencesAsync(store, new() { From = Hour(2), Until = Hour(4) }));
        Assert.Equal([5, 4], await SequencesAsync(store, new(), 2));
        Assert.Equal([3, 2], await SequencesAsync(store, new() { Before = 4 }, 2));

        static DateTimeOffset Hour(int hour) => new(2026, 3, 1, hour, 0, 0, TimeSpan.Zero);
    }

    private static async Task<IEnumerable<long>> SequencesAsync(TestStore store, JournalFilter filter, int count = 10) =>
        (await new JournalStore(store.Database).NewestAsync(filter, count, _cancel)).Select(entry => entry.Sequence);

    private static Task<IReadOnlyList<JournalEntry>> AllAsync(TestStore store) =>
        new JournalStore(store.Database).NewestAsync(new(), 1000, _cancel);

    private static Task<JournalVerdict> VerifyAsync(TestStore store) =>
        new JournalStore(store.Database).VerifyAsync(null, null, _cancel);

    private static Task<int> WriteAsync(Database database, Act act, string code) =>
        database.WriteAsync(act, session => session.ExecuteAsync(_addAxis, new { Code = code }), _cancel);
}
