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

    public static readonly IReadOnlyList<FeedRelation> All =
    [
        FeedRelation.Between(FeedSets.Results, Territory, FeedSets.Territories, Results, "Territoire"),
        FeedRelation.Between(FeedSets.Results, Indicator, FeedSets.Indicators, Results, "Indicateur"),
        FeedRelation.Between(FeedSets.Results, Axis, FeedSets.Axes, Results, "Axe"),
        FeedRelation.Between(FeedSets.Results, Campaign, FeedSets.Campaigns, Results, "Annee"),
        FeedRelation.Between(FeedSets.Indicators, Axis, FeedSets.Axes, ("Indicateurs", "Les indicateurs."), "Axe"),
    ];

    private static readonly ILookup<FeedSet, FeedNavigation> BySource =
        All.SelectMany(relation => new[] { relation.ToOne, relation.ToMany }).ToLookup(navigation => navigation.Source);

    public static IEnumerable<FeedNavigation> Of(FeedSet set) => BySource[set];

    public static FeedNavigation Navigation(FeedSet source, string name) =>
        BySource[source].Single(navigation => navigation.Name == name);
}
