using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Tests.Returns;

public sealed class ContributionFieldTests
{
    [Fact]
    public void The_fields_are_exactly_those_of_the_wire_contract() =>
        Assert.Equal(
            [
                "action", "indicateurLocal", "libelle", "effectif",
                "doublons", "horsPeriode", "horsPublic", "parAge", "modalite", "sansSuite", "uniteEnfant", "finance",
                "menages", "falcSeul", "dejaEmp2", "axeFinancement", "dontMobilite", "slime",
                "methodeResorptionBidonvilles", "outilCartographie", "rentree", "estimation",
            ],
            ContributionField.All.Select(field => field.Name));

    [Theory]
    [InlineData("parAge", "ENF-3 ENF-4")]
    [InlineData("modalite", "ENF-1 ENF-4 EMP-1 DRO-1")]
    [InlineData("sansSuite", "ENF-1 ENF-4 TES-1 TES-2")]
    [InlineData("uniteEnfant", "ENF-1")]
    [InlineData("finance", "EMP-2 DRO-4")]
    [InlineData("menages", "DRO-1")]
    [InlineData("falcSeul", "DRO-2")]
    [InlineData("dejaEmp2", "DRO-3")]
    [InlineData("axeFinancement", "TES-2")]
    [InlineData("dontMobilite", "EMP-1")]
    [InlineData("slime", "TES-1")]
    [InlineData("methodeResorptionBidonvilles", "DRO-7")]
    [InlineData("outilCartographie", "DRO-8")]
    [InlineData("rentree", "TES-3")]
    public void A_field_is_known_by_the_indicators_whose_rules_read_it(string name, string indicators) =>
        Assert.Equal(
            indicators.Split(' '),
            Indicators.All.Where(Named(name).IsKnownBy).Select(indicator => indicator.Code));

    [Theory]
    [InlineData("action")]
    [InlineData("indicateurLocal")]
    [InlineData("libelle")]
    [InlineData("effectif")]
    [InlineData("doublons")]
    [InlineData("horsPeriode")]
    [InlineData("horsPublic")]
    [InlineData("estimation")]
    public void Every_indicator_knows_these(string name) => Assert.All(Indicators.All, i => Assert.True(Named(name).IsKnownBy(i)));

    [Fact]
    public void A_field_of_any_contribution_is_one_of_the_table() =>
        Assert.Equal(typeof(Contribution).GetProperties().Length, ContributionField.All.Count);

    private static ContributionField Named(string name) => ContributionField.All.Single(field => field.Name == name);
}
