using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Secrecy;

/// <summary>
/// What EMP-1, its parts and TES-2 give away of one another, line beside line: EMP-3 lies in EMP-1, and the job seekers
/// of TES-2 are added to it, less those who are in it by themselves.
/// </summary>
/// <param name="lines">The lines of one version.</param>
internal sealed class JobSeekers(IReadOnlyList<CountedLine> lines)
{
    private readonly CountedLine? _employment = lines.FirstOrDefault(line => line.Indicator == Indicators.Emp1);
    private readonly CountedLine? _mobility = lines.FirstOrDefault(line => line.Indicator == Indicators.Tes2);

    /// <summary>What the figure of a line gives away beside those of the others.</summary>
    public IEnumerable<decimal?> BesideValue(CountedLine line) => _employment is not { } employment ? []
        : line.Indicator.IsPartOfEmp1 ? [employment.Value - line.Value]
        : line == _mobility ? [.. InEmployment(employment).Select(jobSeekers => (decimal?)(line.Value - jobSeekers)), OutsideMobility(employment, line)]
        : [];

    /// <summary>
    /// What the comparable figure of a line gives away beside those of the others. Where the method did not change, it is
    /// the figure, and known: then the other one has to be withheld. Beside what is withheld it always is, or
    /// whether it is would tell of that.
    /// </summary>
    public IEnumerable<decimal?> BesideComparableValue(CountedLine line)
    {
        if (_employment is not { } employment || line.ComparableValue == line.Value)
        {
            return [];
        }

        var beside = line == employment ? lines.Where(part => part.Indicator.IsPartOfEmp1)
            : line.Indicator.IsPartOfEmp1 && employment.ComparableValue == employment.Value ? [employment]
            : [];
        return beside.SelectMany(other => (decimal?[])
        [
            line.ComparableValue - other.ComparableValue,
            other.Value, other.ComparableValue, other.Value - other.ComparableValue, .. BesideValue(other),
        ]);
    }

    /// <summary>What contributions and explanation of a line give away beside the figures of the others.</summary>
    public IEnumerable<decimal?> BesideDetail(CountedLine line)
    {
        if (_employment is not { } employment || _mobility is not { } mobility || (line != employment && line != mobility))
        {
            return [];
        }

        var jobSeekers = Of(mobility);
        var elsewhere = employment.Value - jobSeekers;
        return line == mobility ? [elsewhere] : [elsewhere, jobSeekers, .. employment.Explanation.Select(effect => (decimal?)(jobSeekers - effect.Amount))];
    }

    // Where TES-2 is made of job seekers alone, which is no secret, its figure tells how many are elsewhere in EMP-1.
    private static decimal? OutsideMobility(CountedLine employment, CountedLine mobility) =>
        Of(mobility) == mobility.Value ? employment.Value - mobility.Value : null;

    private static decimal Of(CountedLine mobility) => mobility.Contributions
        .Where(contribution => contribution.Posted.IsOfJobSeekers)
        .Sum(contribution => contribution.Retained - (contribution.Posted.Duplicates ?? 0));

    // How many job seekers of TES-2 can be read in EMP-1: as an effect, or in the distance of its bounds, which is theirs or
    // that of all others.
    private static IEnumerable<decimal> InEmployment(CountedLine employment) =>
        employment.LowerBound == employment.Value
            ? employment.Explanation.Select(effect => Math.Abs(effect.Amount))
            : [employment.Value - employment.LowerBound, employment.LowerBound, .. employment.Explanation.Select(effect => Math.Abs(effect.Amount))];
}
