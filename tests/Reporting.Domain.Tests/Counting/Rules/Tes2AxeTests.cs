using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class Tes2AxeTests
{
    [Fact]
    public void Every_contribution_tells_the_axis_that_funds_it()
    {
        Assert.Equal("50 -> 50",
            Count(Line("TES-2", C("4.1", 50, fundingAxis: "transition", withoutFollowUp: 0))).Figure("TES-2"));
        Assert.Equal(["erreur TES2-AXE axe-financement-requis /indicateurs/0/contributions/0"],
            Count(Line("TES-2", C("4.1", 50, withoutFollowUp: 0))).Told());
    }

    [Fact]
    public void The_axis_is_emploi_or_transition() =>
        Assert.Equal(["erreur G-EFFECTIF choix-inconnu /indicateurs/0/contributions/0/axeFinancement"],
            Count(Line("TES-2", C("4.1", 50, fundingAxis: "droits", withoutFollowUp: 0))).Told());

    [Fact]
    public void The_line_is_not_a_bare_figure()
    {
        var counted = Count(Declared("TES-2", 50));

        Assert.Null(counted.Figure("TES-2"));
        Assert.Equal(["erreur TES2-AXE contributions-requises /indicateurs/0/valeur"], counted.Told());
    }

    [Fact]
    public void A_line_without_anything_is_told_once() =>
        Assert.Equal(["erreur FORME valeur-ou-contributions /indicateurs/0"],
            Count(Declared("TES-2", 50) with { Value = null }).Told());
}
