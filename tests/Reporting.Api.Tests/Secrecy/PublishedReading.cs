using System.Globalization;
using Reporting.Api.Feed.Model;

namespace Reporting.Api.Tests.Secrecy;

/// <summary>Everything that a reader can ask for: every answer, as text, by the path that asks for it.</summary>
internal static class PublishedReading
{
    private static readonly string[] Territories =
        [NastyCampaigns.Rennes, NastyCampaigns.Nantes, NastyCampaigns.Orleans, NastyCampaigns.AixMarseille, NastyCampaigns.Marseille];

    /// <summary>Dashboards, series and exports of every year, territory and perimeter.</summary>
    public static IEnumerable<string> Tables(IEnumerable<string> territories) =>
    [
        .. from year in (int[])[2024, 2025] select $"/v1/tableaux-de-bord/national/{year}",
        .. from territory in territories from year in (int[])[2024, 2025] select $"/v1/tableaux-de-bord/territoires/{territory}/{year}",
        .. from perimeter in (string[])["constant", "complet"]
           from years in (string[])["de=2024&a=2025", "de=2024&a=2024", "de=2025&a=2025"]
           select $"/v1/tableaux-de-bord/national/serie?{years}&perimetre={perimeter}",
        "/v1/exports/resultats.csv", "/v1/exports/resultats.csv?annee=2024", "/v1/exports/resultats.csv?annee=2025&format=strict",
    ];

    /// <summary>The sets of the feed, and questions about figures put to them in every way that may tell one from another.</summary>
    public static IEnumerable<string> Feed() =>
        FeedSets.All.Select(set => set.Name)
        .Concat(from question in Questions select $"Resultats?{question}")
        .Concat(from count in Enumerable.Range(0, 8)
                from column in (string[])["Valeur", "BorneBasse", "ValeurComparable", "TauxRealisation"]
                from comparison in (string[])["eq", "ne", "lt", "ge"]
                select $"Resultats?$select=Annee,Territoire,Indicateur&$filter={column} {comparison} {count}")
        .Concat(from options in NestedQuestions from set in (string[])["Axes", "Indicateurs", "Territoires", "Campagnes"] select $"{set}?$expand=Resultats({options})")
        .Concat(["Axes?$expand=Indicateurs($expand=Resultats($expand=Contributions,Explications))", "Territoires?$expand=*", "Remontees?$expand=Resultats($filter=Valeur lt 7)"])
        .Concat(from count in (int[])[54, 57] select $"Resultats/$count?$filter=not (Valeur gt {count})")
        .Select(path => $"/odata/v1/{path}");

    public static IEnumerable<string> AsOf(IEnumerable<string> tables, IEnumerable<DateTimeOffset> instants) =>
        from instant in instants
        from table in tables
        select $"{table}{(table.Contains('?', StringComparison.Ordinal) ? '&' : '?')}au={Text(instant)}";

    public static string Text(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>All of it, for the campaigns that are played.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(NastyCampaigns campaigns, string role)
    {
        using var reader = await campaigns.Service.ClientAsync(role);
        var tables = Tables(Territories).ToList();
        var paths = tables.Concat(AsOf(tables, campaigns.Instants)).Concat(Feed())
            .Concat(from instant in campaigns.Instants from set in FeedSets.All select $"/odata/v1/au/{Text(instant)}/{set.Name}");
        var read = new Dictionary<string, string>();
        foreach (var path in paths)
        {
            using var answer = await reader.GetAsync(new Uri(path, UriKind.Relative));
            var text = await answer.Content.ReadAsStringAsync();
            read[path] = $"{(int)answer.StatusCode} {text.Replace(reader.BaseAddress!.Authority, "hote", StringComparison.Ordinal)}";
        }

        return read;
    }

    private static readonly string[] NestedQuestions =
    [
        "$orderby=Valeur", "$orderby=Valeur desc;$top=2", "$orderby=TauxRealisation,BorneBasse desc;$skip=1", "$filter=Valeur lt 7", "$filter=not (Valeur gt 6);$count=true",
        "$filter=Valeur eq null;$count=true;$top=0", "$filter=Valeur mul 2 gt 8;$select=Valeur", "$filter=Statut eq 'secret'", "$search=3", "$filter=Contributions/any(c:c/Retenu lt 4)",
        "$compute=Valeur add 1 as Suivant;$orderby=Suivant;$select=Suivant", "$expand=Contributions($filter=Retenu le 3;$count=true)", "$expand=Explications/$count($filter=Effet lt 0)",
        "$filter=DimensionTerritoire/Resultats/any(r:r/Valeur lt 5)", "$orderby=Contributions/$count($filter=Retenu lt 4) desc",
    ];

    private static readonly string[] Questions =
    [
        "$orderby=Valeur", "$orderby=Valeur desc,Annee", "$orderby=TauxRealisation", "$orderby=BorneBasse desc", "$orderby=ValeurComparable",
        "$filter=Valeur eq null", "$filter=Valeur lt 7", "$filter=not (Valeur gt 6)", "$filter=Valeur eq BorneBasse", "$filter=Valeur ne ValeurComparable",
        "$filter=Valeur lt Cible", "$filter=Valeur mul 2 gt 8", "$filter=Cible sub Valeur gt 5", "$filter=TauxRealisation gt 0.3", "$filter=round(Valeur) le 4",
        "$filter=Valeur in (1,2,3)", "$filter=contains(Commentaire,'3')", "$filter=Commentaire ne null", "$filter=Statut eq 'secret'", "$orderby=Statut desc",
        "$count=true&$top=0&$filter=Valeur le 3", "$search=3", "$search=personnes", "$compute=Valeur add 1 as Suivant&$select=Territoire,Suivant",
        "$apply=aggregate(Valeur with sum as Somme)", "$apply=groupby((Indicateur),aggregate(Valeur with sum as Somme,Valeur with min as Moins))",
        "$apply=groupby((Valeur))", "$apply=filter(Valeur le 3)/aggregate($count as Nombre)", "$apply=aggregate(Valeur with countdistinct as Nombre)",
        "$apply=aggregate(TauxRealisation with average as Moyenne)", "$apply=groupby((Territoire,Annee),aggregate(BorneBasse with max as Plus))",
        "$apply=aggregate(Valeur mul 2 with sum as Double)", "$apply=compute(Valeur add 1 as Suivant)/groupby((Indicateur),aggregate(Suivant with sum as Somme))",
        "$apply=groupby((Indicateur,Annee),aggregate(Valeur with sum as Somme))/groupby((Annee),aggregate(Somme with max as Plus))",
        "$apply=groupby((DimensionTerritoire/Region),aggregate(Valeur with average as Moyenne))&$filter=Moyenne lt 10&$orderby=Moyenne",
        "$apply=groupby((Annee),aggregate(ValeurComparable with sum as Somme,$count as Nombre))&$compute=Somme div Nombre as Part&$orderby=Part",
        "$expand=DimensionTerritoire", "$expand=Resultat($expand=Remontee)", "$expand=Contributions", "$expand=Explications",
    ];
}
