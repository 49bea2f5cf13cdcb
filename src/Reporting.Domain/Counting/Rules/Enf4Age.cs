using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

internal sealed class Enf4Age() : Rule(
    "ENF4-AGE",
    "Annexe 6, enfance, jeunes de 16 à 25 ans : âge",
    "Seuls comptent les jeunes de 16 à 25 ans révolus au début de l'action.",
    Enf4)
{
    private const int Youngest = 16;
    private const int Eldest = 25;

    /// <summary>Whether a completed age at the start of the action is kept.</summary>
    public static bool Keeps(int age) => age is >= Youngest and <= Eldest;

    internal override void Apply(ContributionTally contribution) =>
        Ages.Keep(this, contribution, Keeps);
}
