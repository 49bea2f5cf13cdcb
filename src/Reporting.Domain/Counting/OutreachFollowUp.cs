using Reporting.Domain.Returns;

namespace Reporting.Domain.Counting;

/// <summary>What ENF1-SUITE and ENF4-SUITE share: outreach counts only the contacts that led to a proposal.</summary>
internal static class OutreachFollowUp
{
    public static bool IsNeeded(string? modality) => modality == Modalities.Outreach;

    public static void Apply(Rule rule, ContributionTally contribution)
    {
        if (IsNeeded(contribution.Posted.Modality))
        {
            contribution.Require(rule, ContributionField.WithoutFollowUp, Messages.FollowUpRequired);
            contribution.Subtract(rule, ContributionField.WithoutFollowUp);
        }
        else if (contribution.Posted.WithoutFollowUp is not null)
        {
            contribution.Error(rule, Messages.FollowUpElsewhere, ContributionField.WithoutFollowUp);
        }
    }
}
