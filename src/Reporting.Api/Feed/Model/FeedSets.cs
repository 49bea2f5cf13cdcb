using static Reporting.Api.Feed.Model.FeedType;

namespace Reporting.Api.Feed.Model;

/// <summary>The sets of the feed. The EDM, the SQL and the JSON are all derived from these tables.</summary>
internal static class FeedSets
{
    public static readonly FeedSet Results = new(
        "Resultats", "Resultat", "ResultInForce r",
        "Un chiffre par année, territoire et indicateur : la dernière version validée de chaque remontée, ou la dernière déposée si aucune ne l'est.", 3,
        [
            new("Annee", Integer, "r.Year", "Année de la campagne."),
            new("Territoire", Code(9), "r.Territory", "SIREN du territoire."),
            new("Indicateur", Code(8), "r.Indicator", "Code de l'indicateur."),
            new("Axe", Code(12), "r.Axis", "Code de l'axe de l'indicateur."),
            new("Region", Code(3), "r.Region", "Code Insee de la région du territoire."),
            new("Departement", Code(3), "r.Department", "Code Insee du département du territoire."),
            new("Nature", Code(10), "r.Nature", "Nature juridique du territoire."),
            new("Unite", Text(20), "r.Unit", "Unité de compte de l'indicateur."),
            new("Cible", Decimal(2), "r.Target", "Cible de l'année.") { Nullable = true },
            new("Valeur", Decimal(2), "r.Value", "Résultat retenu après application des règles de décompte."),
            new("BorneBasse", Decimal(2), "r.LowerBound", "Plus petit résultat compatible avec ce qui a été remonté."),
            new("ValeurComparable", Decimal(2), "r.ComparableValue", "Résultat à méthode constante avec l'année précédente."),
            new("TauxRealisation", Decimal(4), "r.Rate", "Résultat rapporté à la cible.") { Nullable = true },
            new("Etat", Code(10), "r.State", "État de la remontée : deposee ou validee."),
            new("Provisoire", Flag, "r.Provisional", "Vrai tant que la remontée n'est pas validée."),
            new("Estimation", Flag, "r.Estimated", "Vrai si le résultat est estimé."),
            new("Rupture", Flag, "r.Broken", "Vrai si la méthode a changé depuis l'année précédente."),
            new("Commentaire", Text(4000), "r.Comment", "Commentaire du territoire.") { Nullable = true },
            new("Version", Integer, "r.Version", "Version de la remontée."),
            new("VersionRegles", Code(40), "r.RuleVersion", "Version des règles de décompte appliquées."),
            new("DeposeLe", Instant, "r.DepositedAt", "Instant du dépôt."),
            new("Fictif", Flag, "r.Fictitious", "Vrai pour une donnée d'exemple, qui ne décrit aucun territoire réel."),
        ]);

    public static readonly FeedSet Territories = new(
        "Territoires", "Territoire", "TerritoryInForce t", "Les territoires signataires d'un contrat local des solidarités.", 1,
        [
            new("Siren", Code(9), "t.Siren", "SIREN du territoire."),
            new("Nom", Text(200), "t.Name", "Nom du territoire."),
            new("CodeInsee", Code(5), "t.InseeCode", "Code Insee, pour une commune.") { Nullable = true },
            new("Nature", Code(10), "t.Nature", "Nature juridique."),
            new("Departement", Code(3), "t.Department", "Code Insee du département."),
            new("Region", Code(3), "t.Region", "Code Insee de la région."),
            new("Population", Integer, "t.Population", "Nombre d'habitants."),
            new("SignataireDepuis", Integer, "t.SignatorySince", "Première année du contrat."),
            new("SignataireJusqua", Integer, "t.SignatoryUntil", "Dernière année du contrat, s'il a pris fin.") { Nullable = true },
        ]);

    public static readonly FeedSet Indicators = new(
        "Indicateurs", "Indicateur", "Indicator i", "Les indicateurs de l'annexe 6.", 1,
        [
            new("Code", Code(8), "i.Code", "Code de l'indicateur."),
            new("Axe", Code(12), "i.Axis", "Code de l'axe."),
            new("Libelle", Text(400), "i.Label", "Libellé officiel."),
            new("Unite", Text(20), "i.Unit", "Unité de compte."),
            new("Periode", Code(20), "i.Period", "Période décomptée."),
            new("Ordre", Integer, "i.Position", "Rang dans le catalogue."),
        ]);

    public static readonly FeedSet Axes = new(
        "Axes", "Axe", "Axis a", "Les axes des contrats locaux des solidarités.", 1,
        [
            new("Code", Code(12), "a.Code", "Code de l'axe."),
            new("Libelle", Text(200), "a.Label", "Libellé officiel."),
            new("Ordre", Integer, "a.Position", "Rang dans le catalogue."),
        ]);

    public static readonly FeedSet Campaigns = new(
        "Campagnes", "Campagne", "CampaignInForce c", "Les campagnes annuelles de remontée.", 1,
        [
            new("Annee", Integer, "c.Year", "Année dont les résultats sont remontés."),
            new("Ouverture", Instant, "c.OpensAt", "Ouverture de la campagne."),
            new("Fermeture", Instant, "c.ClosesAt", "Fermeture de la campagne."),
        ]);

    public static readonly IReadOnlyList<FeedSet> All = [Results, Territories, Indicators, Axes, Campaigns];

    public static FeedSet Named(string name) => All.Single(set => set.Name == name);
}
