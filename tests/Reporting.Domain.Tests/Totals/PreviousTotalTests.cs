using static Reporting.Domain.Tests.Totals.FigureSentences;

namespace Reporting.Domain.Tests.Totals;

public sealed class PreviousTotalTests
{
    [Fact]
    public void The_change_is_over_the_territories_of_both_years_by_the_method_of_the_first()
    {
        var previous = Total(
            [F(Bordeaux, 125, comparable: 110, broken: true), F(Lille, 500)],
            [F(Bordeaux, 100), F(Marseille, 40, lowerBound: 30)]).Previous!;

        Assert.Equal(140, previous.Value);
        Assert.Equal(130, previous.LowerBound);
        Assert.Equal(0.1m, previous.ComparableChange); // (110 - 100) / 100
    }

    [Fact]
    public void A_fall_is_negative() =>
        Assert.Equal(-0.2m, Total(
            [F(Bordeaux, 90), F(Lille, 30)], [F(Bordeaux, 100), F(Lille, 50)]).Previous!.ComparableChange); // (120 - 150) / 150

    [Fact]
    public void Territories_that_never_meet_cannot_be_compared() =>
        Assert.Null(Total([F(Lille, 500)], [F(Bordeaux, 100)]).Previous!.ComparableChange);

    [Fact]
    public void Nothing_can_be_compared_with_0() =>
        Assert.Null(Total([F(Bordeaux, 500)], [F(Bordeaux, 0)]).Previous!.ComparableChange);

    [Fact]
    public void The_year_before_is_told_even_when_nobody_counts_this_year()
    {
        var total = Total([], [F(Bordeaux, 100)]);

        Assert.Null(total.Value);
        Assert.Equal(100, total.Previous!.Value);
        Assert.Null(total.Previous.ComparableChange);
    }

    [Fact]
    public void Territories_inside_one_another_bound_the_year_before_too()
    {
        var previous = Total([], [F(Marseille, 100), F(AixMarseilleProvence, 300)]).Previous!;

        Assert.Equal(400, previous.Value);
        Assert.Equal(300, previous.LowerBound);
    }
}
