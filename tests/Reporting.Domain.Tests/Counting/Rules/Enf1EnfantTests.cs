using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class Enf1EnfantTests
{
    [Fact]
    public void One_family_per_child_is_told_and_takes_nothing_away()
    {
        var counted = Count(Line("ENF-1", C("1.1", 45, childStandsForFamily: true)));

        Assert.Equal("45 -> 45", counted.Figure("ENF-1"));
        Assert.Equal(["ENF1-ENFANT 1 0"], counted.Effects("ENF-1"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void Families_counted_as_families_have_nothing_to_tell() =>
        Assert.Empty(Count(Line("ENF-1", C("1.1", 45, childStandsForFamily: false))).Effects("ENF-1"));

    [Fact]
    public void It_is_of_ENF_1_alone() =>
        Assert.Equal(
            ["erreur G-EFFECTIF champ-etranger /indicateurs/0/contributions/0/uniteEnfant [remove /indicateurs/0/contributions/0/uniteEnfant]"],
            Count(Line("ENF-2", C("1.1", 45, childStandsForFamily: true))).Told());
}
