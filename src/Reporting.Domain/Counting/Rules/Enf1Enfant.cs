using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

internal sealed class Enf1Enfant() : Rule(
    "ENF1-ENFANT",
    "Annexe 6, enfance, familles précaires : action portant sur l'enfant",
    "Faute de lien avec la famille, chaque enfant vaut une famille.",
    Enf1)
{
    internal override void Apply(ContributionTally contribution)
    {
        if (contribution.Posted.ChildStandsForFamily is true)
        {
            contribution.Explain(this, 0);
        }
    }
}
