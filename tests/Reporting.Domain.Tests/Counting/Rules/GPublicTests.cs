using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class GPublicTests
{
    [Theory]
    [InlineData("ENF-2", "1.1")]
    [InlineData("EMP-2", "2.1")]
    [InlineData("DRO-5", "3.1")]
    [InlineData("DRO-6", "3.1")]
    [InlineData("TES-3", "4.1")]
    public void Units_outside_the_public_are_subtracted(string code, string action)
    {
        var counted = Count(Line(code, C(action, 20, outOfPublic: 3)));

        Assert.Equal("20 -> 17", counted.Figure(code));
        Assert.Equal(["G-PUBLIC 1 -3"], counted.Effects(code));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void It_bears_on_what_the_period_leaves()
    {
        var counted = Count(Line("DRO-6", C("3.1", 20, outOfPublic: 3, outOfPeriod: 5)));

        Assert.Equal("20 -> 12", counted.Figure("DRO-6"));
        Assert.Equal(["G-PERIODE 1 -5", "G-PUBLIC 1 -3"], counted.Effects("DRO-6"));
    }

    [Fact]
    public void Nobody_outside_the_public_leaves_no_trace() =>
        Assert.Empty(Count(Line("DRO-6", C("3.1", 20, outOfPublic: 0))).Effects("DRO-6"));
}
