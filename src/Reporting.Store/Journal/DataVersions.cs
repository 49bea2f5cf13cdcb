namespace Reporting.Store.Journal;

/// <summary>
/// Tells the data version of a store. Only the entries since it was last asked for are looked at, and those of mere
/// reads do not count.
/// </summary>
public sealed class DataVersions(Database database)
{
    // The actions that change nothing that anybody is told; whichever comes to be added counts until it stands here too.
    private static readonly Query Since = new(
        """
        SELECT MAX(Sequence) AS Head,
            MAX(CASE WHEN Action IN ('remontee.lire', 'contrat.lire', 'journal.lire', 'flux.faire-cle') THEN NULL
                ELSE Sequence END) AS Change,
            MAX(CASE WHEN Action IN ('remontee.lire', 'contrat.lire', 'journal.lire', 'flux.faire-cle') THEN NULL
                ELSE At END) AS ChangedAt,
            MAX(CASE WHEN Sequence = @Known THEN Hash END) AS KnownHash
        FROM JournalEntry
        WHERE Sequence >= @Known;
        """);

    private static readonly Query Entry = new("SELECT Sequence, At, Hash FROM JournalEntry WHERE Sequence = @Sequence;");

    private Known _known = Known.Nothing;

    public async Task<DataVersion> CurrentAsync(CancellationToken cancel)
    {
        var known = Volatile.Read(ref _known);
        var since = await SinceAsync(known.Head.Sequence, cancel);
        if (since.KnownHash != known.Head.Hash && known != Known.Nothing)
        {
            // The journal is not the one that was read before: the store was restored from a copy.
            known = Known.Nothing;
            since = await SinceAsync(0, cancel);
        }

        if (since.Head is { } head && head != known.Head.Sequence)
        {
            known = await AdvanceAsync(known, head, since, cancel);
            Volatile.Write(ref _known, known);
        }

        return known.Change;
    }

    private async Task<Known> AdvanceAsync(Known known, long head, Span since, CancellationToken cancel)
    {
        var newest = await EntryAsync(head, cancel);
        if (since.Change is not { } change || change == known.Change.Sequence)
        {
            return new(newest, known.Change);
        }

        var entry = change == head ? newest : await EntryAsync(change, cancel);
        return new(newest, entry with { At = since.ChangedAt > known.Change.At ? since.ChangedAt.Value : known.Change.At });
    }

    private async Task<Span> SinceAsync(long known, CancellationToken cancel) =>
        (await database.FindAsync<Span>(Since, new { Known = known }, cancel))!;

    private async Task<DataVersion> EntryAsync(long sequence, CancellationToken cancel) =>
        await database.FindAsync<DataVersion>(Entry, new { Sequence = sequence }, cancel) ?? DataVersion.None;

    /// <summary>The last entry that was seen, and the last change at that entry.</summary>
    private sealed record Known(DataVersion Head, DataVersion Change)
    {
        public static readonly Known Nothing = new(DataVersion.None, DataVersion.None);
    }

    private sealed class Span
    {
        public long? Head { get; init; }

        public long? Change { get; init; }

        public DateTimeOffset? ChangedAt { get; init; }

        public string? KnownHash { get; init; }
    }
}
