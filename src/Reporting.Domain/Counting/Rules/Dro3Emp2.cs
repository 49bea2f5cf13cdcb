using Reporting.Domain.Returns;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

internal sealed class Dro3Emp2() : Rule(
    "DRO3-EMP2",
    "Annexe 6, droits, professionnels formés : formations d'un autre indicateur",
    "Une formation comptée dans EMP-2 ne compte pas dans DRO-3 ; le financement est indifférent.",
    Dro3)
{
    internal override void Apply(ContributionTally contribution) =>
        contribution.Subtract(this, ContributionField.AlreadyInEmp2);

    internal override void Apply(ReturnTally posted)
    {
        if (posted.Line(Emp2) is not { } counted || posted.Line(Dro3) is not { } line)
        {
            return;
        }

        var trainings = counted.Contributions.Select(Source).ToHashSet();
        foreach (var contribution in line.Contributions.Where(contribution => trainings.Contains(Source(contribution))))
        {
            contribution.Error(this, Messages.SharedWithEmp2(
                contribution.Posted.Action, contribution.Posted.LocalIndicator));
            counted.Withdraw();
        }
    }

    private static (string Action, string? Local) Source(ContributionTally contribution) =>
        (contribution.Posted.Action, contribution.Posted.LocalIndicator);
}
