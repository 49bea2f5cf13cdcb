using Reporting.Domain.Returns;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

internal sealed class Tes1Slime() : Rule(
    "TES1-SLIME",
    "Annexe 6, transition, visites à domicile : plateformes SLIME+",
    "Le chiffre d'une plateforme SLIME+ est celui envoyé au CLER, tel quel.",
    Tes1)
{
    private static readonly ContributionField[] Refused =
        [ContributionField.OutOfPeriod, ContributionField.OutOfPublic, ContributionField.WithoutFollowUp];

    internal override void Apply(ContributionTally contribution)
    {
        if (contribution.Posted.Slime is not true)
        {
            return;
        }

        foreach (var field in Refused.Where(field => field.IsGiven(contribution.Posted)))
        {
            contribution.Error(this, Messages.SlimeTakenAsIs, field, PatchOperation.Remove(contribution.Pointer(field)));
        }
    }
}
