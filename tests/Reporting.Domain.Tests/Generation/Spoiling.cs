using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Tests.Generation;

/// <summary>Puts something wrong, or odd, into about one line and one contribution out of five.</summary>
internal static class Spoiling
{
    private static readonly decimal[] Figures =
    [
        0, 1, 7, 250, 0.5m, 0.005m, 0.0000000000000000000000000001m, -1, -0.5m, 999_999_999, 1_000_000_000, 1_000_000_001,
        1_000_000_000.01m, decimal.MaxValue, decimal.MinValue,
    ];

    public static ReturnLine Spoil(ReturnLine line, Dice dice)
    {
        var spoiled = line.Contributions is { } contributions
            ? line with { Contributions = [.. contributions.Select(c => dice.Chance(20) ? Spoil(c, dice) : c)] }
            : line;
        return dice.Chance(20) ? SpoilLine(spoiled, dice) : spoiled;
    }

    private static ReturnLine SpoilLine(ReturnLine line, Dice dice) => dice.Below(9) switch
    {
        0 => line with { Code = dice.Pick("ENF-9", "", "emp-1", "ENF-1 ") },
        1 => line with { Code = dice.Pick(Indicators.All).Code },
        2 => line with { Target = dice.Pick(Figures) },
        3 => line with { Value = dice.Pick(Figures), Contributions = null },
        4 => line with { Value = dice.Pick(Figures) },
        5 => line with { Value = null, Contributions = dice.Pick<IReadOnlyList<Contribution>?>(null, []) },
        6 => line with { OfWhichMobility = dice.Pick(Figures) },
        7 => line with { MethodChange = new(dice.Pick("", " ", "Autre périmètre"), dice.Pick(Figures)) },
        _ => line with { Contributions = [.. line.Contributions ?? [], .. line.Contributions ?? []] },
    };

    private static Contribution Spoil(Contribution c, Dice dice) => dice.Below(22) switch
    {
        0 => c with { Action = dice.Pick("", "9.9", "1.01", "1.1000", "deux", "1.2 ") },
        1 => c with { LocalIndicator = dice.Pick("ENF-2", null) },
        2 => c with { Headcount = dice.Pick(Figures) },
        3 => c with { Duplicates = dice.Pick(Figures) },
        4 => c with { OutOfPeriod = dice.Pick(Figures) },
        5 => c with { OutOfPublic = dice.Pick(Figures) },
        6 => c with { ByAge = Ages(dice) },
        7 => c with { Modality = dice.Pick(null, "", "reperage", "lieu-de-vie", "formation", "maraude") },
        8 => c with { WithoutFollowUp = dice.Chance(50) ? null : dice.Pick(Figures) },
        9 => c with { ChildStandsForFamily = dice.Chance(50) },
        10 => c with { Funded = dice.Chance(50) },
        11 => c with { Households = dice.Chance(30) ? null : dice.Chance(50) ? c.Headcount : dice.Pick(Figures) },
        12 => c with { EasyReadOnly = dice.Pick(Figures) },
        13 => c with { AlreadyInEmp2 = dice.Pick(Figures) },
        14 => c with { FundingAxis = dice.Pick(null, "emploi", "transition", "droits", "") },
        15 => c with { OfWhichMobility = dice.Pick(Figures) },
        16 => c with { Slime = dice.Chance(50) },
        17 => c with { ShantytownMethod = dice.Chance(50) },
        18 => c with { MappingTool = dice.Chance(50) },
        19 => c with { EnrolmentYear = dice.Pick(0, 2024, 2025, int.MaxValue) },
        20 => c with { Action = "2.1", LocalIndicator = "EMP-2" },
        _ => c with { Headcount = decimal.MaxValue, Households = decimal.MaxValue, Duplicates = null },
    };

    private static Dictionary<string, decimal> Ages(Dice dice) =>
        Enumerable.Range(0, dice.Below(4))
            .Select(_ => (Age: dice.Pick("12", "18", "0", "120", "121", "-1", "012", "", "a/b~", "12.5"), Units: dice.Pick(Figures)))
            .DistinctBy(group => group.Age)
            .ToDictionary(group => group.Age, group => group.Units);
}
