using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Secrecy;

/// <summary>
/// The smallest count of people that each part of a counted line gives away, in units of the indicator; null where it
/// gives away none. It is worked out once, when the line is counted, and compared later with what an audience may read.
/// </summary>
/// <param name="InValue">The figure, and for EMP-3 the job seekers who are not in it.</param>
/// <param name="InLowerBound">The lower bound, and how far the figure is above it.</param>
/// <param name="InComparableValue">The figure by last year's method, and what the change of method made.</param>
/// <param name="InDetail">Contributions and explanation, each part of them and each difference between two.</param>
public sealed record SmallestCounts(
    decimal? InValue, decimal? InLowerBound, decimal? InComparableValue, decimal? InDetail)
{
    /// <summary>Nothing is known of the line, so no audience with a threshold may read it.</summary>
    public static readonly SmallestCounts Unknown = new(0, 0, 0, 0);

    private static readonly SmallestCounts None = new(null, null, null, null);

    /// <summary>The counts that the lines of a version give away, line by line.</summary>
    /// <param name="lines">The lines of one version.</param>
    public static IReadOnlyList<SmallestCounts> Of(IReadOnlyList<CountedLine> lines)
    {
        var jobSeekers = lines.FirstOrDefault(line => line.Indicator == Indicators.Emp1)?.Value;
        return [.. lines.Select(line => Of(line, line.Indicator.IsPartOfEmp1 ? jobSeekers : null))];
    }

    private static SmallestCounts Of(CountedLine line, decimal? whole)
    {
        if (!line.Indicator.CountsPeople)
        {
            return None;
        }

        var inValue = Smallest([line.Value, whole - line.Value]);
        var inLowerBound = Smallest([line.LowerBound, line.Value - line.LowerBound]);
        return new(
            inValue,
            inLowerBound,
            Smallest([line.ComparableValue, line.Value - line.ComparableValue]),
            Smallest([inValue, inLowerBound, .. line.Contributions.SelectMany(contribution => Of(contribution, line.Value)), .. line.Explanation.Select(effect => effect.Amount)]));
    }

    private static IEnumerable<decimal?> Of(CountedContribution contribution, decimal value)
    {
        var (headcount, retained, duplicates) =
            (contribution.Posted.Headcount, contribution.Retained, contribution.Posted.Duplicates);
        return [headcount, retained, duplicates, headcount - retained, retained - duplicates, value - retained];
    }

    private static decimal? Smallest(IEnumerable<decimal?> counts) =>
        counts.Select(count => count is { } known ? Math.Abs(known) : count).Where(count => count > 0).Min();
}
