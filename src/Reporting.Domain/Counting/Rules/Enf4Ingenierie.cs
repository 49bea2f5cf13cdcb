using Reporting.Domain.Returns;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

internal sealed class Enf4Ingenierie() : Rule(
    "ENF4-INGENIERIE",
    "Annexe 6, enfance, jeunes de 16 à 25 ans : actions d'ingénierie",
    "L'ingénierie (diagnostics, outils, recensements) ne compte personne.",
    Enf4)
{
    public static bool IsEngineering(string? modality) => modality == Modalities.Engineering;

    internal override void Apply(ContributionTally contribution)
    {
        if (IsEngineering(contribution.Posted.Modality))
        {
            contribution.RetainNothing(this);
        }
    }
}
