using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

internal sealed class Enf1Suite() : Rule(
    "ENF1-SUITE",
    "Annexe 6, enfance, familles précaires : repérage et aller vers",
    "Au repérage, seules comptent les prises de contact suivies d'une solution proposée.",
    Enf1)
{
    internal override void Apply(ContributionTally contribution) => OutreachFollowUp.Apply(this, contribution);
}
