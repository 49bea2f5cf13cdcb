namespace Reporting.Api.Tests.Feed;

// The rows, in the order of the key:
//   B 2024 243300316 (Bordeaux, region 75, METRO)    EMP-1  cible null  valeur 900.5   taux null    commentaire null
//   A 2024 243300316 (Bordeaux, region 75, METRO)    ENF-1  cible 420   valeur 410     taux 0.9762  "Compté à 50 % au 1er semestre"
//   D 2024 246700488 (Strasbourg, region 44, METRO)  EMP-1  cible 500   valeur 0       taux 0       commentaire null          fictive
//   C 2024 246700488 (Strasbourg, region 44, METRO)  ENF-1  cible 300   valeur 300     taux 1       "L'eau_bleue [a]"         fictive
//   E 2025 243300316 (Bordeaux, region 75, METRO)    ENF-1  cible 450   valeur 455.25  taux 1.0117  ""
public class FeedApplyTests(SampleFeed host) : IClassFixture<SampleFeed>
{
    [Fact]
    public async Task Groups_are_told_by_what_they_have_in_common_and_what_they_come_to() => Assert.Equal(
        """
        {"@odata.context":"http://hote/odata/v1/$metadata#Resultats(Indicateur,Somme,Nombre)","value":[{"@odata.id":null,"Indicateur":"EMP-1","Somme@odata.type":"#Decimal","Somme":900.5,"Nombre@odata.type":"#Int64","Nombre":2},{"@odata.id":null,"Indicateur":"ENF-1","Somme@odata.type":"#Decimal","Somme":1165.25,"Nombre@odata.type":"#Int64","Nombre":3}]}
        """,
        await host.TextAsync("Resultats?$apply=groupby((Indicateur),aggregate(Valeur with sum as Somme,$count as Nombre))"));

    [Fact]
    public async Task What_is_reached_by_a_navigation_stands_in_an_object_of_its_own() => Assert.Equal(
        """
        {"@odata.context":"http://hote/odata/v1/$metadata#Resultats(DimensionTerritoire(Region,Nom),Annee,DimensionIndicateur(DimensionAxe(Ordre)),N)","value":[{"@odata.id":null,"DimensionTerritoire":{"@odata.id":null,"Region":"44","Nom":"Eurométropole de Strasbourg"},"Annee":2024,"DimensionIndicateur":{"@odata.id":null,"DimensionAxe":{"@odata.id":null,"Ordre":1}},"N@odata.type":"#Int64","N":1},{"@odata.id":null,"DimensionTerritoire":{"@odata.id":null,"Region":"75","Nom":"Bordeaux Métropole"},"Annee":2024,"DimensionIndicateur":{"@odata.id":null,"DimensionAxe":{"@odata.id":null,"Ordre":1}},"N@odata.type":"#Int64","N":1}]}
        """,
        await host.TextAsync(
            "Resultats?$apply=filter(Annee eq 2024 and Indicateur eq 'ENF-1')/groupby((DimensionTerritoire/Region,DimensionTerritoire/Nom,Annee,"
            + "DimensionIndicateur/DimensionAxe/Ordre),aggregate($count as N))"));

