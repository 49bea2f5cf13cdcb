using Reporting.Domain.Counting;
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
        var jobSeekers = new JobSeekers(lines);
        return [.. lines.Select(line => line.Indicator.CountsPeople ? Of(line, jobSeekers) : None)];
    }

    private static SmallestCounts Of(CountedLine line, JobSeekers jobSeekers)
    {
        var inValue = Smallest([line.Value, .. jobSeekers.BesideValue(line)]);
        var inLowerBound = Smallest([line.LowerBound, line.Value - line.LowerBound]);
        return new(
            inValue,
            inLowerBound,
            Smallest([line.ComparableValue, line.Value - line.ComparableValue, .. jobSeekers.BesideComparableValue(line)]),
            Smallest([inValue, inLowerBound, .. jobSeekers.BesideDetail(line), .. Detail(line)]));
    }

    private static IEnumerable<decimal?> Detail(CountedLine line)
    {
        foreach (var effect in line.Explanation)
        {
            yield return effect.Amount;
        }

        // What no rule adds: the union of the contributions, or what was declared.
        var own = line.Value - line.Explanation.Sum(effect => Math.Max(0, effect.Amount));
        yield return own;
        var before = 0m;
        foreach (var (_, posted, retained) in UnionOrder.Of(line.Indicator, line.Contributions, one => one.Posted))
        {
            var duplicates = posted.Duplicates;
            foreach (var count in (decimal?[])[
                posted.Headcount, retained, duplicates, posted.Headcount - retained, retained - duplicates,
                before - duplicates, line.Value - retained, own - retained])
            {
                yield return count;
            }

            before += retained - (duplicates ?? 0);
            yield return before;
            yield return own - before;
        }
    }

    private static decimal? Smallest(IEnumerable<decimal?> counts) =>
        counts.Select(count => count is { } known ? Math.Abs(known) : count).Where(count => count > 0).Min();
}
