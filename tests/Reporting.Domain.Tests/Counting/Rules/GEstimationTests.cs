using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class GEstimationTests
{
    [Theory]
    [InlineData("ENF-3", "1.1")]
    [InlineData("DRO-6", "3.1")]
    [InlineData("DRO-8", "3.1")]
    [InlineData("TES-3", "4.1")]
    public void The_guide_allows_estimates_of_these(string code, string action)
    {
        var counted = Count(Line(code, C(action, 20, outOfPublic: 3, estimated: true)));

        Assert.Equal("20 -> 17", counted.Figure(code));
        Assert.True(counted.Line(code)!.Estimated);
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void Elsewhere_an_estimate_is_a_warning()
    {
        var counted = Count(Line("DRO-2", C("3.1", 20), C("3.2", 5, duplicates: 0, estimated: true)));

        Assert.Equal("25 -> 25", counted.Figure("DRO-2"));
        Assert.True(counted.Line("DRO-2")!.Estimated);
        Assert.Equal(
            ["avertissement G-ESTIMATION estimation-non-prevue /indicateurs/0/contributions/1/estimation"], counted.Told());
    }

    [Theory]
    [InlineData("ENF-1")]
    [InlineData("ENF-2")]
    [InlineData("ENF-4")]
    [InlineData("EMP-1")]
    [InlineData("EMP-2")]
    [InlineData("EMP-3A")]
    [InlineData("EMP-3B")]
    [InlineData("EMP-3C")]
    [InlineData("DRO-1")]
    [InlineData("DRO-3")]
    [InlineData("DRO-4")]
    [InlineData("DRO-5")]
    [InlineData("DRO-7")]
    [InlineData("TES-1")]
    [InlineData("TES-2")]
    public void Elsewhere_is_every_other_indicator(string code) =>
        Assert.Contains(
            "avertissement G-ESTIMATION estimation-non-prevue /indicateurs/0/contributions/0/estimation",
            Count(Line(code, C("3.1", 0, estimated: true))).Told());

    [Fact]
    public void A_figure_that_is_not_estimated_says_so()
    {
        var counted = Count(Line("DRO-2", C("3.1", 20, estimated: false)));

        Assert.False(counted.Line("DRO-2")!.Estimated);
        Assert.Empty(counted.Told());
    }
}
