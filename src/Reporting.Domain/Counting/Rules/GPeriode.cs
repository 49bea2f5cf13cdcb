using Reporting.Domain.Returns;

namespace Reporting.Domain.Counting.Rules;

internal sealed class GPeriode() : Rule(
    "G-PERIODE",
    "Annexe 6, introduction : période du 1er janvier au 31 décembre ; TES-3 : année scolaire",
    "Les unités hors de la période sont retirées.")
{
    internal override void Apply(ContributionTally contribution) =>
        contribution.Subtract(this, ContributionField.OutOfPeriod);
}