    [Theory]
    // 900.5 + 0 + 410 + 300 + 455.25; the four targets 420 + 500 + 300 + 450; five figures, the mean of four targets.
    [InlineData("aggregate(Valeur with sum as A,Cible with sum as B,$count as C)", """[{"A":2065.75,"B":1670,"C":5}]""")]
    [InlineData("aggregate(Valeur with average as A,Cible with average as B,Annee with average as C)", """[{"A":413.15,"B":417.5,"C":2024.2}]""")]
    [InlineData("aggregate(Valeur with min as A,Valeur with max as B,DeposeLe with max as C,Indicateur with min as D,Annee with max as E)",
        """[{"A":0,"B":900.5,"C":"2026-03-02T10:15:30.123Z","D":"EMP-1","E":2025}]""")]
    [InlineData("aggregate(Commentaire with countdistinct as A,Cible with countdistinct as B,DimensionTerritoire/Region with countdistinct as C,Fictif with countdistinct as D)",
        """[{"A":3,"B":4,"C":2,"D":2}]""")]
    [InlineData("aggregate(Annee with sum as A,Valeur mul 2 with sum as B,length(Commentaire) with max as C)", """[{"A":10121,"B":4131.5,"C":29}]""")]
    [InlineData("filter(Annee eq 1999)/aggregate(Valeur with sum as A,Cible with average as B,Valeur with max as C,Valeur with countdistinct as D,$count as E)",
        """[{"A":null,"B":null,"C":null,"D":0,"E":0}]""")]
    [InlineData("filter(Annee eq 1999)/groupby((Indicateur),aggregate($count as N))", "[]")]
    [InlineData("groupby((Cible))", """[{"Cible":null},{"Cible":300},{"Cible":420},{"Cible":450},{"Cible":500}]""")]
    [InlineData("groupby((Commentaire2))", null)]
    [InlineData("groupby((TauxRealisation),aggregate(Cible with sum as S))",
        """[{"TauxRealisation":null,"S":null},{"TauxRealisation":0,"S":500},{"TauxRealisation":0.9762,"S":420},{"TauxRealisation":1,"S":300},{"TauxRealisation":1.0117,"S":450}]""")]
    [InlineData("groupby((Fictif),aggregate(Valeur with average as M))", """[{"Fictif":false,"M":588.583333},{"Fictif":true,"M":150}]""")]
    [InlineData("compute(Valeur mul 2 as D,year(DeposeLe) as An)/groupby((An),aggregate(D with sum as S))", """[{"An":2025,"S":3221},{"An":2026,"S":910.5}]""")]
    [InlineData("groupby((Annee,Indicateur),aggregate(Valeur with sum as S))/groupby((Annee),aggregate(S with max as M,S with average as A,$count as N))",
        """[{"Annee":2024,"M":900.5,"A":805.25,"N":2},{"Annee":2025,"M":455.25,"A":455.25,"N":1}]""")]
    [InlineData("groupby((Annee,Indicateur),aggregate(Valeur with sum as S,$count as N))/aggregate(S with sum as T,N with sum as M)", """[{"T":2065.75,"M":5}]""")]
    [InlineData("groupby((Territoire),aggregate(Valeur with sum as S))/filter(S gt 1000)", """[{"Territoire":"243300316","S":1765.75}]""")]
    [InlineData("groupby((Territoire),aggregate(Valeur with sum as S,Cible with sum as C))/compute(S sub C as E)/filter(E gt 0)",
        """[{"Territoire":"243300316","S":1765.75,"C":870,"E":895.75}]""")]
    [InlineData("filter(Valeur gt 0)/filter(Fictif eq false)/groupby((Annee),aggregate($count as N))", """[{"Annee":2024,"N":2},{"Annee":2025,"N":1}]""")]
    [InlineData("groupby((DimensionTerritoire/Region))/groupby((DimensionTerritoire/Region),aggregate($count as N))",
        """[{"DimensionTerritoire":{"Region":"44"},"N":1},{"DimensionTerritoire":{"Region":"75"},"N":1}]""")]
    public async Task Transformations_follow_one_another(string apply, string? expected)
    {
        if (expected is null)
        {
            Assert.Equal(400, (int)(await host.SendAsync($"Resultats?$apply={apply}")).StatusCode);
            return;
        }

        Assert.Equal(expected, await ValuesAsync($"Resultats?$apply={apply}"));
    }

    [Theory]
    [InlineData("$filter=S gt 900 and Annee eq 2024", """[{"Annee":2024,"Indicateur":"EMP-1","S":900.5}]""")]
    [InlineData("$orderby=S desc&$top=2", """[{"Annee":2024,"Indicateur":"EMP-1","S":900.5},{"Annee":2024,"Indicateur":"ENF-1","S":710}]""")]
    [InlineData("$orderby=Annee desc,Indicateur&$skip=1&$top=1", """[{"Annee":2024,"Indicateur":"EMP-1","S":900.5}]""")]
    [InlineData("$select=S", """[{"S":900.5},{"S":710},{"S":455.25}]""")]
    [InlineData("$compute=S div 2 as Moitie&$select=Indicateur,Moitie&$orderby=Moitie", """[{"Indicateur":"ENF-1","Moitie":227.625},{"Indicateur":"ENF-1","Moitie":355},{"Indicateur":"EMP-1","Moitie":450.25}]""")]
    [InlineData("$search=enf", """[{"Annee":2024,"Indicateur":"ENF-1","S":710},{"Annee":2025,"Indicateur":"ENF-1","S":455.25}]""")]
    public async Task The_other_options_are_about_the_groups(string options, string expected) => Assert.Equal(
        expected, await ValuesAsync($"Resultats?$apply=groupby((Annee,Indicateur),aggregate(Valeur with sum as S))&{options}"));

    [Fact]
    public async Task Properties_of_navigations_filter_sort_and_are_selected() => Assert.Equal(
        """[{"DimensionTerritoire":{"Region":"75"},"N":3}]""",
        await ValuesAsync("Resultats?$apply=groupby((DimensionTerritoire/Region,DimensionTerritoire/Nature),aggregate($count as N))"
            + "&$filter=DimensionTerritoire/Region ne '44'&$orderby=DimensionTerritoire/Nature desc,DimensionTerritoire/Region&$select=DimensionTerritoire/Region,N"));

