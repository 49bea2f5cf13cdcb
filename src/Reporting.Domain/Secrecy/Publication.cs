using Reporting.Domain.Catalogue;
using Reporting.Domain.Totals;

namespace Reporting.Domain.Secrecy;

/// <summary>What an audience may read of figures. The README of this folder says why nothing more can be worked out.</summary>
public static class Publication
{
    /// <summary>The figures of one year as an audience may read them: null in place of what is withheld from it.</summary>
    /// <param name="counted">Every figure of the territories concerned, with the counts that it gives away.</param>
    /// <param name="audience">The audience.</param>
    public static IReadOnlyList<Figure> Of(
        IReadOnlyList<(Figure Figure, SmallestCounts Counts)> counted, Audience audience)
    {
        if (audience.WithheldUpTo is not { } limit)
        {
            return [.. counted.Select(line => line.Figure)];
        }

        var jobSeekers = counted
            .Where(line => line.Figure.Indicator == Indicators.Emp1 && !audience.Withholds(line.Counts.InValue))
            .ToDictionary(line => line.Figure.Territory, line => line.Figure.Value);
        return
        [
            .. counted.Select(line => Of(
                line.Figure, line.Counts, audience, limit,
                jobSeekers.GetValueOrDefault(line.Figure.Territory))),
        ];
    }

    private static Figure Of(Figure exact, SmallestCounts counts, Audience audience, int limit, decimal? jobSeekers)
    {
        if (audience.Withholds(counts.InValue))
        {
            return exact with
            {
                Value = null,
                LowerBound = null,
                ComparableValue = null,
                Minimum = 0,
                Maximum = counts == SmallestCounts.Unknown ? Figures.Maximum : Most(exact, limit, jobSeekers),
            };
        }

        var published = audience.Withholds(counts.InComparableValue) ? exact with { ComparableValue = null } : exact;
        return audience.Withholds(counts.InLowerBound)
            ? published with { LowerBound = null, Minimum = Least(exact.LowerBound!.Value, exact.Value!.Value, limit) }
            : published;
    }

    // The job seekers of TES-2 are in EMP-1: one of TES-2 withheld though it is large exceeds them by a small count.
    private static decimal Most(Figure exact, int limit, decimal? jobSeekers) =>
        exact.Indicator.IsPartOfEmp1 && jobSeekers is { } all && IsNearAll(exact.Value!.Value, all, limit) ? all - 1
        : exact.Indicator == Indicators.Tes2 && exact.Value > limit ? (jobSeekers ?? limit) + limit
        : limit;

    /// <summary>
    /// Whether a withheld part may be all of its whole but a few. It is told from one withheld for being small only where
    /// either leaves enough to choose from.
    /// </summary>
    private static bool IsNearAll(decimal part, decimal whole, int limit) => IsShort(whole, limit) || part > limit;

    private static decimal Least(decimal lowerBound, decimal value, int limit) =>
        IsShort(value, limit) || lowerBound <= limit ? 0 : value - limit;

    // Of so few, every part but none and all is withheld.
    private static bool IsShort(decimal whole, int limit) => whole <= (2 * limit) + 1;
}
