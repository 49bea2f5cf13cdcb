using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

/// <summary>EMP1-MOBILITE where EMP-1 is declared in one figure.</summary>
public sealed class Emp1MobiliteDeclaredTests
{
    private static readonly Domain.Returns.ReturnLine FortyFiveJobSeekers =
        Line("TES-2", C("4.1", 45, fundingAxis: "emploi", withoutFollowUp: 0));

    [Theory]
    [InlineData(0, "100 -> 145")]
    [InlineData(10, "100 -> 135")]
    [InlineData(45, "100 -> 100")]
    public void The_line_tells_how_many_are_in_both(int ofWhichMobility, string figure)
    {
        var counted = Count(Declared("EMP-1", 100, ofWhichMobility), FortyFiveJobSeekers);

        Assert.Equal(figure, counted.Figure("EMP-1"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void The_explanation_tells_what_was_added() =>
        Assert.Equal(["EMP1-MOBILITE * 35"], Count(Declared("EMP-1", 100, 10), FortyFiveJobSeekers).Effects("EMP-1"));

    [Theory]
    [InlineData(100, "100 -> 100..145")]
    [InlineData(30, "30 -> 45..75")]
    public void Otherwise_only_bounds_are_known(int value, string figure)
    {
        var counted = Count(Declared("EMP-1", value), FortyFiveJobSeekers);

        Assert.Equal(figure, counted.Figure("EMP-1"));
        Assert.Equal(["EMP1-MOBILITE * 45"], counted.Effects("EMP-1"));
        Assert.Equal(["avertissement EMP1-MOBILITE mobilite-non-ventilee /indicateurs/0"], counted.Told());
        Assert.True(counted.IsAcceptable);
    }

    [Fact]
    public void A_figure_of_0_leaves_no_doubt()
    {
        var counted = Count(Declared("EMP-1", 0), FortyFiveJobSeekers);

        Assert.Equal("0 -> 45", counted.Figure("EMP-1"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void Without_job_seekers_the_figure_stands()
    {
        var counted = Count(Declared("EMP-1", 100), Line("TES-2", C("4.1", 45, fundingAxis: "transition", withoutFollowUp: 0)));

        Assert.Equal("100 -> 100", counted.Figure("EMP-1"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void No_more_are_in_both_than_either_has()
    {
        Assert.Equal(["erreur EMP1-MOBILITE mobilite-superieure-tes-2 /indicateurs/0/dontMobilite"],
            Count(Declared("EMP-1", 100, 46), FortyFiveJobSeekers).Told());
        Assert.Equal(["erreur EMP1-MOBILITE mobilite-superieure /indicateurs/0/dontMobilite"],
            Count(Declared("EMP-1", 30, 31), FortyFiveJobSeekers).Told());
    }

    [Fact]
    public void With_contributions_it_goes_on_the_contributions() =>
        Assert.Equal(["erreur G-EFFECTIF dont-mobilite-mal-place /indicateurs/0/dontMobilite"],
            Count(Line("EMP-1", C("2.1", 100)) with { OfWhichMobility = 10 }, FortyFiveJobSeekers).Told());
}
