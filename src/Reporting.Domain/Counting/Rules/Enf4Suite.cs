using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

internal sealed class Enf4Suite() : Rule(
    "ENF4-SUITE",
    "Annexe 6, enfance, jeunes de 16 à 25 ans : repérage et aller vers",
    "Au repérage, seuls comptent les jeunes à qui une solution a été proposée.",
    Enf4)
{
    internal override void Apply(ContributionTally contribution) => OutreachFollowUp.Apply(this, contribution);
}
