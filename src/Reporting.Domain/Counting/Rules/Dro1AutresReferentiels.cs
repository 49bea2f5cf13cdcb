using Reporting.Domain.Catalogue;
using Reporting.Domain.Contracts;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

internal sealed class Dro1AutresReferentiels() : Rule(
    "DRO1-AUTRES-REFERENTIELS",
    "Annexe 6, droits, aller vers : actions d'autres référentiels",
    "L'aller vers d'une action d'un autre axe ne compte pas dans DRO-1.",
    Dro1)
{
    /// <summary>Whether an action of this axis belongs to another referential.</summary>
    public static bool IsOfOtherAxis(int axisNumber) => axisNumber != Axis.Rights.Number;

    internal override void Apply(ContributionTally contribution)
    {
        if (ActionNumber.TryParse(contribution.Posted.Action, out var number) && IsOfOtherAxis(number.Axis.Number))
        {
            contribution.RetainNothing(this);
        }
    }
}
