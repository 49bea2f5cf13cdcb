namespace Reporting.Domain.Participations;

/// <summary>
/// What was read, and what became of it: the records rejected and the <see cref="IndicatorCount.Records"/> of every
/// indicator add up to the records read.
/// </summary>
public sealed record CountReceipt
{
    /// <summary>How many rejected records are listed, and how many repeated posts.</summary>
    public const int ListedRejections = 100;

    /// <summary>Campaign year N.</summary>
    public required int Year { get; init; }

    /// <summary>Records read, those rejected included; blank lines are none.</summary>
    public required long Read { get; init; }

    /// <summary>Records rejected.</summary>
    public required long Rejected { get; init; }

    /// <summary>The first records rejected, in the order of the sources, <see cref="ListedRejections"/> at most.</summary>
    public required IReadOnlyList<RejectedRecord> FirstRejected { get; init; }

    /// <summary>How many records were rejected for each reason; reasons without one are left out.</summary>
    public required IReadOnlyDictionary<RejectionReason, long> RejectedByReason { get; init; }

    /// <summary>
    /// What to look at, though it does not hinder the count; of the repeated posts, the first
    /// <see cref="ListedRejections"/> and one warning for all the others.
    /// </summary>
    public required IReadOnlyList<CountingWarning> Warnings { get; init; }

    /// <summary>The sources, in the order given, those not read to their end left out.</summary>
    public required IReadOnlyList<SourceReceipt> Sources { get; init; }

    /// <summary>Version of the counting rules, as in <see cref="Counting.RuleRegister.Version"/>.</summary>
    public required string RuleVersion { get; init; }
}

/// <summary>What one source held.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Format">How it was written.</param>
/// <param name="Bytes">Decompressed bytes.</param>
/// <param name="Sha256">SHA-256 of those bytes, as 64 lower-case hexadecimal digits.</param>
/// <param name="Read">Records read, those rejected included.</param>
/// <param name="Rejected">Records rejected.</param>
public sealed record SourceReceipt(
    string Name, ParticipationFormat Format, long Bytes, string Sha256, long Read, long Rejected);

/// <summary>Something to look at that does not hinder the count.</summary>
/// <param name="Kind">What.</param>
/// <param name="Source">Name of the source.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">The column or key, as the source writes it, or null when no one column is meant.</param>
/// <param name="Message">The same in French.</param>
public sealed record CountingWarning(WarningKind Kind, string Source, long Line, string? Column, string Message);

/// <summary>What a warning is about.</summary>
public enum WarningKind
{
    /// <summary>A column, or a key, that is none of those that are read; told once a source.</summary>
    UnknownColumn,

    /// <summary>DRO-4: a record that repeats an earlier one in every column that is read. Both are in the sum.</summary>
    RepeatedPost,

    /// <summary>A source with a header and no record.</summary>
    NoRecord,
}
