using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

internal sealed class Dro4Cofinance() : Rule(
    "DRO4-COFINANCE",
    "Annexe 6, droits, ETP en renfort de la CCAPEX : cofinancement",
    "Un poste que le contrat ne cofinance pas n'est pas compté.",
    Dro4)
{
    internal override void Apply(ContributionTally contribution)
    {
        if (contribution.Posted.Funded is false)
        {
            contribution.RetainNothing(this);
        }
    }
}
