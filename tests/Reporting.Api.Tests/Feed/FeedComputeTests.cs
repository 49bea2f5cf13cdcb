namespace Reporting.Api.Tests.Feed;

// The rows, in the order of the key:
//   B 2024 243300316 EMP-1  cible null  valeur 900.5   taux null    commentaire null                          12/03/2025 09:30
//   A 2024 243300316 ENF-1  cible 420   valeur 410     taux 0.9762  "Compté à 50 % au 1er semestre"           12/03/2025 09:30
//   D 2024 246700488 EMP-1  cible 500   valeur 0       taux 0       commentaire null          fictive         14/03/2025 08:00:00.5
//   C 2024 246700488 ENF-1  cible 300   valeur 300     taux 1       "L'eau_bleue [a]"         fictive         14/03/2025 08:00:00.5
//   E 2025 243300316 ENF-1  cible 450   valeur 455.25  taux 1.0117  ""                                        02/03/2026 10:15:30.123
public class FeedComputeTests(SampleFeed host) : IClassFixture<SampleFeed>
{
    private const string Key = "Resultats?$select=Annee,Territoire,Indicateur";

    [Theory]
    [InlineData("Cible sub Valeur", "B E C A D")]
    [InlineData("Cible sub Valeur desc", "D A C E B")]
    [InlineData("DimensionTerritoire/Nom desc,Valeur", "D C A E B")]
    [InlineData("DimensionIndicateur/DimensionAxe/Ordre desc,Annee desc", "B D E A C")]
    [InlineData("length(Indicateur),contains(Commentaire,'a') desc,Annee", "A C E B D")]
    [InlineData("Valeur gt 400 desc,Fictif", "B A E D C")]
    [InlineData("date(DeposeLe) desc,Indicateur desc", "E C D A B")]
    [InlineData("tolower(Indicateur) desc,-Valeur", "E A C B D")]
    public async Task Rows_sort_by_expressions_page_by_page(string order, string expected)
    {
        Assert.Equal(expected, FeedData.LettersOf(await host.JsonAsync($"{Key}&$orderby={order}")));
        foreach (var size in (int[])[1, 2, 3])
        {
            var found = new List<string>();
            for (string? next = $"{Key}&$orderby={order}"; next is not null;)
            {
                var document = await host.JsonAsync(next, ("Prefer", $"maxpagesize={size}"));
                found.Add(FeedData.LettersOf(document));
                next = document.TryGetProperty("@odata.nextLink", out var link)
                    ? link.GetString()!.Replace("http://hote/odata/v1/", "", StringComparison.Ordinal)
                    : null;
            }

            Assert.Equal(expected, string.Join(' ', found));
        }
    }

    [Fact]
    public async Task A_computed_property_is_given_with_its_type() => Assert.Equal(
        """
        {"@odata.context":"http://hote/odata/v1/$metadata#Resultats(Indicateur,Ecart,An,Grand,Jour,Nom,Note)","value":[{"@odata.id":"Resultats(Annee=2024,Territoire='243300316',Indicateur='EMP-1')","Indicateur":"EMP-1","Ecart":null,"An@odata.type":"#Int64","An":2025,"Grand":true,"Jour@odata.type":"#Date","Jour":"2025-03-12","Nom":"Bordeaux Métropole","Note":null},{"@odata.id":"Resultats(Annee=2025,Territoire='243300316',Indicateur='ENF-1')","Indicateur":"ENF-1","Ecart@odata.type":"#Decimal","Ecart":-5.25,"An@odata.type":"#Int64","An":2026,"Grand":true,"Jour@odata.type":"#Date","Jour":"2026-03-02","Nom":"Bordeaux Métropole","Note":""}]}
        """,
        await host.TextAsync("Resultats?$compute=Cible sub Valeur as Ecart,year(DeposeLe) as An,Valeur gt 400 as Grand,"
            + "date(DeposeLe) as Jour,DimensionTerritoire/Nom as Nom,trim(Commentaire) as Note"
            + "&$filter=Ecart eq null or Ecart lt 0&$select=Indicateur,Ecart,An,Grand,Jour,Nom,Note&$orderby=An"));

    [Theory]
    [InlineData("$compute=Valeur mul 2 as Double&$filter=Double gt 820&$orderby=Double desc", "B E")]
    [InlineData("$compute=Valeur div Cible as Part&$filter=Part eq null", "B")]
    [InlineData("$compute=Valeur mul TauxRealisation as P&$orderby=P desc&$top=2", "E A")]
    public async Task A_computed_property_filters_and_sorts(string options, string expected) =>
        Assert.Equal(expected, FeedData.LettersOf(await host.JsonAsync($"Resultats?{options}")));

