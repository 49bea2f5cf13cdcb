using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class GDoublonsTests
{
    [Fact]
    public void Known_duplicates_are_taken_away()
    {
        var counted = Count(Line("DRO-2", C("3.1", 100), C("3.2", 50, duplicates: 20)));

        Assert.Equal("150 -> 130", counted.Figure("DRO-2"));
        Assert.Equal(["G-DOUBLONS 2 -20"], counted.Effects("DRO-2"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void Unknown_duplicates_give_bounds_and_a_warning()
    {
        var counted = Count(Line("DRO-2", C("3.1", 100), C("3.2", 150)));

        Assert.Equal("250 -> 150..250", counted.Figure("DRO-2"));
        Assert.Empty(counted.Effects("DRO-2"));
        Assert.Equal(["avertissement G-DOUBLONS doublons-non-declares /indicateurs/0/contributions/1"], counted.Told());
        Assert.True(counted.IsAcceptable);
    }

    [Fact]
    public void Known_duplicates_after_unknown_ones_move_both_bounds() =>
        // 100; 50 unknown: 100..150; 30 of which 10 known: 120..170
        Assert.Equal("180 -> 120..170",
            Count(Line("DRO-2", C("3.1", 100), C("3.2", 50), C("3.3", 30, duplicates: 10))).Figure("DRO-2"));

    [Fact]
    public void Duplicates_are_among_what_the_exclusions_leave()
    {
        Assert.Equal("20 -> 10",
            Count(Line("DRO-2", C("3.1", 10), C("3.2", 10, duplicates: 10))).Figure("DRO-2"));
        Assert.Equal(["erreur G-DOUBLONS doublons-trop-grands /indicateurs/0/contributions/1/doublons"],
            Count(Line("DRO-2", C("3.1", 10), C("3.2", 10, outOfPeriod: 1, duplicates: 10))).Told());
    }

    [Fact]
    public void Duplicates_are_among_the_units_already_counted()
    {
        var counted = Count(Line("DRO-2", C("3.1", 5), C("3.2", 10, duplicates: 6)));

        Assert.Null(counted.Figure("DRO-2"));
        Assert.Equal(["erreur G-DOUBLONS doublons-trop-grands /indicateurs/0/contributions/1/doublons"], counted.Told());
    }

    [Fact]
    public void Those_that_follow_a_wrong_figure_are_not_held_to_it() =>
        Assert.Equal(["erreur G-DOUBLONS doublons-trop-grands /indicateurs/0/contributions/1/doublons"],
            Count(Line("DRO-2", C("3.1", 5), C("3.2", 10, duplicates: 12), C("3.3", 8, duplicates: 5))).Told());

    [Fact]
    public void The_first_contribution_has_none()
    {
        Assert.Equal("5 -> 5", Count(Line("DRO-2", C("3.1", 5, duplicates: 0))).Figure("DRO-2"));
        Assert.Equal(
            ["erreur G-DOUBLONS doublons-premiere /indicateurs/0/contributions/0/doublons [remove /indicateurs/0/contributions/0/doublons]"],
            Count(Line("DRO-2", C("3.1", 5, duplicates: 1))).Told());
    }

    [Theory]
    [InlineData("DRO-4")]
    [InlineData("DRO-5")]
    public void Posts_and_files_add_up_and_refuse_duplicates_even_0(string code)
    {
        Assert.Equal("8 -> 8", Count(Line(code, C("3.1", 5), C("3.2", 3))).Figure(code));
        Assert.Equal(
            ["erreur G-DOUBLONS doublons-impossibles /indicateurs/0/contributions/1/doublons [remove /indicateurs/0/contributions/1/doublons]"],
            Count(Line(code, C("3.1", 5), C("3.2", 3, duplicates: 0))).Told());
    }

    [Fact]
    public void A_contribution_that_retains_nothing_overlaps_nothing()
    {
        var counted = Count(Line("EMP-2", C("2.1", 5), C("2.2", 9, funded: false)));

        Assert.Equal("14 -> 5", counted.Figure("EMP-2"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void In_TES_2_contributions_of_the_axis_emploi_come_first()
    {
        var counted = Count(
            Line("TES-2",
                C("4.1", 30, fundingAxis: "transition", withoutFollowUp: 0, duplicates: 4),
                C("4.2", 20, fundingAxis: "emploi", withoutFollowUp: 0)),
            Line("EMP-1", C("2.1", 20, ofWhichMobility: 20)));

        Assert.Equal("50 -> 46", counted.Figure("TES-2"));
        Assert.Equal(["G-DOUBLONS 1 -4"], counted.Effects("TES-2"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void In_TES_2_the_first_of_the_axis_emploi_has_none_even_posted_last() =>
        Assert.Equal(
            ["erreur G-DOUBLONS doublons-premiere /indicateurs/0/contributions/1/doublons [remove /indicateurs/0/contributions/1/doublons]"],
            Count(Line("TES-2",
                C("4.1", 30, fundingAxis: "transition", withoutFollowUp: 0, duplicates: 0),
                C("4.2", 20, fundingAxis: "emploi", withoutFollowUp: 0, duplicates: 4))).Told());

    [Fact]
    public void No_mend_is_offered_while_the_order_of_TES_2_is_unknown() =>
        Assert.Equal(
            ["erreur TES2-AXE axe-financement-requis /indicateurs/0/contributions/0"],
            Count(Line("TES-2",
                C("4.1", 30, withoutFollowUp: 0),
                C("4.2", 20, fundingAxis: "emploi", withoutFollowUp: 0, duplicates: 4))).Told());

    [Fact]
    public void The_only_contribution_of_a_line_in_error_has_no_overlap_to_tell() =>
        Assert.Equal(
            ["erreur ENF1-SUITE sans-suite-requis /indicateurs/0/contributions/0"],
            Count(Line("ENF-1", C("1.1", 30, modality: "reperage"))).Told());
}
