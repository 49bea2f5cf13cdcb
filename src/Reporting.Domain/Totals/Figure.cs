using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Totals;

/// <summary>One figure in force: what one territory counts for one indicator, in units of the indicator.</summary>
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
    string Territory, Indicator Indicator, ReturnState State, decimal? Target, decimal Value, decimal LowerBound,
    decimal ComparableValue, bool Estimated, bool Broken, bool Fictitious);
