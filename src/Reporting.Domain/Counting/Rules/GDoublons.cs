using Reporting.Domain.Returns;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

internal sealed class GDoublons() : Rule(
    "G-DOUBLONS",
    "Annexe 6 : chaque unité est comptée une fois par indicateur",
    "Les unités déjà comptées dans les contributions précédentes sont retirées.")
{
    /// <summary>The union of contributions, in the order given.</summary>
    public static UnionBounds Union(IEnumerable<ContributionTally> contributions)
    {
        var union = default(UnionBounds);
        foreach (var contribution in contributions)
        {
            union = Add(union, contribution);
        }

        return union;
    }

    internal override void Apply(LineTally line)
    {
        if (line.IsDeclared || IsOrderUnknown(line))
        {
            return;
        }

        var union = default(UnionBounds);
        var first = true;
        foreach (var contribution in UnionOrder.Of(line.Indicator, line.Contributions, one => one.Posted))
        {
            Check(contribution, first, first || !line.InError ? union.Upper : decimal.MaxValue);
            if (contribution.Posted.Duplicates is > 0 and var duplicates)
            {
                contribution.Explain(this, -duplicates);
            }

            union = Add(union, contribution);
            first = false;
        }

        line.Bounds = union;
    }

    private static bool IsOrderUnknown(LineTally line) =>
        line.Indicator == Tes2 && line.Contributions.Any(c => !GEffectif.IsFundingAxis(c.Posted.FundingAxis));

    private static UnionBounds Add(UnionBounds union, ContributionTally contribution) =>
        contribution switch
        {
            { Indicator.CanOverlap: false } => union.AddKnown(contribution.Retained, 0),
            { Posted.Duplicates: { } duplicates } => union.AddKnown(contribution.Retained, Figures.Clamp(duplicates)),
            _ => union.AddUnknown(contribution.Retained),
        };

    private void Check(ContributionTally contribution, bool first, decimal already)
    {
        var duplicates = contribution.Posted.Duplicates;
        var most = Math.Min(contribution.Retained, already);
        if (duplicates is not null && !contribution.Indicator.CanOverlap)
        {
            Refuse(contribution, Messages.OverlapImpossible);
        }
        else if (first && duplicates is > 0)
        {
            Refuse(contribution, Messages.FirstHasNoDuplicates);
        }
        else if (contribution.IsCountable && duplicates > most)
        {
            contribution.Error(this, Messages.DuplicatesTooMany(duplicates.Value, most), ContributionField.Duplicates);
        }
        else if (duplicates is null && contribution.Indicator.CanOverlap && most > 0)
        {
            contribution.Warn(this, Messages.DuplicatesUnknown);
        }
    }

    private void Refuse(ContributionTally contribution, Message message) =>
        contribution.Error(this, message, ContributionField.Duplicates,
            PatchOperation.Remove(contribution.Pointer(ContributionField.Duplicates)));
}
