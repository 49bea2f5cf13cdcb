using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class GPeriodeTests
{
    [Fact]
    public void Units_outside_the_period_are_subtracted()
    {
        var counted = Count(Line("DRO-2", C("3.1", 50, outOfPeriod: 8)));

        Assert.Equal("50 -> 42", counted.Figure("DRO-2"));
        Assert.Equal(["G-PERIODE 1 -8"], counted.Effects("DRO-2"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void Full_time_equivalents_outside_the_period_are_subtracted_too() =>
        Assert.Equal("0.5 -> 0.25", Count(Line("DRO-4", C("3.3", 0.5m, outOfPeriod: 0.25m))).Figure("DRO-4"));

    [Fact]
    public void More_units_outside_the_period_than_units_is_an_error()
    {
        var counted = Count(Line("DRO-2", C("3.1", 50, outOfPeriod: 51)));

        Assert.Null(counted.Figure("DRO-2"));
        Assert.Equal(["erreur G-PERIODE exclusion-trop-grande /indicateurs/0/contributions/0/horsPeriode"], counted.Told());
        Assert.Equal(
            "« horsPeriode » retire 51 alors qu'il ne reste que 50.", Assert.Single(counted.Findings).Message.Text);
    }
}
