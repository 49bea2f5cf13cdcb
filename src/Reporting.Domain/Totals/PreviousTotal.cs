namespace Reporting.Domain.Totals;

/// <summary>The year before, beside a total.</summary>
/// <param name="Value">Upper bound of that year's total, in units of the indicator; null when a part is withheld.</param>
/// <param name="LowerBound">Its lower bound.</param>
/// <param name="Bracket">What the total lies in, when a part of it or of its lower bound is withheld.</param>
/// <param name="ComparableChange">
/// Relative change over the territories counted in both years, this year's figures taken by last year's method:
/// 0.1 is a rise by a tenth. Null when no territory is counted in both, theirs was 0, or a part is withheld.
/// </param>
public sealed record PreviousTotal(decimal? Value, decimal? LowerBound, Bracket? Bracket, decimal? ComparableChange);
