using static Reporting.Api.Feed.Model.FeedType;

namespace Reporting.Api.Feed.Model;

/// <summary>What stands behind the results: their parts and reasons, what was undertaken, and the returns that they come in.</summary>
internal static class DetailSets
{
    private const string Unit = "DimensionIndicateur/Unite";

    private static readonly FeedColumn Year = new("Annee", Integer, "Year", "Année de la campagne.");
    private static readonly FeedColumn Territory = new("Territoire", Code(9), "Territory", "SIREN du territoire.");
    private static readonly FeedColumn Indicator = new("Indicateur", Code(8), "Indicator", "Code de l'indicateur.");

    public static readonly FeedSet Contributions = new(
        "Contributions", "Contribution", "k", new("ContributionInForce", "ContributionHistory"),
        "Ce que chaque action apporte à un résultat.", 4,
        [
            Year, Territory, Indicator,
            new("Rang", Integer, "Position", "Rang de la contribution dans la ligne, dans l'ordre où elle a été remontée, à partir de 1."),
            new("Action", Code(8), "Action", "Numéro de la fiche action."),
            new("IndicateurLocal", Text(64), "LocalIndicator", "Code de l'indicateur local.") { Nullable = true },
            new("Libelle", Text(500), "Label", "Libellé donné par le territoire, pour qui lit tous les chiffres.") { Nullable = true, Secret = Secret.Text },
            new("Effectif", Decimal(2), "Headcount", "Unités remontées, avant toute règle ; null quand le secret statistique les retient.") { Nullable = true, UnitPath = Unit, Secret = Secret.Detail },
            new("Retenu", Decimal(2), "Retained", "Unités retenues par les règles, doublons compris.") { Nullable = true, UnitPath = Unit, Secret = Secret.Detail },
            new("Doublons", Decimal(2), "Duplicates", "Unités déjà comptées par les contributions précédentes ; null si le territoire ne le sait pas.") { Nullable = true, UnitPath = Unit, Secret = Secret.Detail },
        ]);

    public static readonly FeedSet Explanations = new(
        "Explications", "Explication", "x", new("ExplanationInForce", "ExplanationHistory"),
        "Ce que chaque règle de l'annexe 6 a changé à un résultat : le total remonté et les effets font le résultat.", 4,
        [
            Year, Territory, Indicator,
            new("Rang", Integer, "Position", "Rang de l'effet dans l'explication, à partir de 1."),
            new("Regle", Code(40), "RuleId", "Identifiant de la règle."),
            new("Clause", Text(300), "Clause", "Clause de l'annexe 6 dont vient la règle."),
            new("Effet", Decimal(2), "Effect", "Unités ajoutées ou, en négatif, retirées ; null quand le secret statistique les retient.") { Nullable = true, UnitPath = Unit, Secret = Secret.Detail },
            new("Texte", Text(1000), "Text", "L'effet en toutes lettres.") { Nullable = true, Secret = Secret.Detail },
        ]);

    public static readonly FeedSet Trajectories = new(
        "Trajectoires", "Trajectoire", "j", new("TrajectoryInForce", "TrajectoryHistory"),
        "La situation de départ et la cible de chaque année, telles que le contrat du territoire les fixe.", 3,
        [
            Territory, Indicator,
            new("Annee", Integer, "Year", "Année de la cible."),
            new("T0", Decimal(2), "Baseline", "Situation au 31 décembre 2023.") { Nullable = true, UnitPath = Unit, Secret = Secret.Count },
            new("Cible", Decimal(2), "Target", "Cible de l'année.") { UnitPath = Unit },
        ]);

    public static readonly FeedSet Returns = new(
        "Remontees", "Remontee", "m", new("ReturnProgressInForce", "ReturnProgressHistory"),
        "Les remontées dont les résultats comptent : celles qui sont déposées ou validées.", 2,
        [
            Year, Territory,
            new("Etat", Code(10), "State", "État de la remontée : deposee ou validee."),
            new("Version", Integer, "Version", "Version de la remontée."),
            new("DeposeLe", Instant, "DepositedAt", "Instant du dépôt."),
            new("ValideeLe", Instant, "ValidatedAt", "Instant de la validation ; null tant qu'elle est provisoire.") { Nullable = true },
            new("LignesAttendues", Integer, "LinesExpected", "Indicateurs nationaux du contrat ; null quand aucun contrat ne couvre l'année.") { Nullable = true },
            new("LignesDonnees", Integer, "LinesGiven", "Parmi eux, ceux dont la remontée donne le résultat."),
        ]);
}
