using Reporting.Domain.Catalogue;

namespace Reporting.Domain.Totals;

/// <summary>The total of one indicator over a set of territories, in units of the indicator.</summary>
public sealed record IndicatorTotal
{
    /// <summary>The indicator.</summary>
    public required Indicator Indicator { get; init; }

    /// <summary>Upper bound of the total; null, never 0, when no territory counts the indicator, and when a part is withheld.</summary>
    public decimal? Value { get; init; }

    /// <summary>Lower bound: unknown overlaps inside a return, and territories that lie inside one another.</summary>
    public decimal? LowerBound { get; init; }

    /// <summary>What the total lies in, when a part of it or of its lower bound is withheld from the reader.</summary>
    public Bracket? Bracket { get; init; }

    /// <summary>Sum of the targets given with the figures; null when none is.</summary>
    public decimal? Target { get; init; }

    /// <summary>Figures that have a target over those targets, four decimals.</summary>
    public decimal? Rate { get; init; }

    /// <summary>Territories whose figure is in the total.</summary>
    public int Counted { get; init; }

    /// <summary>Territories whose contract carries the indicator.</summary>
    public int Expected { get; init; }

    /// <summary>Share of the total that is deposited and not yet accepted, 0 to 1, four decimals.</summary>
    public decimal? ProvisionalShare { get; init; }

    /// <summary>Share of the total that rests on estimates, 0 to 1, four decimals.</summary>
    public decimal? EstimatedShare { get; init; }

    /// <summary>Figures whose series is broken by a change of method.</summary>
    public int Breaks { get; init; }

    /// <summary>The year before, when any territory counted the indicator then.</summary>
    public PreviousTotal? Previous { get; init; }
}
