using Reporting.Domain.Counting;
using Reporting.Domain.Participations.Emission;
using Reporting.Domain.Participations.Keys;
using Reporting.Domain.Participations.Reading;
using Reporting.Domain.Participations.Records;

namespace Reporting.Domain.Participations;

/// <summary>
/// Counts a year of participation records into the return to post (section « décompte » of the counting rules; each
/// figure follows the clauses of Annexe 6 that <see cref="RuleRegister"/> lists). Records are read once, as a stream,
/// and forgotten: memory grows with the distinct keys.
/// </summary>
/// <remarks>
/// <para>What is read:</para>
/// <list type="bullet">
/// <item>Every known column must hold a value that it takes, on every record and whatever the indicator; but
/// <c>modalite</c> is read for ENF-1, ENF-4 and EMP-1, which take their own or none, and for DRO-1, where any other
/// one fails <c>nature</c>. <c>quantite</c> is required for DRO-4, with two decimals at most. Nothing is trimmed, and
/// letter case counts.</item>
/// <item><c>menage</c> and <c>session</c> have 64 characters at most, as <c>personne</c> has (UTF-16 units).</item>
/// <item>Ages are 0 to 120. When <c>age</c> is given the dates are not looked at; a single date gives no age; an age
/// computed from dates may be anything, and is then outside every public.</item>
/// <item>An empty <c>financement</c> is the axis of the action: TES-2 in an action of axis 2 is funded by
/// <c>emploi</c>.</item>
/// </list>
/// <para>How it is counted where the rules leave room:</para>
/// <list type="bullet">
/// <item>A key's outcome in a group is the furthest among its records of that group; in the receipt, among all its
/// records of the indicator. A DRO-5 file goes under the outcome that it had in the group it is attributed to; a group
/// whose files all are attributed elsewhere is emitted with 0.</item>
/// <item>A household is retained when one of its records is: it may fail <c>exclusif</c> by one person and count by
/// another.</item>
/// <item>EMP-3A, EMP-3B and EMP-3C are emitted, be it with 0, when a readable record of EMP-1, or of TES-2 with
/// <c>financement=emploi</c>, carries their category.</item>
/// <item>DRO-3 that fails <c>exclusif</c> for ENF-2 is under <c>dejaEmp2</c> as well.</item>
/// </list>
/// </remarks>
public static class ParticipationCounter
{
    /// <summary>Most bytes of one record.</summary>
    public const int MaximumRecordBytes = 64 * 1024;

    /// <summary>Counts the records of all sources as one.</summary>
    /// <param name="sources">The sources, read one after the other.</param>
    /// <param name="options">The year and the limits.</param>
    /// <param name="progress">Told from time to time, from any thread.</param>
    /// <param name="rejected">Told each rejected record, in order, one at a time, from any thread.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task<CountOutcome> CountAsync(
        IReadOnlyList<ParticipationSource> sources,
        CountingOptions options,
        IProgress<CountingProgress>? progress = null,
        Action<RejectedRecord>? rejected = null,
        CancellationToken cancellation = default) =>
        CountAsync(sources, options, Chunk.FreshBytes, progress, rejected, cancellation);

    internal static async Task<CountOutcome> CountAsync(
        IReadOnlyList<ParticipationSource> sources,
        CountingOptions options,
        int chunkBytes,
        IProgress<CountingProgress>? progress,
        Action<RejectedRecord>? rejected,
        CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        var store = new KeyStore();
        var journal = new ReadingJournal(options, store.Posts, progress, rejected);
        var reading = new RecordReading(sources, options, chunkBytes, store, journal);
        await reading.ReadAsync(cancellation);
        if (journal.Refusal() is { } refused)
        {
            return refused;
        }

        var tally = new KeyCounter(store, options.Threads).Count();
        foreach (var (group, groupTally) in tally.Groups)
        {
            groupTally.OnlyMeetings = !reading.Desks[group.Action.Value];
        }

        return tally.Keys(CountedIndicator.Dro4) > Figures.Maximum * 100
            ? journal.Refuse(ReadingFaults.TooLarge)
            : new CountOutcome.Counted(new(
                ReturnEmitter.Emit(options.Year, tally, reading.Categories),
                NationalFigures.Of(tally, reading.Records, reading.Categories), journal.Receipt()));
    }
}
