namespace Reporting.Domain.Totals;

/// <summary>The year before, beside a total.</summary>
/// <param name="Value">Upper bound of that year's total, in units of the indicator.</param>
/// <param name="LowerBound">Its lower bound.</param>
/// <param name="ComparableChange">
/// Relative change over the territories counted in both years, this year's figures taken by last year's method:
/// 0.1 is a rise by a tenth. Null when no territory is counted in both, or theirs was 0.
/// </param>
public sealed record PreviousTotal(decimal Value, decimal LowerBound, decimal? ComparableChange);