    [Theory]
    [InlineData("*", 200, "#Resultats(DimensionTerritoire(Region,Nature),N)")]
    [InlineData("N, DimensionTerritoire", 200, "#Resultats(N,DimensionTerritoire(Region,Nature))")]
    [InlineData("DimensionTerritoire/Nature", 200, "#Resultats(DimensionTerritoire(Nature))")]
    [InlineData("DimensionTerritoire/Nom", 400, null)]
    [InlineData("Nature", 400, null)]
    [InlineData("N,", 400, null)]
    [InlineData("DimensionTerritoire($select=Region)", 501, null)]
    public async Task A_selection_is_among_the_columns_of_the_groups(string select, int status, string? context)
    {
        var url = $"Resultats?$apply=groupby((DimensionTerritoire/Region,DimensionTerritoire/Nature),aggregate($count as N))&$select={select}";
        Assert.Equal(status, (int)(await host.SendAsync(url)).StatusCode);
        if (context is not null)
        {
            Assert.EndsWith(context, (await host.JsonAsync(url)).GetProperty("@odata.context").GetString());
        }
    }

    [Fact]
    public async Task Groups_are_counted()
    {
        Assert.Equal(2, (await host.JsonAsync("Resultats?$apply=groupby((Indicateur))&$count=true&$top=1")).GetProperty("@odata.count").GetInt32());
        Assert.Equal("2", await host.TextAsync("Resultats/$count?$apply=groupby((Indicateur))"));
        Assert.Equal("1", await host.TextAsync("Resultats/$count?$apply=aggregate($count as N)"));
    }

    [Fact]
    public async Task What_is_reached_from_an_entity_is_grouped_alone() => Assert.Equal(
        """[{"Annee":2024,"S":300}]""",
        await ValuesAsync("Territoires('246700488')/Resultats?$apply=groupby((Annee),aggregate(Valeur with sum as S))"));

    [Fact]
    public async Task Groups_of_the_past_are_of_what_stood_then() => Assert.Equal(
        """[{"N":4}]""", await ValuesAsync("au/2025-12-31T00:00:00Z/Resultats?$apply=aggregate($count as N)"));

    [Theory]
    [InlineData("groupby((Cible,Territoire),aggregate(Valeur with sum as S))", "")]
    [InlineData("groupby((Cible,Territoire),aggregate(Valeur with sum as S))", "&$orderby=S desc")]
    [InlineData("groupby((DimensionTerritoire/Nom,TauxRealisation),aggregate($count as N))", "&$orderby=N,TauxRealisation desc")]
    public async Task Pages_of_groups_give_each_once(string apply, string order)
    {
        var whole = await ValuesAsync($"Resultats?$apply={apply}{order}");
        foreach (var size in (int[])[1, 2, 3])
        {
            var found = new List<string>();
            for (string? next = $"Resultats?$apply={apply}{order}"; next is not null;)
            {
                var document = await host.JsonAsync(next, ("Prefer", $"maxpagesize={size}"), ("Accept", "application/json;odata.metadata=none"));
                found.AddRange(document.GetProperty("value").EnumerateArray().Select(row => row.ToString()));
                next = document.TryGetProperty("@odata.nextLink", out var link)
                    ? link.GetString()!.Replace("http://hote/odata/v1/", "", StringComparison.Ordinal)
                    : null;
            }

            Assert.Equal(whole, $"[{string.Join(',', found)}]");
        }
    }

    [Fact]
    public async Task Full_metadata_says_every_type() => Assert.Equal(
        """[{"@odata.type":"#Reporting.Resultat","@odata.id":null,"DimensionTerritoire":{"@odata.type":"#Reporting.Territoire","@odata.id":null,"Region":"44"},"S@odata.type":"#Decimal","S":300}]""",
        (await host.JsonAsync(
            "Resultats?$apply=groupby((DimensionTerritoire/Region),aggregate(Valeur with sum as S))&$top=1",
            ("Accept", "application/json;odata.metadata=full"))).GetProperty("value").ToString());

    [Fact]
    public async Task Nulls_are_left_out_for_those_who_ask() => Assert.Equal(
        """[{"N":1}]""",
        (await host.JsonAsync(
            "Resultats?$apply=groupby((Cible),aggregate($count as N))&$top=1",
            ("Accept", "application/json;odata.metadata=none"), ("Prefer", "omit-values=nulls"))).GetProperty("value").ToString());

