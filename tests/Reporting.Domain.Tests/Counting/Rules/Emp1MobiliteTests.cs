using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class Emp1MobiliteTests
{
    [Fact]
    public void Job_seekers_of_TES_2_are_added_less_those_counted_already()
    {
        var counted = Count(
            Line("EMP-1", C("2.1", 850, ofWhichMobility: 40), C("2.2", 30, duplicates: 0, ofWhichMobility: 20)),
            Line("TES-2", Diagnosed("emploi", 200), Diagnosed("transition", 130, duplicates: 5)));

        // 880 + 200 - 60; the transition axis adds nobody
        Assert.Equal("880 -> 1020", counted.Figure("EMP-1"));
        Assert.Equal(["EMP1-MOBILITE * 140"], counted.Effects("EMP-1"));
        Assert.Equal("330 -> 325", counted.Figure("TES-2"));
        Assert.Empty(counted.Told());
        Assert.False(counted.Line("EMP-1")!.Derived);
    }

    [Fact]
    public void Nobody_said_to_be_in_TES_2_means_nobody() =>
        Assert.Equal("80 -> 125", Count(Line("EMP-1", C("2.1", 80)), Line("TES-2", Diagnosed("emploi", 45))).Figure("EMP-1"));

    [Fact]
    public void Without_an_EMP_1_line_it_is_derived_before_TES_2_in_catalogue_order()
    {
        var counted = Count(Line("TES-2", Diagnosed("emploi", 50, withoutFollowUp: 5)));

        Assert.Equal(["EMP-1", "TES-2"], counted.Lines.Select(line => line.Indicator.Code));
        Assert.Equal("0 -> 45", counted.Figure("EMP-1"));
        Assert.Equal(["EMP1-MOBILITE * 45"], counted.Effects("EMP-1"));
        Assert.True(counted.Line("EMP-1")!.Derived);
        Assert.Null(counted.Line("EMP-1")!.Target);
        Assert.Empty(counted.Told());
    }

    [Theory]
    [InlineData("transition", 0)]
    [InlineData("emploi", 50)]
    public void Without_job_seekers_nothing_is_derived(string axis, int withoutFollowUp) =>
        Assert.Null(Count(Line("TES-2", Diagnosed(axis, 50, withoutFollowUp: withoutFollowUp))).Figure("EMP-1"));

    [Fact]
    public void Unknown_overlaps_in_TES_2_pass_to_EMP_1()
    {
        var counted = Count(
            Line("EMP-1", C("2.1", 100, ofWhichMobility: 10)),
            Line("TES-2", Diagnosed("emploi", 30), Diagnosed("emploi", 20)));

        // job seekers: 30..50; EMP-1: 100 + 30 - 10 .. 100 + 50 - 10
        Assert.Equal("100 -> 120..140", counted.Figure("EMP-1"));
        Assert.Equal(["EMP1-MOBILITE * 40"], counted.Effects("EMP-1"));
        Assert.Equal(["avertissement G-DOUBLONS doublons-non-declares /indicateurs/1/contributions/1"], counted.Told());
    }

    [Fact]
    public void As_many_people_in_both_as_EMP_1_can_hold_settle_its_own_overlaps() =>
        // EMP-1 alone is 10..20, and 20 of it are the 20 job seekers of TES-2
        Assert.Equal("20 -> 20",
            Count(
                Line("EMP-1", C("2.1", 10, ofWhichMobility: 10), C("2.2", 10, ofWhichMobility: 10)),
                Line("TES-2", Diagnosed("emploi", 20))).Figure("EMP-1"));

    [Fact]
    public void No_more_people_are_in_both_than_TES_2_has_job_seekers() =>
        Assert.Equal(["erreur EMP1-MOBILITE mobilite-superieure-tes-2 /indicateurs/0"],
            Count(Line("EMP-1", C("2.1", 100, ofWhichMobility: 46)), Line("TES-2", Diagnosed("emploi", 45))).Told());

    [Fact]
    public void Without_a_TES_2_line_nobody_is_in_both()
    {
        Assert.Equal(["erreur EMP1-MOBILITE mobilite-superieure-tes-2 /indicateurs/0"],
            Count(Line("EMP-1", C("2.1", 100, ofWhichMobility: 1))).Told());
        Assert.Equal("100 -> 100", Count(Line("EMP-1", C("2.1", 100, ofWhichMobility: 0))).Figure("EMP-1"));
    }

    [Fact]
    public void No_more_people_are_in_both_than_the_contribution_retains() =>
        Assert.Equal(
            ["erreur EMP1-MOBILITE mobilite-superieure-contribution /indicateurs/0/contributions/0/dontMobilite"],
            Count(
                Line("EMP-1", C("2.1", 40, outOfPeriod: 11, ofWhichMobility: 30), C("2.2", 90, duplicates: 0)),
                Line("TES-2", Diagnosed("emploi", 45))).Told());

    [Fact]
    public void No_more_people_are_in_both_than_the_line_retains() =>
        // 40 people, the same in both contributions: 60 of them cannot be in TES-2
        Assert.Equal(["erreur EMP1-MOBILITE mobilite-superieure /indicateurs/0"],
            Count(
                Line("EMP-1", C("2.1", 40, ofWhichMobility: 30), C("2.2", 40, duplicates: 40, ofWhichMobility: 30)),
                Line("TES-2", Diagnosed("emploi", 70))).Told());

    [Fact]
    public void While_TES_2_is_in_error_EMP_1_and_its_parts_are_not_counted()
    {
        var counted = Count(
            Declared("EMP-1", 100), Declared("EMP-3A", 10), Line("TES-2", C("4.1", 45, fundingAxis: "emploi")));

        Assert.Empty(counted.Lines);
        Assert.Equal(
            [
                "erreur TES2-SUITE sans-suite-requis /indicateurs/2/contributions/0",
                "information EMP1-MOBILITE depend-d-une-erreur /indicateurs/0",
                "information EMP3-SOUS-ENSEMBLE depend-d-une-erreur /indicateurs/1",
            ],
            counted.Told());
    }

    private static Domain.Returns.Contribution Diagnosed(
        string axis, decimal people, decimal withoutFollowUp = 0, decimal? duplicates = null) =>
        C("4.1", people, fundingAxis: axis, withoutFollowUp: withoutFollowUp, duplicates: duplicates);
}
