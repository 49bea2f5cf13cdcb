using System.Text.Json;

namespace Reporting.Api.Tests.Feed;

/// <summary>The row that a navigation leads to, within the row that it is followed from.</summary>
public class FeedExpandTests(SampleFeed host) : IClassFixture<SampleFeed>
{
    private const string A = "Resultats(Annee=2024,Territoire='243300316',Indicateur='ENF-1')";
    private const string Childhood = """{"Code":"enfance","Libelle":"Prévenir la pauvreté dès l'enfance","Ordre":1}""";
    private const string Work = """{"Code":"emploi","Libelle":"Accès à l'emploi pour tous","Ordre":2}""";

    [Theory]
    [InlineData("Indicateurs?$expand=DimensionAxe&$select=Code",
        """#Indicateurs(Code)","value":[{"Code":"EMP-1","DimensionAxe":""" + Work + """},{"Code":"ENF-1","DimensionAxe":""" + Childhood + "}]}")]
    [InlineData("Indicateurs('ENF-1')?$expand=DimensionAxe",
        """#Indicateurs/$entity","Code":"ENF-1","Axe":"enfance","Libelle":"Familles hébergées repérées","Unite":"familles","Periode":"annee","Ordre":1,"DimensionAxe":""" + Childhood + "}")]
    [InlineData(A + "?$select=Valeur&$expand=DimensionAxe($select=Ordre),DimensionCampagne($select=Annee)",
        """#Resultats(Valeur,DimensionAxe(Ordre),DimensionCampagne(Annee))/$entity","@odata.id":"Resultats(Annee=2024,Territoire='243300316',Indicateur='ENF-1')","Valeur":410,"DimensionAxe":{"@odata.id":"Axes('enfance')","Ordre":1},"DimensionCampagne":{"Annee":2024}}""")]
    [InlineData(A + "?$select=Valeur,DimensionAxe&$expand=Remontee($select=Etat)",
        """#Resultats(Valeur,DimensionAxe,Remontee(Etat))/$entity","@odata.id":"Resultats(Annee=2024,Territoire='243300316',Indicateur='ENF-1')","Valeur":410,"Remontee":{"@odata.id":"Remontees(Annee=2024,Territoire='243300316')","Etat":"validee"}}""")]
    [InlineData(A + "?$select=*&$expand=DimensionIndicateur($select=Code;$expand=DimensionAxe($select=Ordre))",
        """#Resultats(DimensionIndicateur(Code,DimensionAxe(Ordre)))/$entity",""", """DimensionIndicateur":{"Code":"ENF-1","DimensionAxe":{"@odata.id":"Axes('enfance')","Ordre":1}}}""")]
    [InlineData(A + "/DimensionIndicateur?$select=Code&$expand=DimensionAxe($select=Ordre)",
        """#Indicateurs(Code,DimensionAxe(Ordre))/$entity","Code":"ENF-1","DimensionAxe":{"@odata.id":"Axes('enfance')","Ordre":1}}""")]
    [InlineData("Axes('emploi')/Indicateurs?$select=Code&$expand=DimensionAxe($select=Ordre)",
        """#Indicateurs(Code,DimensionAxe(Ordre))","value":[{"Code":"EMP-1","DimensionAxe":{"@odata.id":"Axes('emploi')","Ordre":2}}]}""")]
    [InlineData("Territoires('243300316')?$select=Siren&$expand=TerritoireContenant,TerritoireSuccesseur($expand=TerritoireContenant)",
        """#Territoires(Siren)/$entity","Siren":"243300316","TerritoireContenant":null,"TerritoireSuccesseur":null}""")]
    [InlineData("Explications?expand=Resultat(select=Valeur;expand=DimensionIndicateur(select=Ordre))&select=Effet",
        """#Explications(Effet,Resultat(Valeur,DimensionIndicateur(Ordre)))","value":[{"@odata.id":"Explications(Annee=2024,Territoire='243300316',Indicateur='ENF-1',Rang=1)","Effet":-20,"Resultat":{"@odata.id":"Resultats(Annee=2024,Territoire='243300316',Indicateur='ENF-1')","Valeur":410,"DimensionIndicateur":{"@odata.id":"Indicateurs('ENF-1')","Ordre":1}}},{"@odata.id":"Explications(Annee=2025,Territoire='243300316',Indicateur='ENF-1',Rang=1)","Effet":-64.75,"Resultat":{"@odata.id":"Resultats(Annee=2025,Territoire='243300316',Indicateur='ENF-1')","Valeur":455.25,"DimensionIndicateur":{"@odata.id":"Indicateurs('ENF-1')","Ordre":1}}}]}""")]
    [InlineData("Trajectoires?$select=Cible&$expand=DimensionIndicateur($select=Code)&$filter=DimensionIndicateur/Ordre eq 2&$count=true",
        """#Trajectoires(Cible,DimensionIndicateur(Code))","@odata.count":1,"value":[{"@odata.id":"Trajectoires(Territoire='243300316',Indicateur='EMP-1',Annee=2024)","Cible":900.5,"DimensionIndicateur":{"Code":"EMP-1"}}]}""")]
    public async Task The_row_led_to_is_given_within(string url, string start, string end = "")
    {
        var document = await host.TextAsync(url);
        Assert.StartsWith("""{"@odata.context":"http://hote/odata/v1/$metadata""" + start, document, StringComparison.Ordinal);
        Assert.EndsWith(end.Length == 0 ? start : end, document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_star_expands_every_navigation_property()
    {
        var row = (await host.JsonAsync("Contributions?$expand=*&$top=1")).GetProperty("value")[0];
        Assert.Equal("ENF-1", row.GetProperty("Resultat").GetProperty("Indicateur").GetString());
        Assert.Equal("Bordeaux Métropole", row.GetProperty("DimensionTerritoire").GetProperty("Nom").GetString());
        Assert.Equal("familles", row.GetProperty("DimensionIndicateur").GetProperty("Unite").GetString());
        Assert.Equal(2024, row.GetProperty("DimensionCampagne").GetProperty("Annee").GetInt32());
    }

    [Theory]
    [InlineData("Resultats?$expand=DimensionAxe", "#Resultats")]
    [InlineData("Resultats?$expand=DimensionTerritoire,DimensionIndicateur($expand=DimensionAxe)", "#Resultats")]
    [InlineData(A + "?$expand=DimensionAxe", "#Resultats/$entity")]
    [InlineData("Contributions?$expand=*", "#Contributions")]
    public async Task What_is_expanded_whole_leaves_the_context_as_clients_of_4_0_know_it(string url, string fragment)
    {
        Assert.StartsWith(
            "{\"@odata.context\":\"http://hote/odata/v1/$metadata" + fragment + "\",", await host.TextAsync(url), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Full_metadata_tells_of_the_row_within_what_it_tells_of_any()
    {
        Assert.Equal(
            """
            {"@odata.context":"http://hote/odata/v1/$metadata#Indicateurs(Code,DimensionAxe(Ordre))/$entity",
            "@odata.type":"#Reporting.Indicateur","@odata.id":"Indicateurs('ENF-1')","@odata.readLink":"Indicateurs('ENF-1')","Code":"ENF-1",
            "DimensionAxe@odata.associationLink":"Indicateurs('ENF-1')/DimensionAxe/$ref","DimensionAxe@odata.navigationLink":"Indicateurs('ENF-1')/DimensionAxe",
            "DimensionAxe":{"@odata.type":"#Reporting.Axe","@odata.id":"Axes('enfance')","@odata.readLink":"Axes('enfance')","Ordre":1}}
            """.ReplaceLineEndings(""),
            await host.TextAsync("Indicateurs('ENF-1')?$select=Code&$expand=DimensionAxe($select=Ordre)", ("Accept", "application/json;odata.metadata=full")));
        var page = await host.JsonAsync("Indicateurs?$select=Code&$expand=DimensionAxe($select=Ordre)", ("Accept", "application/json;odata.metadata=full"));
        Assert.Equal("Axes('enfance')", page.GetProperty("value")[1].GetProperty("DimensionAxe").GetProperty("@odata.id").GetString());
    }

    [Fact]
    public async Task No_metadata_leaves_the_values_alone()
    {
        Assert.Equal(
            """{"value":[{"Code":"EMP-1","DimensionAxe":{"Ordre":2}},{"Code":"ENF-1","DimensionAxe":{"Ordre":1}}]}""",
            await host.TextAsync("Indicateurs?$select=Code&$expand=DimensionAxe($select=Ordre)", ("Accept", "application/json;odata.metadata=none")));
    }

    [Fact]
    public async Task Nulls_that_the_client_does_without_are_left_out_within_too()
    {
        Assert.Equal(
            """{"@odata.context":"http://hote/odata/v1/$metadata#Remontees(Version,DimensionTerritoire(Nom,CodeInsee))","value":[{"@odata.id":"Remontees(Annee=2024,Territoire='243300316')","Version":1,"DimensionTerritoire":{"@odata.id":"Territoires('243300316')","Nom":"Bordeaux Métropole"}}]}""",
            await host.TextAsync(
                "Remontees?$select=Version&$top=1&$expand=DimensionTerritoire($select=Nom,CodeInsee;$expand=TerritoireContenant)", ("Prefer", "omit-values=nulls")));
    }

    [Theory]
    [InlineData("au/2025-04-02T09:29:59.999Z", "deposee")]
    [InlineData("au/2025-04-02T09:30:00Z", "validee")]
    public async Task The_row_within_is_of_the_same_instant(string root, string state)
    {
        var row = await host.JsonAsync($"{root}/{A}?$expand=Remontee");
        Assert.Equal(state, row.GetProperty("Remontee").GetProperty("Etat").GetString());
    }

    [Fact]
    public async Task Pages_go_on_with_what_is_expanded()
    {
        var page = await host.JsonAsync("Resultats?$select=Valeur&$expand=Remontee($select=Etat)&$orderby=Remontee/DeposeLe desc", ("Prefer", "maxpagesize=2"));
        Assert.Equal("455.25 deposee, 0 deposee", Read(page));
        page = await NextAsync(page);
        Assert.Equal("300 deposee, 900.5 validee", Read(page));
        Assert.Equal("410 validee", Read(await NextAsync(page)));

        Task<JsonElement> NextAsync(JsonElement before) =>
            host.JsonAsync(before.GetProperty("@odata.nextLink").GetString()!.Replace("http://hote/odata/v1/", "", StringComparison.Ordinal));
        static string Read(JsonElement page) => string.Join(", ", page.GetProperty("value").EnumerateArray()
            .Select(row => $"{row.GetProperty("Valeur")} {row.GetProperty("Remontee").GetProperty("Etat")}"));
    }

    [Theory]
    [InlineData("Indicateurs?$expand=DimensionAxe($expand=Indicateurs)", 200)]
    [InlineData("Indicateurs?$expand=DimensionAxe($expand=Indicateurs/$count)", 200)]
    [InlineData("Indicateurs?$expand=DimensionAxe($expand=Indicateurs($expand=DimensionAxe))", 400)]
    [InlineData("Resultats?$expand=DimensionIndicateur($expand=DimensionAxe)", 200)]
    [InlineData("Explications?$expand=Resultat($expand=DimensionIndicateur($expand=DimensionAxe))", 400)]
    [InlineData("Resultats?$expand=DimensionAxe,DimensionCampagne,Remontee", 200)]
    [InlineData("Resultats?$expand=DimensionAxe,DimensionCampagne,Remontee($expand=DimensionTerritoire)", 400)]
    [InlineData("Contributions?$expand=*", 400)]
    public async Task A_request_expands_so_many_levels_and_properties_and_no_more(string url, int status)
    {
        await using var limited = new Limited();
        await limited.InitializeAsync();
        Assert.Equal(status, (int)(await limited.SendAsync(url)).StatusCode);
    }

    private sealed class Limited() : FeedHost(FeedData.Script, "--Feed:ExpandLevels=2", "--Feed:Expansions=3"), IAsyncDisposable
    {
        async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();
    }
}
