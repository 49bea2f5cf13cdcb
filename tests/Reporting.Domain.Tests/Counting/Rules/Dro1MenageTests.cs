using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class Dro1MenageTests
{
    [Fact]
    public void A_visit_counts_one_person_per_household()
    {
        var counted = Count(Line("DRO-1", C("3.1", 240, modality: "lieu-de-vie", households: 100)));

        Assert.Equal("240 -> 100", counted.Figure("DRO-1"));
        Assert.Equal(["DRO1-MENAGE 1 -140"], counted.Effects("DRO-1"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void The_other_exclusions_bear_on_households()
    {
        var counted = Count(Line("DRO-1",
            C("3.1", 240, modality: "lieu-de-vie", households: 100, outOfPeriod: 30, outOfPublic: 5)));

        Assert.Equal("240 -> 65", counted.Figure("DRO-1"));
        Assert.Equal(["DRO1-MENAGE 1 -140", "G-PERIODE 1 -30", "G-PUBLIC 1 -5"], counted.Effects("DRO-1"));
    }

    [Fact]
    public void A_visit_tells_its_households() =>
        Assert.Equal(["erreur DRO1-MENAGE menages-requis /indicateurs/0/contributions/0"],
            Count(Line("DRO-1", C("3.1", 240, modality: "lieu-de-vie"))).Told());

    [Fact]
    public void There_are_no_more_households_than_people()
    {
        Assert.Equal("240 -> 240",
            Count(Line("DRO-1", C("3.1", 240, modality: "lieu-de-vie", households: 240))).Figure("DRO-1"));
        Assert.Equal(["erreur DRO1-MENAGE menages-superieurs /indicateurs/0/contributions/0/menages"],
            Count(Line("DRO-1", C("3.1", 240, modality: "lieu-de-vie", households: 241))).Told());
    }

    [Fact]
    public void Households_are_of_visits_alone() =>
        Assert.Equal(["erreur DRO1-MENAGE menages-hors-lieu-de-vie /indicateurs/0/contributions/0/menages"],
            Count(Line("DRO-1", C("3.1", 240, modality: "permanence", households: 100))).Told());

    [Fact]
    public void Without_a_modality_nobody_knows_what_is_counted() =>
        Assert.Equal(["erreur DRO1-MENAGE modalite-requise /indicateurs/0/contributions/0"],
            Count(Line("DRO-1", C("3.1", 240))).Told());
}
