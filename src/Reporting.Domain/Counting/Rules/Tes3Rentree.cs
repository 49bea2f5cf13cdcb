using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

internal sealed class Tes3Rentree() : Rule(
    "TES3-RENTREE",
    "Annexe 6, transition, tarification sociale : rentrée prise en compte",
    "Une autre rentrée que celle de l'année relève d'une autre remontée.",
    Tes3)
{
    internal override void Apply(ContributionTally contribution)
    {
        if (contribution.Posted.EnrolmentYear is { } year && year != contribution.CampaignYear)
        {
            contribution.RetainNothing(this);
        }
    }
}
