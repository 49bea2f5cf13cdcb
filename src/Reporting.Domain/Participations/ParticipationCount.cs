using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Participations;

/// <summary>A finished count.</summary>
/// <param name="Return">The body to post: counting it gives the figures of <paramref name="Indicators"/>, bounds equal.</param>
/// <param name="Indicators">The national figures, in catalogue order, of the indicators that the records bear on.</param>
/// <param name="Receipt">What was read and what became of it.</param>
public sealed record ParticipationCount(Return Return, IReadOnlyList<IndicatorCount> Indicators, CountReceipt Receipt);

/// <summary>
/// The national figure of one indicator and what it is made of: the keys retained, less those
/// <see cref="Represented"/>, plus those <see cref="FromMobility"/>.
/// </summary>
public sealed record IndicatorCount
{
    /// <summary>The indicator.</summary>
    public required Indicator Indicator { get; init; }

    /// <summary>The national figure, in units of the indicator.</summary>
    public required decimal Figure { get; init; }

    /// <summary>Readable records of the indicator; 0 for EMP-3A, EMP-3B and EMP-3C, which are derived.</summary>
    public required long Records { get; init; }

    /// <summary>
    /// Distinct keys (DRO-4: full-time equivalents) by the furthest outcome that any of their records reached, in the
    /// order of the checks; outcomes without a key are left out.
    /// </summary>
    public required IReadOnlyList<OutcomeCount> Outcomes { get; init; }

    /// <summary>EMP-1: persons retained in TES-2 with <c>financement=emploi</c> and not in EMP-1 itself.</summary>
    public decimal FromMobility { get; init; }

    /// <summary>DRO-1: participants already counted as the representative of a household visited.</summary>
    public decimal Represented { get; init; }
}

/// <summary>The keys of an indicator that ended with one outcome.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Keys">Distinct keys; for DRO-4, full-time equivalents.</param>
/// <param name="RuleId">Id of the counting rule that decided, or null when they are retained.</param>
/// <param name="Clause">The clause of the guide that the rule applies, or null when they are retained.</param>
public sealed record OutcomeCount(RecordOutcome Outcome, decimal Keys, string? RuleId, string? Clause);
