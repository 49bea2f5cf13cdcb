using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class GEntierTests
{
    [Fact]
    public void People_are_counted_whole()
    {
        var counted = Count(Line("DRO-2", C("3.1", 10.5m, easyReadOnly: 0.5m)));

        Assert.Null(counted.Figure("DRO-2"));
        Assert.Equal(
            ["erreur G-ENTIER fraction /indicateurs/0/contributions/0/effectif & /indicateurs/0/contributions/0/falcSeul"],
            counted.Told());
    }

    [Fact]
    public void A_whole_figure_may_be_written_with_zeros_after_the_point() =>
        Assert.Equal("10 -> 10", Count(Line("DRO-2", C("3.1", 10.00m))).Figure("DRO-2"));

    [Fact]
    public void Full_time_equivalents_have_two_decimals()
    {
        Assert.Equal("1.25 -> 1.25", Count(Declared("DRO-4", 1.25m) with { Target = 1.5m }).Figure("DRO-4"));
        Assert.Equal(["erreur G-ENTIER decimales /indicateurs/0/valeur"], Count(Declared("DRO-4", 1.255m)).Told());
    }

    [Fact]
    public void Each_age_group_is_whole() =>
        Assert.Equal(
            ["erreur G-ENTIER fraction /indicateurs/0/contributions/0/parAge/17 & /indicateurs/0/contributions/0/parAge/18"],
            Count(Line("ENF-4", C("1.1", 3, byAge: Ages(("17", 1.5m), ("18", 1.5m))))).Told());

    [Fact]
    public void Targets_and_effects_of_a_method_are_whole_too() =>
        Assert.Equal(
            ["erreur G-ENTIER fraction /indicateurs/0/cible & /indicateurs/0/changementMethode/effet"],
            Count(Declared("DRO-2", 10) with { Target = 0.5m, MethodChange = new("Nouveau logiciel", 0.5m) }).Told());
}
