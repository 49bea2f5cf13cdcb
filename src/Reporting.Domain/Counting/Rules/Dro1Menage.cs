using Reporting.Domain.Returns;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

/// <summary>
/// Comes before the general exclusions, which then bear on households: that is how a contribution counted from
/// records is written.
/// </summary>
internal sealed class Dro1Menage() : Rule(
    "DRO1-MENAGE",
    "Annexe 6, droits, aller vers : visites sur le lieu de vie",
    "Une visite sur le lieu de vie compte une personne par ménage.",
    Dro1)
{
    internal override void Apply(ContributionTally contribution)
    {
        var posted = contribution.Posted;
        if (posted.Modality is null)
        {
            contribution.Error(this, Messages.ModalityRequired(Modalities.For(Dro1)));
        }
        else if (posted.Modality != Modalities.HomeVisit)
        {
            if (posted.Households is not null)
            {
                contribution.Error(this, Messages.HouseholdsElsewhere, ContributionField.Households);
            }
        }
        else if (posted.Households is not { } households)
        {
            contribution.Error(this, Messages.HouseholdsRequired);
        }
        else if (households > posted.Headcount)
        {
            contribution.Error(this, Messages.HouseholdsAboveHeadcount(households, posted.Headcount), ContributionField.Households);
        }
        else
        {
            contribution.Retain(this, Figures.Clamp(households));
        }
    }
}
