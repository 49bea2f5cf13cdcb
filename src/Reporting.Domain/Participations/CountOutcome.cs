namespace Reporting.Domain.Participations;

/// <summary>What counting participation records gives.</summary>
public abstract record CountOutcome
{
    private CountOutcome()
    {
    }

    /// <summary>The records were counted.</summary>
    /// <param name="Count">The return to post, the figures and the receipt.</param>
    public sealed record Counted(ParticipationCount Count) : CountOutcome;

    /// <summary>The records were not counted, because no figure made of them could be trusted.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Source">Name of the source at fault, or null when they all are.</param>
    /// <param name="Line">Line at fault, from 1, or null when no one line is.</param>
    /// <param name="Message">What is wrong and what to do, in French.</param>
    /// <param name="Receipt">What had been read by then.</param>
    public sealed record Refused(
        RefusalReason Reason, string? Source, long? Line, string Message, CountReceipt Receipt) : CountOutcome;
}

/// <summary>Why participation records are not counted.</summary>
public enum RefusalReason
{
    /// <summary>A source without a byte.</summary>
    Empty,

    /// <summary>A header, and no record anywhere.</summary>
    NoRecord,

    /// <summary>The source is in UTF-16 or UTF-32.</summary>
    Encoding,

    /// <summary>The header lacks a required column, names one twice, or has too many.</summary>
    Header,

    /// <summary>A record longer than <see cref="ParticipationCounter.MaximumRecordBytes"/>.</summary>
    RecordTooLong,

    /// <summary>CSV: a quote opens and nothing closes it, so that nobody can tell where records end.</summary>
    UnclosedQuote,

    /// <summary>The source could not be read to its end.</summary>
    Truncated,

    /// <summary>More records than <see cref="CountingOptions.MaximumRecords"/>.</summary>
    TooManyRecords,

    /// <summary>More rejected records than <see cref="CountingOptions.Tolerance"/> allows.</summary>
    TooManyRejected,

    /// <summary>A figure above <see cref="Figures.Maximum"/>.</summary>
    TooLarge,
}
