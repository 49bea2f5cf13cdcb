using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;
using static Reporting.Domain.Tests.Totals.FigureSentences;

namespace Reporting.Domain.Tests.Totals;

public sealed class TotalCalculatorTests
{
    [Fact]
    public void Figures_and_targets_add_up()
    {
        var total = Total(F(Bordeaux, 356, target: 420), F(Lille, 144, target: 180));

        Assert.Same(Indicators.Dro6, total.Indicator);
        Assert.Equal(500, total.Value);
        Assert.Equal(500, total.LowerBound);
        Assert.Equal(600, total.Target);
        Assert.Equal(0.8333m, total.Rate); // 500 / 600
        Assert.Equal(2, total.Counted);
        Assert.Equal(23, total.Expected);
        Assert.Null(total.Previous);
    }

    [Fact]
    public void Both_bounds_add_up()
    {
        var total = Total(F(Bordeaux, 278, lowerBound: 238), F(Lille, 100));

        Assert.Equal(378, total.Value);
        Assert.Equal(338, total.LowerBound);
    }

    [Fact]
    public void The_rate_is_of_the_figures_that_have_a_target()
    {
        var total = Total(F(Bordeaux, 356, target: 420), F(Lille, 144));

        Assert.Equal(500, total.Value);
        Assert.Equal(420, total.Target);
        Assert.Equal(0.8476m, total.Rate); // 356 / 420
    }

    [Fact]
    public void Without_any_target_there_is_no_rate()
    {
        var total = Total(F(Bordeaux, 356));

        Assert.Null(total.Target);
        Assert.Null(total.Rate);
    }

    [Fact]
    public void A_target_of_0_gives_no_rate()
    {
        var total = Total(F(Bordeaux, 356, target: 0));

        Assert.Equal(0, total.Target);
        Assert.Null(total.Rate);
    }

    [Fact]
    public void Shares_are_of_the_upper_bound()
    {
        var total = Total(
            F(Bordeaux, 100, state: ReturnState.Deposited, estimated: true),
            F(Lille, 300, lowerBound: 200, broken: true),
            F(Marseille, 200, estimated: true));

        Assert.Equal(0.1667m, total.ProvisionalShare); // 100 / 600
        Assert.Equal(0.5m, total.EstimatedShare); // 300 / 600
        Assert.Equal(1, total.Breaks);
    }

    [Fact]
    public void A_total_of_0_is_0_and_has_no_shares()
    {
        var total = Total(F(Bordeaux, 0, state: ReturnState.Deposited));

        Assert.Equal(0, total.Value);
        Assert.Equal(0, total.LowerBound);
        Assert.Null(total.ProvisionalShare);
        Assert.Null(total.EstimatedShare);
    }

    [Fact]
    public void What_nobody_counted_has_no_total()
    {
        var total = Total();

        Assert.Null(total.Value);
        Assert.Null(total.LowerBound);
        Assert.Null(total.Target);
        Assert.Null(total.Rate);
        Assert.Null(total.ProvisionalShare);
        Assert.Null(total.EstimatedShare);
        Assert.Equal(0, total.Counted);
        Assert.Equal(23, total.Expected);
        Assert.Equal(0, total.Breaks);
        Assert.Null(total.Previous);
    }
}
