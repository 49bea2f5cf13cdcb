using Reporting.Domain.Returns;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

internal sealed class Enf3Age() : Rule(
    "ENF3-AGE",
    "Annexe 6, enfance, adolescents : âge au début de l'action",
    "Seuls comptent les adolescents de 11 à 15 ans révolus au début de l'action.",
    Enf3)
{
    private const int Youngest = 11;
    private const int Eldest = 15;

    /// <summary>Whether a completed age at the start of the action is kept.</summary>
    public static bool Keeps(int age) => age is >= Youngest and <= Eldest;

    internal override void Apply(ContributionTally contribution)
    {
        var posted = contribution.Posted;
        if (posted.ByAge is null && posted.OutOfPublic is null)
        {
            contribution.Error(this, Messages.AgesRequired);
        }
        else if (posted.ByAge is null && posted.Estimated is not true)
        {
            contribution.Warn(this, Messages.AgeExclusionNotEstimated);
        }

        Ages.Keep(this, contribution, Keeps);
    }
}
