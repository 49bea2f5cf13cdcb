using Reporting.Domain.Returns;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

internal sealed class Enf2Exclusif() : Rule(
    "ENF2-EXCLUSIF",
    "Annexe 6, enfance, mères seules sans domicile : exclusivité",
    "Une action comptée dans ENF-2 ne compte dans aucun autre indicateur.",
    Enf2)
{
    internal override void Apply(ReturnTally posted)
    {
        if (posted.Line(Enf2) is not { } exclusive)
        {
            return;
        }

        foreach (var line in posted.Lines.Where(line => line != exclusive))
        {
            foreach (var contribution in line.Contributions)
            {
                if (exclusive.Contributions.Any(reserved => Overlap(reserved.Posted, contribution.Posted)))
                {
                    contribution.Error(this, Messages.SharedWithEnf2(
                        contribution.Posted.Action, contribution.Posted.LocalIndicator));
                    exclusive.Withdraw();
                }
            }
        }
    }

    private static bool Overlap(Contribution one, Contribution other) =>
        one.Action == other.Action
        && (one.LocalIndicator is null || other.LocalIndicator is null || one.LocalIndicator == other.LocalIndicator);
}
