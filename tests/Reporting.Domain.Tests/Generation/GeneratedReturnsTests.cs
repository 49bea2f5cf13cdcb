using Reporting.Domain.Catalogue;
using Reporting.Domain.Counting;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Tests.Generation;

/// <summary>Properties prove nothing of what is never drawn.</summary>
public sealed class GeneratedReturnsTests
{
    private static readonly CountedReturn[] Counted =
    [
        .. Enumerable.Range(0, 4_000).Select(seed =>
            ReturnCounter.Count(GeneratedReturns.One((ulong)seed), GeneratedContexts.One((ulong)seed))),
    ];

    [Fact]
    public void Right_and_wrong_returns_are_both_drawn() =>
        Assert.InRange(Counted.Count(counted => counted.IsAcceptable), 800, 3_200);

    [Fact]
    public void Every_indicator_is_counted_often() =>
        Assert.All(Indicators.All, indicator =>
            Assert.InRange(Counted.Count(c => c.Lines.Any(line => line.Indicator == indicator)), 500, 4_000));

    [Fact]
    public void Every_message_is_reached() =>
        Assert.Equal(
            [
                "age-illisible", "ages-non-ventiles", "ages-requis", "ages-somme", "axe-financement-requis",
                "champ-etranger", "choix-inconnu", "cible-manquante", "contrat-absent", "contributions-requises",
                "contributions-vides", "decimales", "depend-d-une-erreur", "dont-mobilite-mal-place",
                "doublons-impossibles", "doublons-non-declares", "doublons-premiere", "doublons-trop-grands",
                "effet-superieur", "estimation-non-prevue", "exclusion-trop-grande", "fraction", "hors-contrat",
                "indicateur-inconnu", "ligne-deduite", "ligne-manquante", "ligne-repetee", "menages-hors-lieu-de-vie", "menages-requis",
                "menages-superieurs", "methode-bidonvilles", "methode-non-decrite", "mobilite-non-ventilee",
                "mobilite-superieure", "mobilite-superieure-contribution", "mobilite-superieure-tes-2", "modalite-requise", "negatif", "numero-action",
                "partage-avec-emp-2", "partage-avec-enf-2", "sans-suite-hors-reperage", "sans-suite-requis",
                "slime-tel-quel", "superieur-a-emp-1", "trop-grand", "valeur-ou-contributions", "variation-forte",
            ],
            Counted.SelectMany(c => c.Findings).Select(finding => finding.Message.Code).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_that_can_change_a_figure_does() =>
        Assert.Equal(
            [
                "DRO1-AUTRES-REFERENTIELS", "DRO1-MENAGE", "DRO2-FALC", "DRO3-EMP2", "DRO4-COFINANCE", "DRO8-CARTOGRAPHIE",
                "EMP1-FORMATION", "EMP1-MOBILITE", "EMP2-FINANCE", "ENF1-ENFANT", "ENF1-SUITE", "ENF3-AGE", "ENF4-AGE",
                "ENF4-INGENIERIE", "ENF4-SUITE", "G-DOUBLONS", "G-PERIODE", "G-PUBLIC", "TES1-SUITE", "TES2-SUITE",
                "TES3-RENTREE",
            ],
            Counted.SelectMany(c => c.Lines).SelectMany(line => line.Explanation).Select(effect => effect.Rule)
                .Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void The_same_seed_draws_the_same_return()
    {
        var once = GeneratedReturns.One(7).Lines.Select(line => (line.Code, line.Target, line.Contributions?.Count));

        Assert.Equal(once, GeneratedReturns.One(7).Lines.Select(line => (line.Code, line.Target, line.Contributions?.Count)));
        Assert.Equal(0x63CBE1E459320DD7UL, new Dice(7).Next());
    }
}
