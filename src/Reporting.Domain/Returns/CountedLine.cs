using Reporting.Domain.Catalogue;

namespace Reporting.Domain.Returns;

/// <summary>
/// A line after the rules, in units of the indicator. Always: <see cref="Gross"/> plus the amounts of
/// <see cref="Explanation"/> is <see cref="Value"/>, and 0 ≤ <see cref="LowerBound"/> ≤ <see cref="Value"/>.
/// </summary>
public sealed record CountedLine
{
    /// <summary>The indicator.</summary>
    public required Indicator Indicator { get; init; }

    /// <summary>The year's target, when posted.</summary>
    public decimal? Target { get; init; }

    /// <summary>Units before any rule: the sum of headcounts, the declared figure, or 0 for a derived line.</summary>
    public required decimal Gross { get; init; }

    /// <summary>The figure: upper bound of the union of contributions.</summary>
    public required decimal Value { get; init; }

    /// <summary>Lower bound of the union; equal to <see cref="Value"/> when every overlap is known.</summary>
    public required decimal LowerBound { get; init; }

    /// <summary>True when a contribution is an estimate.</summary>
    public bool Estimated { get; init; }

    /// <summary>The declared change of method, which breaks the series.</summary>
    public MethodChange? MethodChange { get; init; }

    /// <summary>True for a line that nobody posted: EMP-1 made of the job seekers of TES-2.</summary>
    public bool Derived { get; init; }

    /// <summary>Free comment beside the figure.</summary>
    public string? Comment { get; init; }

    /// <summary>The contributions with what was retained of each, in posted order.</summary>
    public IReadOnlyList<CountedContribution> Contributions { get; init; } = [];

    /// <summary>What each rule did, in the order it was done.</summary>
    public IReadOnlyList<Effect> Explanation { get; init; } = [];

    /// <summary>The figure as last year's method would have given it: the value less the effect of the change.</summary>
    public decimal ComparableValue => Value - (MethodChange?.Effect ?? 0);

    /// <summary>Value over target, to four decimals; null without a target above 0.</summary>
    public decimal? Rate => Ratio.Of(Value, Target);
}
