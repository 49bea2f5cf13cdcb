using Reporting.Domain.Returns;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

internal sealed class Enf4Ingenierie() : Rule(
    "ENF4-INGENIERIE",
    "Annexe 6, enfance, jeunes de 16 à 25 ans : actions d'ingénierie",
    "L'ingénierie (diagnostics, outils, recensements) ne compte personne.",
    Enf4)
{
    internal override void Apply(ContributionTally contribution)
    {
        if (contribution.Posted.Modality == Modalities.Engineering)
        {
            contribution.RetainNothing(this);
        }
    }
}
