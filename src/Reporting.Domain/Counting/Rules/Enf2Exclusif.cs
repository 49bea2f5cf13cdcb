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

        var reserved = exclusive.Contributions
            .ToLookup(contribution => contribution.Posted.Action, contribution => contribution.Posted.LocalIndicator)
            .ToDictionary(action => action.Key, action => action.ToHashSet());
        foreach (var line in posted.Lines.Where(line => line != exclusive))
        {
            foreach (var contribution in line.Contributions)
            {
                if (reserved.TryGetValue(contribution.Posted.Action, out var locals)
                    && Overlap(locals, contribution.Posted.LocalIndicator))
                {
                    contribution.Error(this, Messages.SharedWithEnf2(
                        contribution.Posted.Action, contribution.Posted.LocalIndicator));
                    exclusive.Withdraw();
                }
            }
        }
    }

    // No local indicator stands for the whole action.
    private static bool Overlap(HashSet<string?> reserved, string? local) =>
        local is null || reserved.Contains(null) || reserved.Contains(local);
}
