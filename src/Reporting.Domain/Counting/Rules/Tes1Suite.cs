using Reporting.Domain.Returns;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

internal sealed class Tes1Suite() : Rule(
    "TES1-SUITE",
    "Annexe 6, transition, visites à domicile : soutien proposé",
    "Seules comptent les visites suivies d'un soutien proposé.",
    Tes1)
{
    internal override void Apply(ContributionTally contribution)
    {
        if (contribution.Posted.Slime is not true)
        {
            contribution.Require(this, ContributionField.WithoutFollowUp, Messages.FollowUpRequired);
            contribution.Subtract(this, ContributionField.WithoutFollowUp);
        }
    }
}
