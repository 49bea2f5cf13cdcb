namespace Reporting.Api.Feed.Model;

/// <summary>
/// How the sets refer to one another: a star of facts around dimensions. What leads to a dimension is named after it, for
/// the facts have columns of the plain names.
/// </summary>
internal static class FeedRelations
{
    private static readonly (string, string) Territory = ("DimensionTerritoire", "Le territoire.");
    private static readonly (string, string) Indicator = ("DimensionIndicateur", "L'indicateur.");
    private static readonly (string, string) Axis = ("DimensionAxe", "L'axe.");
    private static readonly (string, string) Campaign = ("DimensionCampagne", "La campagne.");

    private static readonly (string, string) Results = ("Resultats", "Les résultats.");
    private static readonly (string, string) Contributions = ("Contributions", "Les contributions des actions.");
    private static readonly (string, string) Explanations = ("Explications", "Les effets des règles de décompte.");
    private static readonly (string, string) Trajectories = ("Trajectoires", "Les cibles du contrat.");
    private static readonly (string, string) Returns = ("Remontees", "Les remontées.");

    public static readonly IReadOnlyList<FeedRelation> All =
    [
        FeedRelation.Between(FeedSets.Results, Territory, FeedSets.Territories, Results, "Territoire"),
        FeedRelation.Between(FeedSets.Results, Indicator, FeedSets.Indicators, Results, "Indicateur"),
        FeedRelation.Between(FeedSets.Results, Axis, FeedSets.Axes, Results, "Axe"),
        FeedRelation.Between(FeedSets.Results, Campaign, FeedSets.Campaigns, Results, "Annee"),
        FeedRelation.Between(FeedSets.Results, ("Remontee", "La remontée dont il vient."), DetailSets.Returns, Results, "Annee", "Territoire"),
        .. PartsOfResults(DetailSets.Contributions, Contributions),
        .. PartsOfResults(DetailSets.Explanations, Explanations),
        FeedRelation.Between(DetailSets.Trajectories, Territory, FeedSets.Territories, Trajectories, "Territoire"),
        FeedRelation.Between(DetailSets.Trajectories, Indicator, FeedSets.Indicators, Trajectories, "Indicateur"),
        FeedRelation.Between(DetailSets.Trajectories, Campaign, FeedSets.Campaigns, Trajectories, "Annee"),
        FeedRelation.Between(DetailSets.Returns, Territory, FeedSets.Territories, Returns, "Territoire"),
        FeedRelation.Between(DetailSets.Returns, Campaign, FeedSets.Campaigns, Returns, "Annee"),
        FeedRelation.Between(FeedSets.Indicators, Axis, FeedSets.Axes, ("Indicateurs", "Les indicateurs de l'axe."), "Axe"),
        FeedRelation.Between(
            FeedSets.Territories, ("TerritoireSuccesseur", "Le territoire qui lui succède."),
            FeedSets.Territories, ("TerritoiresFusionnes", "Les territoires auxquels il succède."), "FusionneDans"),
        FeedRelation.Between(
            FeedSets.Territories, ("TerritoireContenant", "Le territoire signataire qui l'entoure."),
            FeedSets.Territories, ("TerritoiresContenus", "Les territoires signataires qu'il entoure."), "ContenuDans"),
    ];

    private static readonly ILookup<FeedSet, FeedNavigation> BySource =
        All.SelectMany(relation => new[] { relation.ToOne, relation.ToMany }).ToLookup(navigation => navigation.Source);

    public static IEnumerable<FeedNavigation> Of(FeedSet set) => BySource[set];

    public static FeedNavigation Navigation(FeedSet source, string name) =>
        BySource[source].Single(navigation => navigation.Name == name);

    private static FeedRelation[] PartsOfResults(FeedSet parts, (string, string) name) =>
    [
        FeedRelation.Between(
            parts, ("Resultat", "Le résultat dont elle fait partie."), FeedSets.Results, name, "Annee", "Territoire", "Indicateur"),
        FeedRelation.Between(parts, Territory, FeedSets.Territories, name, "Territoire"),
        FeedRelation.Between(parts, Indicator, FeedSets.Indicators, name, "Indicateur"),
        FeedRelation.Between(parts, Campaign, FeedSets.Campaigns, name, "Annee"),
    ];
}
