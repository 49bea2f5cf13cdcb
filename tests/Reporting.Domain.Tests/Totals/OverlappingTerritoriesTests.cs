using System.Numerics;
using CsCheck;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Territories;
using Reporting.Domain.Totals;
using static Reporting.Domain.Tests.Totals.FigureSentences;

namespace Reporting.Domain.Tests.Totals;

/// <summary>Marseille lies inside Aix-Marseille-Provence: both may count the same people.</summary>
public sealed class OverlappingTerritoriesTests
{
    [Theory]
    [InlineData(100, 300, 300)]
    [InlineData(500, 300, 500)]
    public void The_total_lies_between_the_larger_and_the_sum(int marseille, int around, int atLeast)
    {
        var total = Total(F(Marseille, marseille), F(AixMarseilleProvence, around), F(Bordeaux, 50));

        Assert.Equal(marseille + around + 50, total.Value);
        Assert.Equal(atLeast + 50, total.LowerBound);
        Assert.Equal(3, total.Counted);
    }

    [Fact]
    public void The_lower_bounds_are_compared() =>
        // 80..100 in Marseille, 50..300 around: 80 at least
        Assert.Equal(80, Total(F(Marseille, 100, lowerBound: 80), F(AixMarseilleProvence, 300, lowerBound: 50)).LowerBound);

    [Theory]
    [InlineData("DRO-4")]
    [InlineData("DRO-5")]
    public void Posts_and_files_are_counted_once_wherever_they_are(string code)
    {
        var indicator = Indicators.Find(code)!;
        Figure[] figures =
        [
            F(Marseille, 1.5m) with { Indicator = indicator },
            F(AixMarseilleProvence, 2) with { Indicator = indicator },
        ];

        var total = new TotalCalculator([new(Marseille, AixMarseilleProvence)]).Of(indicator, figures, [], expected: 2);

        Assert.Equal((3.5m, 3.5m), (total.Value, total.LowerBound));
    }

    [Fact]
    public void Either_alone_is_exact()
    {
        Assert.Equal(100, Total(F(Marseille, 100)).LowerBound);
        Assert.Equal(300, Total(F(AixMarseilleProvence, 300)).LowerBound);
    }

    [Fact]
    public void Several_territories_inside_one_are_added_before_the_comparison()
    {
        var calculator = new TotalCalculator([new("B", "A"), new("C", "A"), new("D", "B")]);

        // in B, 70 at least; with C, 110; around, 100
        Assert.Equal(110, calculator.Of(
            Indicators.Dro6, [F("A", 100), F("B", 60), F("C", 40), F("D", 70)], [], 4).LowerBound);
        // B is not counted: D is still inside A
        Assert.Equal(100, calculator.Of(Indicators.Dro6, [F("A", 100), F("D", 70)], [], 4).LowerBound);
        // A and B are not counted
        Assert.Equal(110, calculator.Of(Indicators.Dro6, [F("C", 40), F("D", 70)], [], 4).LowerBound);
    }

    /// <summary>
    /// People are bits: 0 to 3 live in D, which is in B; 4 to 7 elsewhere in B; 8 to 11 in C; 12 to 15 elsewhere in A,
    /// which holds them all; 16 to 19 in E, apart. Each territory counts some of the people who live in it.
    /// </summary>
    [Fact]
    public void The_true_number_of_people_lies_within_the_bounds() =>
        Gen.Select(Gen.Int[0, (1 << 20) - 1].Array[5], Gen.Int[0, 31], Gen.Int[0, 2]).Sample((drawn, given, doubt) =>
        {
            (string Territory, int People)[] territories =
                [("A", 0x0FFFF), ("B", 0x000FF), ("C", 0x00F00), ("D", 0x0000F), ("E", 0xF0000)];
            var counted = territories
                .Select((territory, index) => (territory.Territory, People: territory.People & drawn[index], IsGiven: (given >> index & 1) == 1))
                .Where(territory => territory.IsGiven).ToList();

            var total = new TotalCalculator([new("B", "A"), new("C", "A"), new TerritoryOverlap("D", "B")]).Of(
                Indicators.Dro6,
                [.. counted.Select(t => F(t.Territory, Size(t.People) + doubt, lowerBound: Math.Max(0, Size(t.People) - doubt)))],
                [], 5);

            Assert.InRange(
                Size(counted.Aggregate(0, (union, territory) => union | territory.People)), total.LowerBound ?? 0, total.Value ?? 0);
        });

    private static int Size(int people) => BitOperations.PopCount((uint)people);
}
