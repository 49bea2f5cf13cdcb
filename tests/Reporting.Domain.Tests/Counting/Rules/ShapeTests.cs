using Reporting.Domain.Returns;
using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting.Rules;

/// <summary>FORME: the shape of the document, before any rule.</summary>
public sealed class ShapeTests
{
    [Fact]
    public void A_line_has_a_value_or_contributions()
    {
        Assert.Equal(["erreur FORME valeur-ou-contributions /indicateurs/0"],
            Count(Line("DRO-6", C("3.1", 10)) with { Value = 10 }).Told());
        Assert.Equal(["erreur FORME valeur-ou-contributions /indicateurs/1"],
            Count(Declared("DRO-2", 1), Declared("DRO-6", 10) with { Value = null }).Told());
    }

    [Fact]
    public void Contributions_are_not_an_empty_list() =>
        Assert.Equal(["erreur FORME contributions-vides /indicateurs/0/contributions"], Count(Line("DRO-6")).Told());

    [Theory]
    [InlineData("DRO-9")]
    [InlineData("DRO-66")]
    [InlineData("EMP-3")]
    [InlineData("")]
    public void A_line_is_of_a_national_indicator(string code) =>
        Assert.Equal(["erreur FORME indicateur-inconnu /indicateurs/0/code"], Count(Declared(code, 10)).Told());

    [Theory]
    [InlineData("dro-6")]
    [InlineData("DRO 6")]
    [InlineData("dro6")]
    public void A_code_mistyped_in_case_or_dash_can_only_be_one(string code) =>
        Assert.Equal(
            [new PatchOperation("replace", "/indicateurs/0/code", "DRO-6")],
            Assert.Single(Count(Declared(code, 10)).Findings).Fix);

    [Fact]
    public void A_mistyped_code_that_two_lines_may_stand_for_is_left_to_the_reader() =>
        Assert.All(
            [Count(Declared("dro-6", 10), Declared("DRO-6", 10)), Count(Declared("dro-6", 10), Declared("Dro-6", 10))],
            counted => Assert.All(counted.Findings, finding => Assert.Empty(finding.Fix)));

    [Fact]
    public void An_empty_list_beside_a_figure_can_only_go() =>
        Assert.Equal(
            ["erreur FORME valeur-ou-contributions /indicateurs/0 [remove /indicateurs/0/contributions]"],
            Count(Line("DRO-6") with { Value = 10 }).Told());

    [Fact]
    public void An_indicator_has_one_line_and_the_first_stands()
    {
        var counted = Count(Declared("DRO-6", 10), Declared("DRO-6", 20));

        Assert.Equal(["erreur FORME ligne-repetee /indicateurs/1/code"], counted.Told());
        Assert.Equal("10 -> 10", counted.Figure("DRO-6"));
    }

    [Fact]
    public void An_empty_return_is_empty()
    {
        var counted = Count();

        Assert.Empty(counted.Lines);
        Assert.Empty(counted.Told());
    }

    [Fact]
    public void Errors_come_before_warnings_and_all_at_once() =>
        Assert.Equal(
            [
                "erreur FORME indicateur-inconnu /indicateurs/1/code",
                "avertissement G-CIBLE cible-manquante /indicateurs/0",
            ],
            Count(Declared("DRO-6", 10) with { Target = null }, Declared("X", 1)).Told());
}
