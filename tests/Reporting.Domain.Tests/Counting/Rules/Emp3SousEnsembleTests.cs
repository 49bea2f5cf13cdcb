using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class Emp3SousEnsembleTests
{
    [Theory]
    [InlineData("EMP-3A")]
    [InlineData("EMP-3B")]
    [InlineData("EMP-3C")]
    public void A_part_is_at_most_the_whole(string code)
    {
        var counted = Count(Declared("EMP-1", 100), Declared(code, 100));

        Assert.Equal("100 -> 100", counted.Figure(code));
        Assert.Empty(counted.Told());
        Assert.Equal(["erreur EMP3-SOUS-ENSEMBLE superieur-a-emp-1 /indicateurs/1"],
            Count(Declared("EMP-1", 100), Declared(code, 101)).Told());
    }

    [Fact]
    public void Parts_may_overlap_one_another() =>
        Assert.Empty(Count(Declared("EMP-1", 100), Declared("EMP-3A", 90), Declared("EMP-3B", 80), Declared("EMP-3C", 70)).Told());

    [Fact]
    public void The_whole_includes_the_job_seekers_of_TES_2_at_most()
    {
        var mobility = Line("TES-2", C("4.1", 45, fundingAxis: "emploi", withoutFollowUp: 0));

        Assert.Equal("145 -> 145", Count(Declared("EMP-3B", 145), Declared("EMP-1", 100), mobility).Figure("EMP-3B"));
        Assert.Null(Count(Declared("EMP-3B", 146), Declared("EMP-1", 100), mobility).Figure("EMP-3B"));
        Assert.Equal("45 -> 45", Count(Declared("EMP-3B", 45), mobility).Figure("EMP-3B"));
        Assert.Null(Count(Declared("EMP-3B", 46), mobility).Figure("EMP-3B"));
    }

    [Fact]
    public void Without_an_EMP_1_figure_the_whole_is_0()
    {
        Assert.Equal(["erreur EMP3-SOUS-ENSEMBLE superieur-a-emp-1 /indicateurs/0"], Count(Declared("EMP-3A", 1)).Told());
        Assert.Equal("0 -> 0", Count(Declared("EMP-3A", 0)).Figure("EMP-3A"));
    }

    [Fact]
    public void The_upper_bound_of_the_part_is_held_to_the_whole() =>
        Assert.Equal(
            [
                "erreur EMP3-SOUS-ENSEMBLE superieur-a-emp-1 /indicateurs/1",
                "avertissement G-DOUBLONS doublons-non-declares /indicateurs/1/contributions/1",
            ],
            Count(Declared("EMP-1", 100), Line("EMP-3A", C("2.1", 60), C("2.2", 60))).Told());

    [Fact]
    public void While_EMP_1_is_in_error_its_parts_are_not_counted() =>
        Assert.Equal(
            [
                "erreur G-EFFECTIF negatif /indicateurs/0/valeur",
                "information EMP3-SOUS-ENSEMBLE depend-d-une-erreur /indicateurs/1 & /indicateurs/2",
            ],
            Count(Declared("EMP-1", -1), Declared("EMP-3A", 5), Declared("EMP-3C", 6)).Told());

    [Fact]
    public void Without_an_EMP_1_line_an_error_in_TES_2_leaves_the_parts_uncounted() =>
        Assert.Equal(
            [
                "erreur TES2-SUITE sans-suite-requis /indicateurs/1/contributions/0",
                "information EMP3-SOUS-ENSEMBLE depend-d-une-erreur /indicateurs/0",
            ],
            Count(Declared("EMP-3A", 5), Line("TES-2", C("4.1", 45, fundingAxis: "emploi"))).Told());
}
