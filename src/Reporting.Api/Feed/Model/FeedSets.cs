using static Reporting.Api.Feed.Model.FeedType;

namespace Reporting.Api.Feed.Model;

/// <summary>The sets of the feed. The EDM, the SQL and the JSON are all derived from these tables.</summary>
internal static class FeedSets
{
    private const string Unit = "Unite";

    public static readonly FeedSet Results = new(
        "Resultats", "Resultat", "r", new("ResultInForce", "ResultHistory"),
        "Un chiffre par année, territoire et indicateur : la dernière version validée de chaque remontée, ou la dernière déposée si aucune ne l'est.", 3,
        [
            new("Annee", Integer, "Year", "Année de la campagne."),
            new("Territoire", Code(9), "Territory", "SIREN du territoire."),
            new("Indicateur", Code(8), "Indicator", "Code de l'indicateur."),
            new("Axe", Code(12), "Axis", "Code de l'axe de l'indicateur."),
            new("Region", Code(3), "Region", "Code Insee de la région du territoire."),
            new("Departement", Code(3), "Department", "Code Insee du département du territoire."),
            new("Nature", Code(10), "Nature", "Nature juridique du territoire."),
            new(Unit, Text(20), "Unit", "Unité de compte de l'indicateur."),
            new("Cible", Decimal(2), "Target", "Cible de l'année.") { Nullable = true, UnitPath = Unit },
            new("Valeur", Decimal(2), "Value", "Résultat retenu après application des règles de décompte ; null quand le secret statistique le retient.") { Nullable = true, UnitPath = Unit, Secret = Secret.Figure },
            new("BorneBasse", Decimal(2), "LowerBound", "Plus petit résultat compatible avec ce qui a été remonté.") { Nullable = true, UnitPath = Unit, Secret = Secret.LowerBound },
            new("ValeurComparable", Decimal(2), "ComparableValue", "Résultat à méthode constante avec l'année précédente.") { Nullable = true, UnitPath = Unit, Secret = Secret.ComparableValue },
            new("TauxRealisation", Decimal(4), "Rate", "Résultat rapporté à la cible.") { Nullable = true, Secret = Secret.Figure },
            new("Statut", Code(16), "Confidentiality", "secret quand le secret statistique retient le résultat, secret-partiel quand il ne retient que sa borne basse ou sa valeur comparable.") { Nullable = true, Secret = Secret.Status },
            new("Etat", Code(10), "State", "État de la remontée : deposee ou validee."),
            new("Provisoire", Flag, "Provisional", "Vrai tant que la remontée n'est pas validée."),
            new("Estimation", Flag, "Estimated", "Vrai si le résultat est estimé."),
            new("Rupture", Flag, "Broken", "Vrai si la méthode a changé depuis l'année précédente."),
            new("Commentaire", Text(4000), "Comment", "Commentaire du territoire, pour qui lit tous les chiffres.") { Nullable = true, Secret = Secret.Text },
            new("Version", Integer, "Version", "Version de la remontée."),
            new("VersionRegles", Code(40), "RuleVersion", "Version des règles de décompte appliquées."),
            new("DeposeLe", Instant, "DepositedAt", "Instant du dépôt."),
            new("Fictif", Flag, "Fictitious", "Vrai pour une donnée d'exemple, qui ne décrit aucun territoire réel."),
        ]);

    public static readonly FeedSet Territories = new(
        "Territoires", "Territoire", "t", new("TerritoryInForce", "TerritoryHistory"), "Les territoires signataires d'un contrat local des solidarités.", 1,
        [
            new("Siren", Code(9), "Siren", "SIREN du territoire."),
            new("Nom", Text(200), "Name", "Nom du territoire."),
            new("CodeInsee", Code(5), "InseeCode", "Code Insee, pour une commune.") { Nullable = true },
            new("Nature", Code(10), "Nature", "Nature juridique."),
            new("Departement", Code(3), "Department", "Code Insee du département."),
            new("Region", Code(3), "Region", "Code Insee de la région."),
            new("Population", Integer, "Population", "Nombre d'habitants."),
            new("SignataireDepuis", Integer, "SignatorySince", "Première année du contrat."),
            new("SignataireJusqua", Integer, "SignatoryUntil", "Dernière année du contrat, s'il a pris fin.") { Nullable = true },
            new("FusionneDans", Code(9), "MergedInto", "SIREN du territoire qui lui succède après sa dernière année.") { Nullable = true },
            new("ContenuDans", Code(9), "Container", "SIREN du territoire signataire qui l'entoure : leurs chiffres peuvent compter les mêmes personnes.") { Nullable = true },
        ]);

    public static readonly FeedSet Indicators = new(
        "Indicateurs", "Indicateur", "i", new("Indicator"), "Les indicateurs de l'annexe 6.", 1,
        [
            new("Code", Code(8), "Code", "Code de l'indicateur."),
            new("Axe", Code(12), "Axis", "Code de l'axe."),
            new("Libelle", Text(400), "Label", "Libellé officiel."),
            new("Unite", Text(20), "Unit", "Unité de compte."),
            new("Periode", Code(20), "Period", "Période décomptée."),
            new("Ordre", Integer, "Position", "Rang dans le catalogue."),
        ]);

    public static readonly FeedSet Axes = new(
        "Axes", "Axe", "a", new("Axis"), "Les axes des contrats locaux des solidarités.", 1,
        [
            new("Code", Code(12), "Code", "Code de l'axe."),
            new("Libelle", Text(200), "Label", "Libellé officiel."),
            new("Ordre", Integer, "Position", "Rang dans le catalogue."),
        ]);

    public static readonly FeedSet Campaigns = new(
        "Campagnes", "Campagne", "c", new("CampaignInForce", "CampaignHistory"), "Les campagnes annuelles de remontée.", 1,
        [
            new("Annee", Integer, "Year", "Année dont les résultats sont remontés."),
            new("Ouverture", Instant, "OpensAt", "Ouverture de la campagne."),
            new("Fermeture", Instant, "ClosesAt", "Fermeture de la campagne."),
        ]);

    public static readonly IReadOnlyList<FeedSet> All =
    [
        Results, DetailSets.Contributions, DetailSets.Explanations, DetailSets.Trajectories, DetailSets.Returns,
        Territories, Indicators, Axes, Campaigns,
    ];

    public static FeedSet Named(string name) => All.Single(set => set.Name == name);
}
