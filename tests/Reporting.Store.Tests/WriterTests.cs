using Reporting.Store.Journal;

namespace Reporting.Store.Tests;

public sealed class WriterTests
{
    private static readonly Query _addAxis = new("INSERT INTO Axis (Code, Label, Position) VALUES (@Code, 'Enfance', 1);");

    // What two instances that append at once make of one of them.
    private static readonly Query _takeNumber = new(
        """
        INSERT INTO JournalEntry (Sequence, Id, At, Actor, Role, Action, PreviousHash, Hash)
        SELECT Sequence, 'another', At, Actor, Role, Action, PreviousHash, Hash FROM JournalEntry WHERE Sequence = 1;
        """);

    private static readonly Query _countAxes = new("SELECT COUNT(*) FROM Axis;");
    private static readonly CancellationToken _cancel = CancellationToken.None;

    private int _runs;

    [OnEveryEngine]
    public async Task A_write_whose_commit_was_answered_by_nobody_is_found_and_not_made_twice(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var writer = new Writer(store.Database, TimeProvider.System);
        var write = WriteOf("enfance");
        Assert.Equal("enfance 1", await writer.RunAsync(write, _cancel));
        // As after a connection that was lost between the commit and its answer.
        Assert.True(write.MayHaveTakenPlace);
        Assert.Equal("enfance 1", await writer.RunAsync(write, _cancel));
        Assert.Equal(1, _runs);
        Assert.Equal((1, 2), await CountAsync(store));
    }

    [OnEveryEngine]
    public async Task A_write_whose_commit_never_reached_the_store_is_made_again(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var writer = new Writer(store.Database, TimeProvider.System);
        var write = WriteOf("enfance");
        write.Committing("lost");
        Assert.Equal("enfance 1", await writer.RunAsync(write, _cancel));
        Assert.Equal((1, 2), await CountAsync(store));
    }

    [OnEveryEngine]
    public async Task A_writer_whose_number_another_instance_took_first_comes_after_it(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var writer = new Writer(store.Database, TimeProvider.System);
        var write = new Write<string>([TestActs.New()], async session =>
        {
            if (++_runs == 1)
            {
                await session.ExecuteAsync(_takeNumber, null);
            }

            return $"run {_runs}";
        });
        Assert.Equal("run 2", await writer.RunAsync(write, _cancel));
        Assert.Equal((0, 2), await CountAsync(store));
    }

    private Write<string> WriteOf(string code) => new([TestActs.New()], async session =>
    {
        await session.ExecuteAsync(_addAxis, new { Code = code });
        return $"{code} {++_runs}";
    });

    private static async Task<(int Axes, int Entries)> CountAsync(TestStore store) => (
        await store.Database.FindAsync<int>(_countAxes, null, _cancel),
        (await new JournalStore(store.Database).NewestAsync(new(), 100, _cancel)).Count);
}
