namespace Reporting.Domain.Participations;

/// <summary>
/// What became of a record: the first of its indicator's checks that it failed, or <see cref="Retained"/>. In the
/// order of the checks, so that the furthest of two outcomes is the larger one.
/// </summary>
public enum RecordOutcome
{
    /// <summary>Its date is outside the period.</summary>
    Period,

    /// <summary>What was done is not what the indicator counts.</summary>
    Nature,

    /// <summary>The person is outside the indicator's public.</summary>
    Public,

    /// <summary>The Pacte does not fund it.</summary>
    Funding,

    /// <summary>Nothing followed.</summary>
    FollowUp,

    /// <summary>It counts in another indicator only.</summary>
    Exclusive,

    /// <summary>It counts.</summary>
    Retained,
}

/// <summary>The codes under which outcomes are shown.</summary>
public static class RecordOutcomes
{
    /// <summary>Every outcome, in the order of the checks.</summary>
    public static IReadOnlyList<RecordOutcome> All { get; } = Enum.GetValues<RecordOutcome>();

    /// <summary>The code of an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <exception cref="ArgumentOutOfRangeException">The outcome is not one of the enumeration.</exception>
    public static string ToCode(this RecordOutcome outcome) => outcome switch
    {
        RecordOutcome.Period => "periode",
        RecordOutcome.Nature => "nature",
        RecordOutcome.Public => "public",
        RecordOutcome.Funding => "financement",
        RecordOutcome.FollowUp => "suite",
        RecordOutcome.Exclusive => "exclusif",
        RecordOutcome.Retained => "retenu",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };
}
