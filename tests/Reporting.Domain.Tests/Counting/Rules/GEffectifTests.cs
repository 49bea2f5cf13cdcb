using Reporting.Domain.Returns;
using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class GEffectifTests
{
    [Fact]
    public void A_headcount_without_exclusion_counts_as_it_is()
    {
        var counted = Count(Line("DRO-6", C("3.1", 40)));

        Assert.Equal("40 -> 40", counted.Figure("DRO-6"));
        Assert.Empty(counted.Effects("DRO-6"));
        Assert.Empty(counted.Told());
        Assert.True(counted.IsAcceptable);
    }

    [Fact]
    public void Negative_figures_are_one_error_that_lists_every_place()
    {
        var counted = Count(Line("DRO-6", C("3.1", -1), C("3.2", 10, outOfPeriod: -2, duplicates: 0)));

        Assert.Null(counted.Figure("DRO-6"));
        Assert.Equal(
            ["erreur G-EFFECTIF negatif /indicateurs/0/contributions/0/effectif & /indicateurs/0/contributions/1/horsPeriode"],
            counted.Told());
        Assert.False(counted.IsAcceptable);
    }

    [Fact]
    public void An_exclusion_may_take_all_that_is_left() =>
        Assert.Equal("10 -> 0", Count(Line("DRO-6", C("3.1", 10, outOfPeriod: 6, outOfPublic: 4))).Figure("DRO-6"));

    [Fact]
    public void An_exclusion_larger_than_what_is_left_is_an_error_of_its_rule()
    {
        var counted = Count(Line("DRO-6", C("3.1", 10, outOfPeriod: 6, outOfPublic: 5)));

        Assert.Null(counted.Figure("DRO-6"));
        Assert.Equal(["erreur G-PUBLIC exclusion-trop-grande /indicateurs/0/contributions/0/horsPublic"], counted.Told());
    }

    [Fact]
    public void What_follows_from_a_wrong_headcount_is_not_told_again() =>
        Assert.Equal(
            ["erreur G-EFFECTIF negatif /indicateurs/0/contributions/1/effectif"],
            Count(Line("DRO-6", C("3.1", 9), C("3.2", -10, outOfPeriod: 3, outOfPublic: 2, duplicates: 1))).Told());

    [Fact]
    public void What_follows_from_an_exclusion_too_large_is_not_told_again() =>
        Assert.Equal(
            ["erreur G-PERIODE exclusion-trop-grande /indicateurs/0/contributions/1/horsPeriode"],
            Count(Line("DRO-2", C("3.1", 9), C("3.2", 8, outOfPeriod: 9, easyReadOnly: 9, duplicates: 9))).Told());

    [Fact]
    public void Everything_else_wrong_is_told_at_once() =>
        Assert.Equal(
            [
                "erreur G-EFFECTIF champ-etranger /indicateurs/0/contributions/1/slime [remove /indicateurs/0/contributions/1/slime]",
                "erreur G-DOUBLONS doublons-trop-grands /indicateurs/0/contributions/1/doublons",
            ],
            Count(Line("DRO-6", C("3.1", 9), C("3.2", 10, slime: true, duplicates: 11))).Told());

    [Fact]
    public void A_field_of_another_indicator_is_an_error_whose_mend_removes_it()
    {
        var counted = Count(Line("ENF-2", C("1.1", 5, households: 3)));

        Assert.Null(counted.Figure("ENF-2"));
        Assert.Equal(
            ["erreur G-EFFECTIF champ-etranger /indicateurs/0/contributions/0/menages [remove /indicateurs/0/contributions/0/menages]"],
            counted.Told());
    }

    [Fact]
    public void A_billion_is_the_largest_figure()
    {
        Assert.Equal("1000000000 -> 1000000000", Count(Declared("DRO-6", 1_000_000_000)).Figure("DRO-6"));
        Assert.Equal(["erreur G-EFFECTIF trop-grand /indicateurs/0/valeur"], Count(Declared("DRO-6", 1_000_000_001)).Told());
    }

    [Fact]
    public void Contributions_do_not_exceed_a_billion_together()
    {
        Assert.Equal("1000000000 -> 1000000000",
            Count(Line("DRO-5", C("3.1", 999_999_999), C("3.2", 1))).Figure("DRO-5"));
        Assert.Equal(["erreur G-EFFECTIF trop-grand /indicateurs/0/contributions"],
            Count(Line("DRO-5", C("3.1", 999_999_999), C("3.2", 2))).Told());
    }

    [Fact]
    public void Figures_beyond_any_count_are_refused_and_never_overflow() =>
        Assert.Equal(
            [
                "erreur G-EFFECTIF trop-grand /indicateurs/0/contributions/0/effectif & /indicateurs/0/contributions/0/menages"
                + " & /indicateurs/0/contributions/1/effectif & /indicateurs/0/contributions/1/menages",
                "avertissement G-DOUBLONS doublons-non-declares /indicateurs/0/contributions/1",
            ],
            Count(Line("DRO-1",
                C("3.1", decimal.MaxValue, modality: "lieu-de-vie", households: decimal.MaxValue),
                C("3.2", decimal.MaxValue, modality: "lieu-de-vie", households: decimal.MaxValue))).Told());

    [Fact]
    public void An_action_is_numbered_by_axis_and_rank() =>
        Assert.Equal(
            ["erreur G-EFFECTIF numero-action /indicateurs/0/contributions/0/action"],
            Count(Line("DRO-6", C("5.1", 10))).Told());

    [Fact]
    public void A_modality_is_one_that_the_indicator_accepts() =>
        Assert.Equal(
            ["erreur G-EFFECTIF choix-inconnu /indicateurs/0/contributions/0/modalite"],
            Count(Line("EMP-1", C("2.1", 10, modality: "reperage"))).Told());

    [Fact]
    public void An_age_is_written_in_plain_years() =>
        Assert.Equal(
            ["erreur G-EFFECTIF age-illisible /indicateurs/0/contributions/0/parAge"],
            Count(Line("ENF-4", C("1.1", 10, byAge: Ages(("016", 10))))).Told());

    [Fact]
    public void A_negative_age_group_is_pointed_at() =>
        Assert.Equal(
            ["erreur G-EFFECTIF negatif /indicateurs/0/contributions/0/parAge/17"],
            Count(Line("ENF-4", C("1.1", 6, byAge: Ages(("16", 8), ("17", -2))))).Told());

    [Fact]
    public void A_negative_target_is_an_error() =>
        Assert.Equal(
            ["erreur G-EFFECTIF negatif /indicateurs/0/cible"],
            Count(Declared("DRO-6", 10) with { Target = -1 }).Told());

    [Fact]
    public void On_the_line_dontMobilite_is_for_a_declared_EMP_1_alone() =>
        Assert.Equal(
            ["erreur G-EFFECTIF dont-mobilite-mal-place /indicateurs/0/dontMobilite [remove /indicateurs/0/dontMobilite]"],
            Count(Declared("DRO-6", 10, ofWhichMobility: 0)).Told());

    [Fact]
    public void On_EMP_1_by_contributions_which_of_them_dontMobilite_belongs_to_is_not_known() =>
        Assert.Equal(
            ["erreur G-EFFECTIF dont-mobilite-mal-place /indicateurs/0/dontMobilite"],
            Count(Line("EMP-1", C("2.1", 10)) with { OfWhichMobility = 0 }).Told());

    [Theory]
    [InlineData("Repérage", "reperage")]
    [InlineData("REPERAGE", "reperage")]
    [InlineData(" Accompagnement ", "accompagnement")]
    public void A_modality_mistyped_in_case_or_accents_can_only_be_one(string given, string meant) =>
        Assert.Equal(
            [new PatchOperation("replace", "/indicateurs/0/contributions/0/modalite", meant)],
            Count(Line("ENF-4", C("1.1", 10, modality: given))).Findings.SelectMany(finding => finding.Fix));

    [Theory]
    [InlineData("information")]
    [InlineData("reperages")]
    public void Another_word_is_not_taken_for_a_modality(string given) =>
        Assert.Empty(Count(Line("EMP-1", C("2.1", 10, modality: given))).Findings.SelectMany(finding => finding.Fix));

    [Theory]
    [InlineData(" 1.2 ", "1.2")]
    [InlineData("1,10", "1.10")]
    public void An_action_mistyped_in_spaces_or_its_dot_can_only_be_one(string given, string meant) =>
        Assert.Equal(
            [new PatchOperation("replace", "/indicateurs/0/contributions/0/action", meant)],
            Count(Line("ENF-4", C(given, 10))).Findings.SelectMany(finding => finding.Fix));
}
