using Reporting.Domain.Catalogue;
using Reporting.Domain.Counting.Rules;

namespace Reporting.Domain.Counting;

/// <summary>The one register of counting rules, in the order in which they are applied.</summary>
public static class RuleRegister
{
    /// <summary>Every rule, in order.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        new GEffectif(),
        new GEntier(),
        new Dro1Menage(),
        new Tes1Slime(),
        new GPeriode(),
        new GPublic(),
        new Enf1Suite(),
        new Enf1Enfant(),
        new Enf3Age(),
        new Enf4Age(),
        new Enf4Suite(),
        new Enf4Ingenierie(),
        new Emp1Formation(),
        new Emp2Finance(),
        new Dro1Participants(),
        new Dro1AutresReferentiels(),
        new Dro2Falc(),
        new Dro3Emp2(),
        new Dro4Cofinance(),
        new Dro5Cloture(),
        new Dro7Methode(),
        new Dro8Cartographie(),
        new Tes1Suite(),
        new Tes2Axe(),
        new Tes2Suite(),
        new Tes3Rentree(),
        new GEstimation(),
        new GDoublons(),
        new Enf2Exclusif(),
        new Emp1Mobilite(),
        new Emp3SousEnsemble(),
        new GCible(),
        new GObligatoire(),
        new GMethode(),
    ];

    private static readonly Dictionary<Indicator, IReadOnlyList<Rule>> ByIndicator =
        Indicators.All.ToDictionary(
            indicator => indicator,
            indicator => (IReadOnlyList<Rule>)[.. All.Where(rule => rule.Indicators.Contains(indicator))]);

    /// <summary>
    /// Names the rules as they stand: it changes when a rule is added, removed, reworded or counts differently.
    /// </summary>
    public static string Version { get; } = VersionOf(All);

    /// <summary>The rules that bear on an indicator, in order.</summary>
    /// <param name="indicator">The indicator.</param>
    public static IReadOnlyList<Rule> For(Indicator indicator) => ByIndicator[indicator];

    internal static string VersionOf(IEnumerable<Rule> rules)
    {
        var text = string.Join('\n', rules.Select(rule => $"{rule.Id}\t{rule.Revision}\t{rule.Clause}\t{rule.Summary}"));
        return "annexe6-" + Digest.Of(text)[..12];
    }
}
