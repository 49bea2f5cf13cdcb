using Reporting.Domain.Returns;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

internal sealed class Dro7Methode() : Rule(
    "DRO7-METHODE",
    "Annexe 6, droits, personnes en bidonvilles : plateforme Résorption-bidonvilles",
    "Le décompte suit la méthode de la plateforme Résorption-bidonvilles.",
    Dro7)
{
    internal override void Apply(ContributionTally contribution)
    {
        if (contribution.Posted.ShantytownMethod is not true)
        {
            contribution.Warn(this, Messages.ShantytownMethod);
        }
    }
}
