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
        var sum = Sum(indicator, figures);
        var aimed = figures.Where(figure => figure.Target is not null).ToList();
        var target = aimed.Count == 0 ? null : aimed.Sum(figure => figure.Target);
        return new()
        {
            Indicator = indicator,
            Value = sum?.Value,
            LowerBound = sum?.LowerBound,
            Bracket = sum?.Bracket,
            Target = target,
            Rate = Sum(aimed) is { } reached ? Ratio.Of(reached, target) : null,
            Counted = figures.Count,
            Expected = expected,
            ProvisionalShare = Share(figures, figure => figure.State is Returns.ReturnState.Deposited),
            EstimatedShare = Share(figures, figure => figure.Estimated),
            Breaks = figures.Count(figure => figure.Broken),
            Previous = Sum(indicator, previous) is { } before
                ? new(before.Value, before.LowerBound, before.Bracket, ComparableChange(figures, previous))
                : null,
        };
    }

    private TotalSum? Sum(Indicator indicator, IReadOnlyCollection<Figure> figures)
    {
        if (figures.Count == 0)
        {
            return null;
        }

        var isWhole = figures.All(figure => figure is { Value: not null, LowerBound: not null });
        var minimum = LowerBound(indicator, figures);
        return new(
            Sum(figures), isWhole ? minimum : null,
            isWhole ? null : new(minimum, figures.Sum(figure => figure.Maximum)));
    }

    // A sum of which any part is withheld is withheld whole: less the others, it would give that part back.
    private static decimal? Sum(IEnumerable<Figure> figures) => Sum(figures.Select(figure => figure.Value));

    private static decimal? Sum(IEnumerable<decimal?> figures) =>
        figures.Aggregate((decimal?)0, (sum, figure) => sum + figure);

    private static decimal? Share(IReadOnlyCollection<Figure> figures, Func<Figure, bool> counts) =>
        Sum(figures) is { } whole ? Ratio.Of(Sum(figures.Where(counts))!.Value, whole) : null;

    private static decimal? ComparableChange(IEnumerable<Figure> figures, IEnumerable<Figure> previous)
    {
        var pairs = figures.Join(previous, now => now.Territory, then => then.Territory, (now, then) => (now, then)).ToList();
        return Sum(pairs.Select(pair => pair.now.ComparableValue)) is { } now && Sum(pairs.Select(pair => pair.then)) is { } then
            ? Ratio.Of(now - then, then)
            : null;
    }

    private decimal LowerBound(Indicator indicator, IReadOnlyCollection<Figure> figures)
    {
        if (!indicator.CanOverlap)
        {
            return figures.Sum(figure => figure.Minimum);
        }

        var byTerritory = figures.ToDictionary(figure => figure.Territory, figure => figure.Minimum);
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

    private sealed record TotalSum(decimal? Value, decimal? LowerBound, Bracket? Bracket);
}
