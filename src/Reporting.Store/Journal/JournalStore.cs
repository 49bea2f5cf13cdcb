namespace Reporting.Store.Journal;

/// <summary>Reads the journal, and records the reads that must be known of.</summary>
public sealed class JournalStore(Database database)
{
    private static readonly Query Newest = new(
        """
        SELECT Sequence, Id, At, Actor, Role, Client, Action, Year, Territory, Version, RemoteAddress, TraceId,
            PreviousHash, Hash
        FROM JournalEntry
        WHERE Sequence < @Before
          AND (@Year IS NULL OR Year = @Year)
          AND (@Territory IS NULL OR Territory = @Territory)
          AND (@Actor IS NULL OR Actor = @Actor)
          AND (@Action IS NULL OR Action = @Action)
          AND (@From IS NULL OR At >= @From)
          AND (@Until IS NULL OR At < @Until)
        ORDER BY Sequence DESC
        LIMIT @Count;
        """,
        """
        SELECT TOP (@Count) Sequence, Id, At, Actor, Role, Client, Action, Year, Territory, Version, RemoteAddress, TraceId,
            PreviousHash, Hash
        FROM JournalEntry
        WHERE Sequence < @Before
          AND (@Year IS NULL OR Year = @Year)
          AND (@Territory IS NULL OR Territory = @Territory)
          AND (@Actor IS NULL OR Actor = @Actor)
          AND (@Action IS NULL OR Action = @Action)
          AND (@From IS NULL OR At >= @From)
          AND (@Until IS NULL OR At < @Until)
        ORDER BY Sequence DESC
        OPTION (RECOMPILE);
        """);

    private static readonly Query Following = new(
        """
        SELECT Sequence, Id, At, Actor, Role, Client, Action, Year, Territory, Version, RemoteAddress, TraceId,
            PreviousHash, Hash
        FROM JournalEntry
        WHERE Sequence > @After AND Sequence <= @Through
        ORDER BY Sequence;
        """);

    private static readonly Query Length = new("SELECT COALESCE(MAX(Sequence), 0) FROM JournalEntry;");

    private readonly GroupedActs _reads = new(database);

    /// <summary>The newest entries that match, newest first.</summary>
    public Task<IReadOnlyList<JournalEntry>> NewestAsync(JournalFilter filter, int count, CancellationToken cancel) =>
        database.QueryAsync<JournalEntry>(
            Newest,
            new
            {
                filter.Year, filter.Territory, filter.Actor, filter.Action, filter.From, filter.Until, filter.Before,
                Count = count,
            },
            cancel);

    /// <summary>
    /// Records a sensitive read, before what was read is handed out. Reads that wait share one transaction, so that
    /// however many they are each waits for one turn at the journal.
    /// </summary>
    public Task RecordReadAsync(Act act, CancellationToken cancel) => _reads.RecordAsync(act, cancel);

    /// <summary>Walks the whole chain in order and says where it first breaks, if it does.</summary>
    /// <param name="known">A head kept elsewhere, which the chain must still lead through.</param>
    /// <param name="walked">Told how far the walk has come.</param>
    /// <param name="cancel">Stops the walk.</param>
    public async Task<JournalVerdict> VerifyAsync(
        JournalHead? known, Action<JournalProgress>? walked, CancellationToken cancel)
    {
        const int page = 1000;
        var length = await database.FindAsync<long>(Length, null, cancel);
        var walk = new JournalWalk(known);
        for (var through = 0L; through < length; through += page)
        {
            var key = new { After = through, Through = Math.Min(through + page, length) };
            foreach (var entry in await database.QueryAsync<JournalEntry>(Following, key, cancel))
            {
                if (walk.Step(entry) is { } broken)
                {
                    return broken;
                }
            }

            walked?.Invoke(new(key.Through, length));
        }

        return walk.End();
    }
}
