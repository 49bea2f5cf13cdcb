using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class Dro3Emp2Tests
{
    [Fact]
    public void Professionals_whose_training_EMP_2_counts_are_subtracted()
    {
        var counted = Count(Line("DRO-3", C("3.1", 40, alreadyInEmp2: 12)));

        Assert.Equal("40 -> 28", counted.Figure("DRO-3"));
        Assert.Equal(["DRO3-EMP2 1 -12"], counted.Effects("DRO-3"));
        Assert.Empty(counted.Told());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("formation-accueil")]
    public void The_same_source_does_not_feed_both(string? local)
    {
        var counted = Count(
            Line("DRO-3", C("3.1", 40, local: local)), Line("EMP-2", C("3.1", 40, local: local)), Declared("DRO-6", 1));

        Assert.Equal(["erreur DRO3-EMP2 partage-avec-emp-2 /indicateurs/0/contributions/0"], counted.Told());
        Assert.Equal(["DRO-6"], counted.Lines.Select(line => line.Indicator.Code));
    }

    [Fact]
    public void Two_local_indicators_of_one_action_may() =>
        Assert.Empty(Count(
            Line("DRO-3", C("3.1", 40, local: "accueil")), Line("EMP-2", C("3.1", 40, local: "mobilite"))).Told());

    [Fact]
    public void Funding_does_not_matter() =>
        Assert.Equal(
            ["erreur G-EFFECTIF champ-etranger /indicateurs/0/contributions/0/finance [remove /indicateurs/0/contributions/0/finance]"],
            Count(Line("DRO-3", C("3.1", 40, funded: false))).Told());
}
