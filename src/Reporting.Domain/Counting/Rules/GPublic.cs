using Reporting.Domain.Returns;

namespace Reporting.Domain.Counting.Rules;

internal sealed class GPublic() : Rule(
    "G-PUBLIC",
    "Annexe 6 : public de chaque indicateur",
    "Les unités hors du public de l'indicateur sont retirées.")
{
    private const int ChildAgeLimit = 3;

    /// <summary>ENF-2: whether the completed age of the youngest child at the start of the action is kept.</summary>
    public static bool KeepsChild(int age) => age is >= 0 and < ChildAgeLimit;

    internal override void Apply(ContributionTally contribution) =>
        contribution.Subtract(this, ContributionField.OutOfPublic);
}