    [Theory]
    [InlineData("Resultats(Annee=2024,Territoire='243300316',Indicateur='ENF-1')?$compute=Valeur mul 2 as D&$select=D",
        """{"@odata.context":"http://hote/odata/v1/$metadata#Resultats(D)/$entity","@odata.id":"Resultats(Annee=2024,Territoire='243300316',Indicateur='ENF-1')","D@odata.type":"#Decimal","D":820}""")]
    [InlineData("Resultats(Annee=2024,Territoire='243300316',Indicateur='ENF-1')/DimensionTerritoire?$compute=length(Nom) as L&$select=Siren,L",
        """{"@odata.context":"http://hote/odata/v1/$metadata#Territoires(Siren,L)/$entity","Siren":"243300316","L@odata.type":"#Int64","L":18}""")]
    [InlineData("Axes('emploi')?$compute=concat(Code,@fin) as C&@fin='!'&$select=Ordre,C",
        """{"@odata.context":"http://hote/odata/v1/$metadata#Axes(Ordre,C)/$entity","@odata.id":"Axes('emploi')","Ordre":2,"C":"emploi!"}""")]
    public async Task A_single_row_computes_too(string url, string expected) => Assert.Equal(expected, await host.TextAsync(url));

    [Theory]
    [InlineData("Axes('emploi')?$compute=Ordre add 1 as O", "O")]
    [InlineData("Axes('emploi')?$compute=Ordre add 1 as O&$expand=Indicateurs($select=Code)", "O")]
    public async Task What_a_single_row_computes_is_beside_its_own_properties(string url, string computed)
    {
        var row = await host.JsonAsync(url);
        Assert.Equal(3, row.GetProperty(computed).GetInt32());
        Assert.Equal("emploi", row.GetProperty("Code").GetString());
    }

    [Fact]
    public async Task Long_integers_are_quoted_for_those_who_ask() => Assert.Equal(
        """[{"@odata.id":"Resultats(Annee=2024,Territoire='243300316',Indicateur='EMP-1')","N@odata.type":"#Int64","N":"2025"}]""",
        (await host.JsonAsync(
            "Resultats?$compute=Annee add 1 as N&$select=N&$top=1",
            ("Accept", "application/json;IEEE754Compatible=true"))).GetProperty("value").ToString());

    [Theory]
    [InlineData("Campagnes?$search=mars")]
    [InlineData("Campagnes/$count?$search=mars")]
    [InlineData("Resultats?$apply=groupby((Annee))&$search=mars")]
    public async Task Where_there_is_no_text_there_is_no_search(string url)
    {
        var response = await host.SendAsync(url);
        Assert.Equal(501, (int)response.StatusCode);
        Assert.Contains("$search où il n'y a aucun texte n'est pas pris en charge.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ENF-1 OR (emp-1)", "\"ENF-1\" OR (\"emp-1\")")]
    [InlineData("NOT (ENF-1);$select=Code", "NOT (\"ENF-1\");$select=Code")]
    [InlineData("1er \"b c\" OR emp-1;$filter=Code ne 'a;search=b-c'", "\"1er\" \"b c\" OR \"emp-1\";$filter=Code ne 'a;search=b-c'")]
    public async Task A_word_within_rows_may_have_digits_and_signs_too(string search, string quoted) => Assert.Equal(
        (await host.JsonAsync($"Axes?$expand=Indicateurs($search={quoted})")).GetProperty("value").ToString(),
        (await host.JsonAsync($"Axes?expand=Indicateurs(search={search})")).GetProperty("value").ToString());

    [Theory]
    [InlineData("eau", "C")]
    [InlineData("EAU", "C")]
    [InlineData("compte", "A")]
    [InlineData("COMPTÉ", "A")]
    [InlineData("compté NOT eau", "A")]
    [InlineData("NOT compte", "B D C E")]
    [InlineData("enfance", "A C E")]
    [InlineData("enfance NOT eau", "A E")]
    [InlineData("eau OR personnes", "B D C")]
    [InlineData("\"1er semestre\"", "A")]
    [InlineData("\"semestre 1er\"", "")]
    [InlineData("emploi AND \"246700488\"", "D")]
    [InlineData("\"50 %25\"", "A")]
    [InlineData("EMP-1", "B D")]
    [InlineData("2024.1 AND (enf-1 OR NOT \"EMP-1\")", "A C")]
    [InlineData("1er NOT emp-1", "A")]
    [InlineData("L'eau_bleue", "C")]
    [InlineData("50 semestre", "A")]
    [InlineData("\"semestre 50\"", "")]
    public async Task A_search_finds_words_in_any_text_whatever_case_and_accents(string search, string expected)
    {
        Assert.Equal(expected, FeedData.LettersOf(await host.JsonAsync($"{Key}&$search={search}")));
        Assert.Equal(
            $"{expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length}",
            await host.TextAsync($"Resultats/$count?$search={search}"));
    }
}
