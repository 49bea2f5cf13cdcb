using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

internal sealed class Emp2Finance() : Rule(
    "EMP2-FINANCE",
    "Annexe 6, emploi, professionnels formés : financement par le Pacte",
    "Une formation que le Pacte ne finance pas n'est pas comptée.",
    Emp2)
{
    internal override void Apply(ContributionTally contribution)
    {
        if (contribution.Posted.Funded is false)
        {
            contribution.RetainNothing(this);
        }
    }
}
