using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class Enf4AgeTests
{
    [Fact]
    public void Ages_16_to_25_are_kept()
    {
        var counted = Count(Line("ENF-4", C("1.4", 15, byAge: Ages(("15", 1), ("16", 2), ("25", 4), ("26", 8)))));

        Assert.Equal("15 -> 6", counted.Figure("ENF-4"));
        Assert.Equal(["ENF4-AGE 1 -9"], counted.Effects("ENF-4"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void The_groups_add_up_to_the_headcount() =>
        Assert.Equal(["erreur ENF4-AGE ages-somme /indicateurs/0/contributions/0/parAge"],
            Count(Line("ENF-4", C("1.4", 15, byAge: Ages(("16", 16))))).Told());

    [Fact]
    public void Without_ages_the_headcount_stands()
    {
        var counted = Count(Line("ENF-4", C("1.4", 15)));

        Assert.Equal("15 -> 15", counted.Figure("ENF-4"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void Ages_are_of_ENF_3_and_ENF_4_alone() =>
        Assert.Equal(
            ["erreur G-EFFECTIF champ-etranger /indicateurs/0/contributions/0/parAge [remove /indicateurs/0/contributions/0/parAge]"],
            Count(Line("EMP-1", C("2.1", 15, byAge: Ages(("16", 15))))).Told());
}
