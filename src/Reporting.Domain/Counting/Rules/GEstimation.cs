using Reporting.Domain.Returns;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

internal sealed class GEstimation() : Rule(
    "G-ESTIMATION",
    "Annexe 6 : estimations admises pour les adolescents, les personnes vieillissantes, les personnes sans domicile et la tarification sociale",
    "Une estimation hors des indicateurs où le guide l'admet est signalée.")
{
    private static readonly Catalogue.Indicator[] Allowed = [Enf3, Dro6, Dro8, Tes3];

    internal override void Apply(ContributionTally contribution)
    {
        if (contribution.Posted.Estimated is true && !Allowed.Contains(contribution.Indicator))
        {
            contribution.Warn(this, Messages.EstimateNotProvided, ContributionField.Estimated);
        }
    }
}
