using Reporting.Domain.Returns;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

internal sealed class Tes2Suite() : Rule(
    "TES2-SUITE",
    "Annexe 6, transition, diagnostic de mobilité : action à la suite du diagnostic",
    "Seules comptent les personnes qui ont eu une action après le diagnostic.",
    Tes2)
{
    internal override void Apply(ContributionTally contribution)
    {
        contribution.Require(this, ContributionField.WithoutFollowUp, Messages.FollowUpRequired);
        contribution.Subtract(this, ContributionField.WithoutFollowUp);
    }
}
