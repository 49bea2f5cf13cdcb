using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Secrecy;

/// <summary>
/// The smallest count of people that each part of a counted line gives away, in units of the indicator; null where it
/// gives away none. It is worked out once, when the line is counted, and compared later with what an audience may read.
/// </summary>
/// <param name="InValue">The figure; for EMP-3 the job seekers who are not in it; for TES-2 those who are not job seekers.</param>
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
        var employment = lines.FirstOrDefault(line => line.Indicator == Indicators.Emp1);
        var mobility = lines.FirstOrDefault(line => line.Indicator == Indicators.Tes2);
        return [.. lines.Select(line => Of(
            line, employment is null ? [] : Beside(line, employment), line == employment && mobility is not null ? Shared(line, mobility) : []))];
    }

    // EMP-3 lies in EMP-1. Part of TES-2 is added to EMP-1, or is all of it, and can be read there: as an effect, or as
    // the distance between the bounds.
    private static IEnumerable<decimal?> Beside(CountedLine line, CountedLine employment) =>
        line.Indicator.IsPartOfEmp1 ? [employment.Value - line.Value]
        : line.Indicator == Indicators.Tes2
            ? [
                line.Value - (employment.Value - employment.LowerBound),
                .. employment.Explanation.Select(effect => line.Value - Math.Abs(effect.Amount)),
            ]
        : [];

    // Who is counted in EMP-1 by itself as well: what the contributions of TES-2 have more than is added to EMP-1.
    private static IEnumerable<decimal?> Shared(CountedLine employment, CountedLine mobility)
    {
        var jobSeekers = mobility.Contributions.Where(contribution => contribution.Posted.FundingAxis == Axis.Employment.Code)
            .Sum(contribution => contribution.Retained - (contribution.Posted.Duplicates ?? 0));
        return [jobSeekers, .. employment.Explanation.Select(effect => (decimal?)(jobSeekers - effect.Amount))];
    }

    private static SmallestCounts Of(CountedLine line, IEnumerable<decimal?> beside, IEnumerable<decimal?> shared)
    {
        if (!line.Indicator.CountsPeople)
        {
            return None;
        }

        var inValue = Smallest([line.Value, .. beside]);
        var inLowerBound = Smallest([line.LowerBound, line.Value - line.LowerBound]);
        return new(
            inValue,
            inLowerBound,
            Smallest([line.ComparableValue, line.Value - line.ComparableValue]),
            Smallest([inValue, inLowerBound, .. shared, .. line.Contributions.SelectMany(contribution => Of(contribution, line.Value)), .. line.Explanation.Select(effect => effect.Amount)]));
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
