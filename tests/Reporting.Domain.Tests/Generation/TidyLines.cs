using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Tests.Generation;

/// <summary>Lines that break no rule on their own; EMP-3x or dontMobilite may still not fit EMP-1 and TES-2.</summary>
internal static class TidyLines
{
    private static readonly Indicator[] PartsOfEmp1 = [Emp3A, Emp3B, Emp3C];

    public static ReturnLine Draw(Indicator indicator, Dice dice)
    {
        var line = new ReturnLine
        {
            Code = indicator.Code,
            Target = dice.Chance(90) ? Figure(indicator, dice) : null,
            Comment = dice.Chance(10) ? "Effectif arrêté au 31 décembre" : null,
            MethodChange = dice.Chance(5) ? new("Nouveau logiciel de suivi", -Figure(indicator, dice)) : null,
        };
        var isPart = PartsOfEmp1.Contains(indicator);
        return indicator != Tes2 && dice.Chance(isPart ? 90 : 20)
            ? line with
            {
                Value = isPart ? dice.UpTo(20) : Figure(indicator, dice),
                OfWhichMobility = indicator == Emp1 && dice.Chance(50) ? dice.Pick<decimal>(0, 0, 40) : null,
            }
            : line with { Contributions = Contributions(indicator, dice) };
    }

    private static List<Contribution> Contributions(Indicator indicator, Dice dice)
    {
        var contributions = new List<Contribution>();
        var count = 1 + dice.Below(5);
        var jobSeekers = dice.Below(count + 1);
        decimal upper = 0;
        for (var index = 0; index < count; index++)
        {
            var (contribution, left) = TidyContributions.Draw(indicator, index < jobSeekers, dice);
            decimal? duplicates = !indicator.CanOverlap || dice.Chance(40) ? null
                : index == 0 ? 0
                : dice.UpTo(Math.Min(left, upper));
            contributions.Add(contribution with { Duplicates = duplicates });
            upper += left - (duplicates ?? 0);
        }

        return contributions;
    }

    private static decimal Figure(Indicator indicator, Dice dice) => dice.UpTo(300) / (indicator == Dro4 ? 4 : 1);
}