    [Theory]
    [InlineData("concat(aggregate($count as N),aggregate($count as M))", 501)]
    [InlineData("topcount(2,Valeur)", 501)]
    [InlineData("identity", 501)]
    [InlineData("expand(DimensionTerritoire,filter(Nom eq 'a'))", 501)]
    [InlineData("search(a)/groupby((Annee))", 501)]
    [InlineData("groupby((rollup(Annee,Territoire)))", 501)]
    [InlineData("groupby((Annee),filter(Valeur gt 1)/aggregate($count as N))", 501)]
    [InlineData("aggregate(Valeur with Reporting.Mediane as M)", 501)]
    [InlineData("aggregate(Valeur with sum from Annee with average as M)", 501)]
    [InlineData("aggregate(Commentaire with max as M)", 501)]
    [InlineData("groupby((Commentaire))", 501)]
    [InlineData("x", 400)]
    [InlineData("groupby()", 400)]
    [InlineData("groupby((Annee)", 400)]
    [InlineData("groupby((Absente))", 400)]
    [InlineData("groupby((Annee,Annee))", 400)]
    [InlineData("groupby((Annee))/groupby((Territoire))", 400)]
    [InlineData("groupby((DimensionTerritoire/Region))/filter(DimensionTerritoire/Nom eq 'a')", 400)]
    [InlineData("groupby((Territoire))/groupby((DimensionTerritoire/Nom))", 400)]
    [InlineData("groupby((Annee),aggregate(Valeur with countdistinct as Etat))", 400)]
    [InlineData("aggregate(Valeur with sum as Cible)", 400)]
    [InlineData("groupby((Annee),aggregate($count as N))/aggregate(N with sum as Nature)", 400)]
    [InlineData("groupby((Annee),aggregate($count as N))/compute(N add 1 as Etat)", 400)]
    [InlineData("groupby((Annee),aggregate($count as N))/compute(N add 1 as DimensionTerritoire)", 400)]
    [InlineData("groupby((Annee),aggregate(Valeur with sum as Annee))", 400)]
    [InlineData("groupby((DimensionTerritoire/Nom),aggregate($count as DimensionTerritoire))", 400)]
    [InlineData("aggregate(Valeur with sum as A,Valeur with max as A)", 400)]
    [InlineData("aggregate(Commentaire with sum as A)", 400)]
    [InlineData("aggregate(DeposeLe with average as A)", 400)]
    [InlineData("aggregate(Fictif with max as A)", 400)]
    [InlineData("aggregate(Annee mul 1000000000 mul 1000 with sum as A)", 400)]
    [InlineData("compute(Valeur mul 2 as Valeur)", 400)]
    [InlineData("compute(Valeur mul 2 as D)/compute(Valeur mul 3 as D)", 400)]
    [InlineData("aggregate($count as N)&$filter=Valeur gt 1", 400)]
    [InlineData("aggregate($count as N)&$orderby=Valeur", 400)]
    [InlineData("aggregate($count as N)&$select=Valeur", 400)]
    [InlineData("groupby((Territoire))&$filter=DimensionTerritoire/Resultats/any()", 400)]
    public async Task What_is_wrong_and_what_is_not_there_are_told_apart(string apply, int status) =>
        Assert.Equal(status, (int)(await host.SendAsync($"Resultats?$apply={apply}")).StatusCode);

    [Fact]
    public async Task Too_much_is_refused()
    {
        foreach (var (most, apply) in new (int, Func<int, string>)[]
        {
            (10, count => string.Join('/', Enumerable.Repeat("filter(Annee gt 1)", count))),
            (10, count => string.Join('/', Enumerable.Repeat("groupby((Annee))", count))),
            (50, count => $"aggregate({string.Join(',', Enumerable.Range(0, count).Select(number => $"Valeur with sum as A{number}"))})"),
        })
        {
            Assert.Equal(200, (int)(await host.SendAsync($"Resultats?$apply={apply(most)}")).StatusCode);
            Assert.Equal(400, (int)(await host.SendAsync($"Resultats?$apply={apply(most + 1)}")).StatusCode);
        }

        // Too many nodes in all, though no expression has too many.
        var list = $"filter(Annee in ({string.Join(',', Enumerable.Repeat('1', 600))}))";
        Assert.Equal(200, (int)(await host.SendAsync($"Resultats?$apply={list}")).StatusCode);
        Assert.Equal(400, (int)(await host.SendAsync($"Resultats?$apply={list}/{list}")).StatusCode);
        var deep = string.Concat(Enumerable.Repeat("not (", 120)) + "Fictif" + new string(')', 120);
        Assert.Equal(400, (int)(await host.SendAsync($"Resultats?$apply=filter({deep})/aggregate($count as N)")).StatusCode);
    }

    private async Task<string> ValuesAsync(string url) =>
        (await host.JsonAsync(url, ("Accept", "application/json;odata.metadata=none"))).GetProperty("value").ToString();
}
