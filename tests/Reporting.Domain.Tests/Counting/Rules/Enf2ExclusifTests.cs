using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class Enf2ExclusifTests
{
    [Fact]
    public void The_same_source_does_not_feed_ENF_2_and_another_indicator()
    {
        var counted = Count(Line("ENF-2", C("1.1", 5, local: "a")), Line("ENF-1", C("1.1", 9, local: "a")));

        Assert.Equal(["erreur ENF2-EXCLUSIF partage-avec-enf-2 /indicateurs/1/contributions/0"], counted.Told());
        Assert.Empty(counted.Lines);
        Assert.Equal(
            "L'action 1.1 (a) alimente déjà ENF-2, dont les actions ne comptent dans aucun autre indicateur.",
            Assert.Single(counted.Findings).Message.Text);
    }

    [Fact]
    public void Different_local_indicators_of_an_action_feed_different_lines()
    {
        var counted = Count(Line("ENF-2", C("1.1", 5, local: "a")), Line("ENF-1", C("1.1", 9, local: "b")));

        Assert.Equal("5 -> 5", counted.Figure("ENF-2"));
        Assert.Equal("9 -> 9", counted.Figure("ENF-1"));
        Assert.Empty(counted.Told());
    }

    [Theory]
    [InlineData(null, "b")]
    [InlineData("a", null)]
    [InlineData(null, null)]
    public void Without_a_local_indicator_the_whole_action_is_meant(string? reserved, string? other) =>
        Assert.Equal(["erreur ENF2-EXCLUSIF partage-avec-enf-2 /indicateurs/0/contributions/1"],
            Count(
                Line("DRO-8", C("3.1", 4), C("1.1", 9, local: other, duplicates: 0)),
                Line("ENF-2", C("1.2", 1), C("1.1", 5, local: reserved, duplicates: 0))).Told());

    [Fact]
    public void Different_actions_share_nothing() =>
        Assert.Empty(Count(Line("ENF-2", C("1.1", 5)), Line("ENF-1", C("1.10", 9))).Told());

    [Fact]
    public void Declared_figures_have_no_source_to_compare() =>
        Assert.Empty(Count(Declared("ENF-2", 5), Line("ENF-1", C("1.1", 9))).Told());

    [Fact]
    public void Shared_with_TES_2_it_suspends_EMP_1_as_well()
    {
        var counted = Count(
            Line("ENF-2", C("4.1", 5)),
            Line("TES-2", C("4.1", 9, fundingAxis: "emploi", withoutFollowUp: 0)),
            Declared("EMP-1", 40));

        Assert.Empty(counted.Lines);
        Assert.Equal(
            [
                "erreur ENF2-EXCLUSIF partage-avec-enf-2 /indicateurs/1/contributions/0",
                "information EMP1-MOBILITE depend-d-une-erreur /indicateurs/2",
            ],
            counted.Told());
    }
}
