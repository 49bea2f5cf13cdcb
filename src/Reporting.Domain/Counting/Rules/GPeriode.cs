using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Counting.Rules;

internal sealed class GPeriode() : Rule(
    "G-PERIODE",
    "Annexe 6, introduction : période du 1er janvier au 31 décembre ; TES-3 : année scolaire",
    "Les unités hors de la période sont retirées.")
{
    /// <summary>The first and the last day that a campaign year covers.</summary>
    public static (DateOnly First, DateOnly Last) Days(CountingPeriod period, int year) => period switch
    {
        CountingPeriod.CalendarYear => (new(year, 1, 1), new(year, 12, 31)),
        CountingPeriod.SchoolYear => (new(year, 9, 1), new(year + 1, 8, 31)),
        _ => throw new ArgumentOutOfRangeException(nameof(period), period, null),
    };

    internal override void Apply(ContributionTally contribution) =>
        contribution.Subtract(this, ContributionField.OutOfPeriod);
}
