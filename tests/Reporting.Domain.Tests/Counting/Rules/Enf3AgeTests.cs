using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class Enf3AgeTests
{
    [Fact]
    public void Ages_11_to_15_are_kept()
    {
        var counted = Count(Line("ENF-3", C("1.3", 45,
            byAge: Ages(("10", 4), ("11", 9), ("12", 11), ("13", 8), ("14", 7), ("15", 4), ("16", 2)))));

        Assert.Equal("45 -> 39", counted.Figure("ENF-3"));
        Assert.Equal(["ENF3-AGE 1 -6"], counted.Effects("ENF-3"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void The_groups_add_up_to_the_headcount()
    {
        var counted = Count(Line("ENF-3", C("1.3", 45, byAge: Ages(("12", 44)))));

        Assert.Null(counted.Figure("ENF-3"));
        Assert.Equal(["erreur ENF3-AGE ages-somme /indicateurs/0/contributions/0/parAge"], counted.Told());
        Assert.Equal(
            "La répartition par âge totalise 44 alors que l'effectif est de 45.",
            Assert.Single(counted.Findings).Message.Text);
    }

    [Fact]
    public void An_estimate_outside_the_ages_does_as_well()
    {
        var counted = Count(Line("ENF-3", C("1.3", 45, outOfPublic: 6, estimated: true)));

        Assert.Equal("45 -> 39", counted.Figure("ENF-3"));
        Assert.Equal(["G-PUBLIC 1 -6"], counted.Effects("ENF-3"));
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void A_count_outside_the_ages_that_is_not_said_to_be_estimated_is_a_warning()
    {
        var counted = Count(Line("ENF-3", C("1.3", 45, outOfPublic: 0)));

        Assert.Equal("45 -> 45", counted.Figure("ENF-3"));
        Assert.Equal(["avertissement ENF3-AGE ages-non-ventiles /indicateurs/0/contributions/0"], counted.Told());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(true)]
    public void Ages_that_nothing_establishes_are_an_error(bool? estimated)
    {
        var counted = Count(Line("ENF-3", C("1.3", 45, estimated: estimated)));

        Assert.Null(counted.Figure("ENF-3"));
        Assert.Equal(["erreur ENF3-AGE ages-requis /indicateurs/0/contributions/0"], counted.Told());
    }

    [Fact]
    public void Units_outside_the_public_for_another_reason_come_off_beside_the_ages() =>
        Assert.Equal("10 -> 5",
            Count(Line("ENF-3", C("1.3", 10, outOfPublic: 2, byAge: Ages(("11", 7), ("17", 3))))).Figure("ENF-3"));

    [Fact]
    public void A_declared_figure_needs_no_ages() =>
        Assert.Empty(Count(Declared("ENF-3", 45)).Told());
}
