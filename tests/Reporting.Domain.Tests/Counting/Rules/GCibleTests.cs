using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class GCibleTests
{
    [Fact]
    public void A_missing_target_is_a_warning_before_deposit()
    {
        var counted = Count(Declared("DRO-6", 10) with { Target = null });

        Assert.Equal("10 -> 10", counted.Figure("DRO-6"));
        Assert.Equal(["avertissement G-CIBLE cible-manquante /indicateurs/0"], counted.Told());
    }

    [Fact]
    public void A_missing_target_is_an_error_at_deposit()
    {
        var counted = Deposit(Declared("DRO-6", 10) with { Target = null }, Declared("DRO-2", 10) with { Target = null });

        Assert.Null(counted.Figure("DRO-6"));
        Assert.Equal(["erreur G-CIBLE cible-manquante /indicateurs/0 & /indicateurs/1"], counted.Told());
    }

    [Fact]
    public void A_target_of_0_is_a_target()
    {
        var counted = Deposit(Declared("DRO-6", 10) with { Target = 0 });

        Assert.Empty(counted.Told());
        Assert.Equal(0, counted.Line("DRO-6")!.Target);
        Assert.Null(counted.Line("DRO-6")!.Rate);
    }

    [Fact]
    public void A_derived_line_has_no_target_to_give()
    {
        var counted = Deposit(Line("TES-2", C("4.1", 9, fundingAxis: "emploi", withoutFollowUp: 0)));

        Assert.Equal("0 -> 9", counted.Figure("EMP-1"));
        Assert.Empty(counted.Told());
    }
}
