using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class Tes1SuiteTests
{
    [Fact]
    public void Visits_that_led_to_no_proposal_are_not_counted()
    {
        var counted = Count(Line("TES-1", C("4.1", 120, withoutFollowUp: 35, outOfPeriod: 5)));

        Assert.Equal("120 -> 80", counted.Figure("TES-1"));
        Assert.Equal(["G-PERIODE 1 -5", "TES1-SUITE 1 -35"], counted.Effects("TES-1"));
        Assert.Empty(counted.Told());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(false)]
    public void Outside_SLIME_how_many_must_be_told(bool? slime) =>
        Assert.Equal(["erreur TES1-SUITE sans-suite-requis /indicateurs/0/contributions/0"],
            Count(Line("TES-1", C("4.1", 120, slime: slime))).Told());
}
