using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class Dro1AutresReferentielsTests
{
    [Theory]
    [InlineData("1.1")]
    [InlineData("2.1")]
    [InlineData("4.1")]
    public void Outreach_of_another_axis_is_not_counted(string action)
    {
        var counted = Count(Line("DRO-1",
            C("3.1", 50, modality: "permanence"), C(action, 75, modality: "permanence", outOfPeriod: 5)));

        Assert.Equal("125 -> 50", counted.Figure("DRO-1"));
        Assert.Equal(["G-PERIODE 2 -5", "DRO1-AUTRES-REFERENTIELS 2 -70"], counted.Effects("DRO-1"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void Neither_are_its_visits() =>
        Assert.Equal(["DRO1-MENAGE 1 -50", "DRO1-AUTRES-REFERENTIELS 1 -25"],
            Count(Line("DRO-1", C("4.1", 75, modality: "lieu-de-vie", households: 25))).Effects("DRO-1"));

    [Fact]
    public void Other_indicators_of_the_axis_take_actions_of_any_axis() =>
        Assert.Equal("75 -> 75", Count(Line("DRO-2", C("4.1", 75))).Figure("DRO-2"));
}
