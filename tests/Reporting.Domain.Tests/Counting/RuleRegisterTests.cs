using Reporting.Domain.Catalogue;
using Reporting.Domain.Counting;

namespace Reporting.Domain.Tests.Counting;

public sealed class RuleRegisterTests
{
    private static readonly string[] Ids =
    [
        "G-EFFECTIF", "G-DOUBLONS", "G-PERIODE", "G-PUBLIC", "ENF1-SUITE", "ENF1-ENFANT", "ENF2-EXCLUSIF", "ENF3-AGE",
        "ENF4-AGE", "ENF4-SUITE", "ENF4-INGENIERIE", "EMP1-FORMATION", "EMP1-MOBILITE", "EMP2-FINANCE",
        "EMP3-SOUS-ENSEMBLE", "DRO1-MENAGE", "DRO1-PARTICIPANTS", "DRO1-AUTRES-REFERENTIELS", "DRO2-FALC", "DRO3-EMP2",
        "DRO4-COFINANCE", "DRO5-CLOTURE", "DRO7-METHODE", "DRO8-CARTOGRAPHIE", "TES1-SUITE", "TES1-SLIME", "TES2-AXE",
        "TES2-SUITE", "TES3-RENTREE", "G-ENTIER", "G-CIBLE", "G-OBLIGATOIRE", "G-METHODE", "G-ESTIMATION",
    ];

    [Fact]
    public void Every_rule_of_the_specification_is_there_once_and_no_other() =>
        Assert.Equal(Ids.Order(), RuleRegister.All.Select(rule => rule.Id).Order());

    [Fact]
    public void Every_rule_cites_a_clause_of_Annexe_6_and_says_what_it_does_in_one_sentence() =>
        Assert.All(RuleRegister.All, rule =>
        {
            Assert.StartsWith("Annexe 6", rule.Clause, StringComparison.Ordinal);
            Assert.Matches("^[A-ZÀÉ].*[^.]\\.$", rule.Summary);
        });

    [Fact]
    public void The_rules_of_the_line_whose_code_they_begin_with_bear_on_it() =>
        Assert.All(RuleRegister.All.Where(rule => !rule.Id.StartsWith("G-", StringComparison.Ordinal)), rule =>
            Assert.All(rule.Indicators, indicator =>
                Assert.StartsWith(rule.Id.Split('-')[0], indicator.Code.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal)));

    [Fact]
    public void The_general_rules_bear_on_every_indicator() =>
        Assert.All(
            RuleRegister.All.Where(rule => rule.Id.StartsWith("G-", StringComparison.Ordinal)),
            rule => Assert.Equal(Indicators.All, rule.Indicators));

    [Fact]
    public void Households_visited_come_before_the_general_exclusions_which_come_before_those_of_an_indicator()
    {
        var order = RuleRegister.For(Indicators.Dro1).Select(rule => rule.Id).ToList();

        Assert.Equal(
            ["DRO1-MENAGE", "G-PERIODE", "G-PUBLIC", "DRO1-AUTRES-REFERENTIELS", "G-DOUBLONS"],
            order.Where(id => id is "DRO1-MENAGE" or "G-PERIODE" or "G-PUBLIC" or "DRO1-AUTRES-REFERENTIELS" or "G-DOUBLONS"));
    }
}
