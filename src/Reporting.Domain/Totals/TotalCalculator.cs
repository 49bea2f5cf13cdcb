using Reporting.Domain.Catalogue;
using Reporting.Domain.Territories;

namespace Reporting.Domain.Totals;

/// <summary>
/// Adds the figures of territories up, one indicator at a time, since units differ. A territory that lies inside
/// another may count the same people, so the total is then only known between two bounds.
/// </summary>
/// <param name="overlaps">The territories that lie inside another.</param>
public sealed class TotalCalculator(IEnumerable<TerritoryOverlap> overlaps)
{
    private readonly ILookup<string, string> _containedIn =
        overlaps.ToLookup(overlap => overlap.Container, overlap => overlap.Contained);

    private readonly HashSet<string> _contained = [.. overlaps.Select(overlap => overlap.Contained)];

    /// <summary>The total of one indicator.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="figures">Its figures in force this year, one a territory at most.</param>
    /// <param name="previous">Its figures in force the year before.</param>
    /// <param name="expected">How many territories should have one.</param>
    public IndicatorTotal Of(
        Indicator indicator, IReadOnlyCollection<Figure> figures, IReadOnlyCollection<Figure> previous, int expected)
    {
        var before = previous.Count == 0
            ? null
            : new PreviousTotal(previous.Sum(figure => figure.Value), LowerBound(indicator, previous), ComparableChange(figures, previous));
        if (figures.Count == 0)
        {
            return new() { Indicator = indicator, Expected = expected, Previous = before };
        }

        var value = figures.Sum(figure => figure.Value);
        var aimed = figures.Where(figure => figure.Target is not null).ToList();
        var target = aimed.Count == 0 ? null : aimed.Sum(figure => figure.Target);
        return new()
        {
            Indicator = indicator,
            Value = value,
            LowerBound = LowerBound(indicator, figures),
            Target = target,
            Rate = Ratio.Of(aimed.Sum(figure => figure.Value), target),
            Counted = figures.Count,
            Expected = expected,
            ProvisionalShare = Share(figures, figure => figure.State is Returns.ReturnState.Deposited, value),
            EstimatedShare = Share(figures, figure => figure.Estimated, value),
            Breaks = figures.Count(figure => figure.Broken),
            Previous = before,
        };
    }

    private static decimal? Share(IEnumerable<Figure> figures, Func<Figure, bool> counts, decimal whole) =>
        Ratio.Of(figures.Where(counts).Sum(figure => figure.Value), whole);

    private static decimal? ComparableChange(IEnumerable<Figure> figures, IEnumerable<Figure> previous)
    {
        var pairs = figures.Join(previous, now => now.Territory, then => then.Territory, (now, then) => (now, then)).ToList();
        var then = pairs.Sum(pair => pair.then.Value);
        return Ratio.Of(pairs.Sum(pair => pair.now.ComparableValue) - then, then);
    }

    private decimal LowerBound(Indicator indicator, IReadOnlyCollection<Figure> figures)
    {
        if (!indicator.CanOverlap)
        {
            return figures.Sum(figure => figure.LowerBound);
        }

        var byTerritory = figures.ToDictionary(figure => figure.Territory, figure => figure.LowerBound);
        var roots = byTerritory.Keys.Where(territory => !_contained.Contains(territory))
            .Concat(_containedIn.Select(container => container.Key).Where(key => !byTerritory.ContainsKey(key) && !_contained.Contains(key)));
        return roots.Sum(territory => LowerBound(territory, byTerritory));
    }

    /// <summary>
    /// The people of the territories inside one may be disjoint from each other, and all among those of the one around:
    /// there are at least as many as the larger of the two counts.
    /// </summary>
    private decimal LowerBound(string territory, Dictionary<string, decimal> byTerritory) =>
        Math.Max(
            byTerritory.GetValueOrDefault(territory),
            _containedIn[territory].Sum(inside => LowerBound(inside, byTerritory)));
}
