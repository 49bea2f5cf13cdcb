using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Totals;

/// <summary>
/// One figure in force, as its reader may know it: what one territory counts for one indicator, in units of the
/// indicator. What is withheld from the reader is null.
/// </summary>
/// <param name="Territory">SIREN.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="State">State of the version that it comes from.</param>
/// <param name="Target">The year's target, when posted.</param>
/// <param name="Value">The figure, upper bound.</param>
/// <param name="LowerBound">Its lower bound, at most <paramref name="Value"/>.</param>
/// <param name="ComparableValue">The figure by last year's method.</param>
/// <param name="Estimated">Whether it rests on an estimate.</param>
/// <param name="Broken">Whether a change of method breaks its series.</param>
/// <param name="Fictitious">Whether it is sample data, which describes nobody.</param>
public sealed record Figure(
    string Territory, Indicator Indicator, ReturnState State, decimal? Target, decimal? Value, decimal? LowerBound,
    decimal? ComparableValue, bool Estimated, bool Broken, bool Fictitious)
{
    /// <summary>What the lower bound is at least, by all that the reader may know.</summary>
    public decimal Minimum { get; init; } = LowerBound ?? 0;

    /// <summary>What the figure is at most, by all that the reader may know.</summary>
    public decimal Maximum { get; init; } = Value ?? Figures.Maximum;

    /// <summary>The figure over its target, four decimals; null without a target above 0.</summary>
    public decimal? Rate => Value is { } value ? Ratio.Of(value, Target) : null;
}
