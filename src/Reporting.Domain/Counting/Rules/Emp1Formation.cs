using Reporting.Domain.Returns;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

internal sealed class Emp1Formation() : Rule(
    "EMP1-FORMATION",
    "Annexe 6, emploi, levée des freins : formation des travailleurs sociaux",
    "La formation des professionnels ne compte que dans EMP-2.",
    Emp1)
{
    public static bool IsTraining(string? modality) => modality == Modalities.Training;

    internal override void Apply(ContributionTally contribution)
    {
        if (IsTraining(contribution.Posted.Modality))
        {
            contribution.RetainNothing(this);
        }
    }
}
