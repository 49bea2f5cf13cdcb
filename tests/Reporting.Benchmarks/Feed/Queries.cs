namespace Reporting.Benchmarks.Feed;

/// <summary>What is asked of every contestant, over the same thirteen columns.</summary>
internal static class Queries
{
    public const string Filter = "Annee eq 2020";
    public const string Arbitrary = "(Cible gt 500 or Cible eq null) and contains(Commentaire,'semestre')";

    private const string Columns = "$select=Annee,Territoire,Indicateur,Axe,Region,Departement,Nature,Unite,Cible,Valeur,BorneBasse,Etat,DeposeLe";
    private const string PowerBi = "gzip, deflate";

    public static readonly IReadOnlyList<FeedQuery> All =
    [
        new("all rows", $"Resultats?{Columns}", null),
        new("one year of twenty", $"Resultats?{Columns}&$filter={Filter}", null),
        new("an arbitrary query", $"Resultats?{Columns}&$filter={Arbitrary}&$orderby=Valeur desc", null),
        new("a refresh of the whole set", $"Resultats?{Columns}", PowerBi),
    ];
}

/// <param name="Name">What the table calls it.</param>
/// <param name="Url">Below the service root.</param>
/// <param name="Encodings">The encodings that the client accepts.</param>
internal sealed record FeedQuery(string Name, string Url, string? Encodings);
