using Reporting.Domain.Returns;

namespace Reporting.Domain.Counting.Rules;

internal sealed class GPublic() : Rule(
    "G-PUBLIC",
    "Annexe 6 : public de chaque indicateur",
    "Les unités hors du public de l'indicateur sont retirées.")
{
    internal override void Apply(ContributionTally contribution) =>
        contribution.Subtract(this, ContributionField.OutOfPublic);
}
