namespace Reporting.Api.Tests.Fuzz;

/// <summary>Addresses of the feed: grown from its grammar, then often damaged.</summary>
internal sealed class FeedUrls(Random random)
{
    private static readonly string[] Sets = ["Resultats", "Territoires", "Indicateurs", "Axes", "Campagnes", "Inconnus", "Contributions", "Remontees"];

    private static readonly string[] Names =
    [
        "Annee", "Territoire", "Indicateur", "Valeur", "Cible", "BorneBasse", "TauxRealisation", "Etat", "Provisoire", "DeposeLe", "Commentaire",
        "Siren", "Nom", "Population", "Code", "Libelle", "Ordre", "Ouverture", "Inconnue", "$it", "Axe",
    ];

    private static readonly string[] Literals =
    [
        "2025", "2024", "-1", "1.5", "1e9", "999999999999", "'DRO-5'", "'243500139'", "'it''s'", "null", "true", "INF", "NaN", "2026-03-01",
        "2026-03-01T00:00:00Z", "duration'P1D'", "00000000-0000-0000-0000-000000000000", "'%25'", "'_'", "''", "@p", "X'00'",
    ];

    private static readonly string[] Functions =
        ["contains", "startswith", "endswith", "indexof", "concat", "substring", "year", "tolower", "length", "round", "matchesPattern", "now", "cast", "isof", "trim"];

    public string Next()
    {
        var path = random.Next(12) switch
        {
            0 => "",
            1 => "$metadata",
            2 => "$batch",
            3 => $"{Set()}/$count",
            4 => $"Territoires('{random.Any("243500139", "243300316", "x", "%27")}')" + random.Any("", "/Nom", "/Nom/$value", "/$ref", "/Inconnue"),
            5 => "Resultats(Annee=2025,Territoire='243500139',Indicateur='DRO-5')" + random.Any("", "/Valeur", "/Valeur/$value"),
            6 => $"au/{random.Any("2026-03-15T00:00:00Z", "hier", "9999-12-31T23:59:59.999Z", "0001-01-01T00:00:00Z")}/{Set()}",
            7 => random.AnyNasty(),
            _ => Set(),
        };
        var options = Enumerable.Range(0, random.Next(4)).Select(_ => Option()).Append($"$top={random.Any("1", "2", "5", "0")}");
        var url = $"/odata/v1/{path}?{string.Join('&', options)}".Replace(" ", "%20", StringComparison.Ordinal);
        return random.Chance(0.3) ? random.Mutate(url) : url;
    }

    private string Set() => random.Any(Sets);

    private string Option() => random.Next(13) switch
    {
        0 => $"$select={Name()},{Name()}",
        1 => $"$orderby={Term(1)} {random.Any("asc", "desc", "")},{Name()}",
        2 => $"$skip={random.Any("0", "3", "-1", "99999999999")}",
        3 => $"$count={random.Any("true", "false", "peut-etre")}",
        4 => $"$apply={Apply()}",
        5 => $"$expand={random.Any("DimensionTerritoire", "Resultats", "*", "DimensionAxe($select=Code),Remontee", "Resultat($expand=DimensionIndicateur($expand=DimensionAxe))", "A(B(C(D(E))))")}",
        6 => $"$format={random.Any("json", "xml", "application/json;odata.metadata=full", "application/json;IEEE754Compatible=true", "atom")}",
        7 => $"$skiptoken={random.Any("x", "AAAA", "%7B%7D", "e30")}",
        8 => $"$search={random.Any("Rennes", "\"a b\"", "a AND NOT b", "(")}",
        9 => $"$compute={Term(1)} as X",
        10 => $"{random.Any("$filter", "filter", "$FILTER", "$top", "$index", "$levels", "$deltatoken", "x", "cle")}={random.AnyNasty()}",
        _ => $"$filter={Condition(3)}",
    };

    private string Condition(int depth) => depth == 0 ? $"{Term(0)} eq {Literal()}" : random.Next(6) switch
    {
        0 => $"{Condition(depth - 1)} {random.Any("and", "or")} {Condition(depth - 1)}",
        1 => $"not ({Condition(depth - 1)})",
        2 => $"{random.Any(Functions)}({Term(depth - 1)},{Literal()})",
        3 => $"{Name()} in ({Literal()},{Literal()})",
        4 => $"({Condition(depth - 1)})",
        _ => $"{Term(depth - 1)} {random.Any("eq", "ne", "gt", "ge", "lt", "le", "has")} {Term(depth - 1)}",
    };

    private string Term(int depth) => depth == 0 ? random.Any(Name(), Literal()) : random.Next(4) switch
    {
        0 => $"({Term(depth - 1)} {random.Any("add", "sub", "mul", "div", "mod", "divby")} {Term(depth - 1)})",
        1 => $"{random.Any(Functions)}({Term(depth - 1)})",
        2 => $"-{Name()}",
        _ => Term(0),
    };

    private string Apply() => random.Any(
        $"aggregate({Name()} with {random.Any("sum", "min", "max", "average", "countdistinct", "x")} as T)",
        $"groupby(({Name()},{Name()}),aggregate($count as N))", $"filter({Condition(1)})/groupby(({Name()}))", "aggregate($count as N)", "identity", "x(");

    private string Name() => random.Any(Names);

    private string Literal() => random.Any(Literals);
}
