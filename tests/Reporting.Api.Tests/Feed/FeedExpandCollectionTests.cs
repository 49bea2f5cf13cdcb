using System.Text.Json;

namespace Reporting.Api.Tests.Feed;

/// <summary>The rows that a navigation leads to, within each row that it is followed from.</summary>
public class FeedExpandCollectionTests(SampleFeed host) : IClassFixture<SampleFeed>
{
    private const string A = "Resultats(Annee=2024,Territoire='243300316',Indicateur='ENF-1')";

    [Theory]
    [InlineData("Axes?$select=Code&$expand=Indicateurs($select=Code)",
        """#Axes(Code,Indicateurs(Code))","value":[{"Code":"emploi","Indicateurs":[{"Code":"EMP-1"}]},{"Code":"enfance","Indicateurs":[{"Code":"ENF-1"}]}]}""")]
    [InlineData(A + "?$select=Valeur&$expand=Contributions($select=Rang,Retenu)",
        """#Resultats(Valeur,Contributions(Rang,Retenu))/$entity","@odata.id":"Resultats(Annee=2024,Territoire='243300316',Indicateur='ENF-1')","Valeur":410,"Contributions":[{"@odata.id":"Contributions(Annee=2024,Territoire='243300316',Indicateur='ENF-1',Rang=1)","Rang":1,"Retenu":400},{"@odata.id":"Contributions(Annee=2024,Territoire='243300316',Indicateur='ENF-1',Rang=2)","Rang":2,"Retenu":10}]}""")]
    [InlineData("Territoires?$select=Siren&$expand=Resultats($select=Annee,Indicateur;$filter=Valeur gt 0;$orderby=Valeur desc;$top=2;$count=true)",
        """#Territoires(Siren,Resultats(Annee,Indicateur))","value":[{"Siren":"200054807","Resultats@odata.count":0,"Resultats":[]},{"Siren":"211300553","Resultats@odata.count":0,"Resultats":[]},{"Siren":"243300316","Resultats@odata.count":3,"Resultats":[{"@odata.id":"Resultats(Annee=2024,Territoire='243300316',Indicateur='EMP-1')","Annee":2024,"Indicateur":"EMP-1"},{"@odata.id":"Resultats(Annee=2025,Territoire='243300316',Indicateur='ENF-1')","Annee":2025,"Indicateur":"ENF-1"}]},{"Siren":"246700488","Resultats@odata.count":1,"Resultats":[{"@odata.id":"Resultats(Annee=2024,Territoire='246700488',Indicateur='ENF-1')","Annee":2024,"Indicateur":"ENF-1"}]}]}""")]
    [InlineData("Territoires('243300316')?$select=Nom&$expand=Resultats($select=Valeur;$skip=1;$top=1;$count=true)",
        """#Territoires(Nom,Resultats(Valeur))/$entity","@odata.id":"Territoires('243300316')","Nom":"Bordeaux Métropole","Resultats@odata.count":3,"Resultats":[{"@odata.id":"Resultats(Annee=2024,Territoire='243300316',Indicateur='ENF-1')","Valeur":410}]}""")]
    [InlineData("Territoires('243300316')?$select=Nom&$expand=Resultats($select=Valeur;$top=0;$count=true)",
        """#Territoires(Nom,Resultats(Valeur))/$entity","@odata.id":"Territoires('243300316')","Nom":"Bordeaux Métropole","Resultats@odata.count":3,"Resultats":[]}""")]
    [InlineData("Territoires('243300316')?$select=Nom&$expand=Resultats($select=Valeur;$skip=7;$count=true)",
        """#Territoires(Nom,Resultats(Valeur))/$entity","@odata.id":"Territoires('243300316')","Nom":"Bordeaux Métropole","Resultats@odata.count":3,"Resultats":[]}""")]
    [InlineData("Territoires?$select=Siren&$expand=Resultats/$count,Remontees/$count($filter=Annee eq 2024)&$top=3&$skip=2",
        """#Territoires(Siren)","value":[{"Siren":"243300316","Resultats@odata.count":3,"Remontees@odata.count":1},{"Siren":"246700488","Resultats@odata.count":2,"Remontees@odata.count":1}]}""")]
    [InlineData("Resultats?$select=Valeur&$expand=DimensionAxe($select=Code;$expand=Indicateurs($select=Code))&$top=2",
        """#Resultats(Valeur,DimensionAxe(Code,Indicateurs(Code)))","value":[{"@odata.id":"Resultats(Annee=2024,Territoire='243300316',Indicateur='EMP-1')","Valeur":900.5,"DimensionAxe":{"Code":"emploi","Indicateurs":[{"Code":"EMP-1"}]}},{"@odata.id":"Resultats(Annee=2024,Territoire='243300316',Indicateur='ENF-1')","Valeur":410,"DimensionAxe":{"Code":"enfance","Indicateurs":[{"Code":"ENF-1"}]}}]}""")]
    [InlineData("Axes('enfance')?$select=Code&$expand=Indicateurs($select=Code;$expand=Resultats($select=Valeur;$expand=Contributions($select=Retenu),Explications($select=Effet)),DimensionAxe($select=Ordre))",
        """#Axes(Code,Indicateurs(Code,DimensionAxe(Ordre),Resultats(Valeur,Contributions(Retenu),Explications(Effet))))/$entity","Code":"enfance","Indicateurs":[{"Code":"ENF-1","DimensionAxe":{"@odata.id":"Axes('enfance')","Ordre":1},"Resultats":[{"@odata.id":"Resultats(Annee=2024,Territoire='243300316',Indicateur='ENF-1')","Valeur":410,"Contributions":[{"@odata.id":"Contributions(Annee=2024,Territoire='243300316',Indicateur='ENF-1',Rang=1)","Retenu":400},{"@odata.id":"Contributions(Annee=2024,Territoire='243300316',Indicateur='ENF-1',Rang=2)","Retenu":10}],"Explications":[{"@odata.id":"Explications(Annee=2024,Territoire='243300316',Indicateur='ENF-1',Rang=1)","Effet":-20}]},{"@odata.id":"Resultats(Annee=2024,Territoire='246700488',Indicateur='ENF-1')","Valeur":300,"Contributions":[{"@odata.id":"Contributions(Annee=2024,Territoire='246700488',Indicateur='ENF-1',Rang=1)","Retenu":300}],"Explications":[]},{"@odata.id":"Resultats(Annee=2025,Territoire='243300316',Indicateur='ENF-1')","Valeur":455.25,"Contributions":[{"@odata.id":"Contributions(Annee=2025,Territoire='243300316',Indicateur='ENF-1',Rang=1)","Retenu":500},{"@odata.id":"Contributions(Annee=2025,Territoire='243300316',Indicateur='ENF-1',Rang=2)","Retenu":20}],"Explications":[{"@odata.id":"Explications(Annee=2025,Territoire='243300316',Indicateur='ENF-1',Rang=1)","Effet":-64.75}]}]}]}""")]
    [InlineData("Axes?$select=Code&$expand=Resultats($search=eau;$select=Commentaire)",
        """#Axes(Code,Resultats(Commentaire))","value":[{"Code":"emploi","Resultats":[]},{"Code":"enfance","Resultats":[{"@odata.id":"Resultats(Annee=2024,Territoire='246700488',Indicateur='ENF-1')","Commentaire":"L'eau_bleue [a]"}]}]}""")]
    [InlineData("Campagnes?$select=Annee&$expand=Resultats($compute=Valeur mul 2 as Double;$select=Double;$orderby=Double desc;$filter=Double gt 600)",
        """#Campagnes(Annee,Resultats(Double))","value":[{"Annee":2024,"Resultats":[{"@odata.id":"Resultats(Annee=2024,Territoire='243300316',Indicateur='EMP-1')","Double@odata.type":"#Decimal","Double":1801},{"@odata.id":"Resultats(Annee=2024,Territoire='243300316',Indicateur='ENF-1')","Double@odata.type":"#Decimal","Double":820}]},{"Annee":2025,"Resultats":[{"@odata.id":"Resultats(Annee=2025,Territoire='243300316',Indicateur='ENF-1')","Double@odata.type":"#Decimal","Double":910.5}]}]}""")]
    [InlineData("Indicateurs('ENF-1')?$select=Code&$expand=DimensionAxe($compute=Ordre add 4 as Suite;$select=Suite)",
        """#Indicateurs(Code,DimensionAxe(Suite))/$entity","Code":"ENF-1","DimensionAxe":{"@odata.id":"Axes('enfance')","Suite@odata.type":"#Int64","Suite":5}}""")]
    [InlineData("Axes?$select=Code&$expand=Resultats($filter=DimensionTerritoire/Population gt @p and Contributions/any(c:c/Rang eq 2);$orderby=DimensionTerritoire/Nom desc,Annee desc;$select=Annee)&@p=600000",
        """#Axes(Code,Resultats(Annee))","value":[{"Code":"emploi","Resultats":[]},{"Code":"enfance","Resultats":[{"@odata.id":"Resultats(Annee=2025,Territoire='243300316',Indicateur='ENF-1')","Annee":2025},{"@odata.id":"Resultats(Annee=2024,Territoire='243300316',Indicateur='ENF-1')","Annee":2024}]}]}""")]
    [InlineData("axes?expand=Indicateurs(select=Code;filter=Ordre lt 2)&select=Ordre", "", 404)]
    [InlineData("Axes?expand=Indicateurs(select=Code;filter=Ordre lt 2)&select=Ordre",
        """#Axes(Ordre,Indicateurs(Code))","value":[{"@odata.id":"Axes('emploi')","Ordre":2,"Indicateurs":[]},{"@odata.id":"Axes('enfance')","Ordre":1,"Indicateurs":[{"Code":"ENF-1"}]}]}""")]
    [InlineData("Axes?$select=Indicateurs&$expand=Indicateurs($select=Ordre)",
        """#Axes(Indicateurs(Ordre))","value":[{"@odata.id":"Axes('emploi')","Indicateurs":[{"@odata.id":"Indicateurs('EMP-1')","Ordre":2}]},{"@odata.id":"Axes('enfance')","Indicateurs":[{"@odata.id":"Indicateurs('ENF-1')","Ordre":1}]}]}""")]
    [InlineData("Axes('emploi')?$select=Indicateurs&$expand=Indicateurs/$count,Resultats($select=Valeur)",
        """#Axes(Indicateurs,Resultats(Valeur))/$entity","@odata.id":"Axes('emploi')","Indicateurs@odata.count":1,"Resultats":[{"@odata.id":"Resultats(Annee=2024,Territoire='243300316',Indicateur='EMP-1')","Valeur":900.5},{"@odata.id":"Resultats(Annee=2024,Territoire='246700488',Indicateur='EMP-1')","Valeur":0}]}""")]
    public async Task The_rows_led_to_are_given_within(string url, string expected, int status = 200)
    {
        if (status != 200)
        {
            Assert.Equal(status, (int)(await host.SendAsync(url)).StatusCode);
            return;
        }

        Assert.Equal("""{"@odata.context":"http://hote/odata/v1/$metadata""" + expected, await host.TextAsync(url));
    }

    [Theory]
    [InlineData("Axes?$expand=Indicateurs", "#Axes")]
    [InlineData("Territoires?$expand=*", "#Territoires")]
    [InlineData("Axes('emploi')?$expand=Indicateurs($expand=Resultats)", "#Axes/$entity")]
    [InlineData("Axes?$expand=Indicateurs($top=1;$orderby=Ordre)", "#Axes")]
    public async Task What_is_expanded_whole_leaves_the_context_as_clients_of_4_0_know_it(string url, string fragment)
    {
        Assert.StartsWith(
            "{\"@odata.context\":\"http://hote/odata/v1/$metadata" + fragment + "\",", await host.TextAsync(url), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collection_longer_than_a_page_goes_on_behind_a_link()
    {
        var page = await host.JsonAsync(
            "Territoires?$filter=Population gt 100000&$select=Siren&$expand=Resultats($select=Annee,Indicateur,Territoire;$orderby=Valeur desc;$filter=Annee ge @a)&@a=2024",
            ("Prefer", "maxpagesize=2"));
        Assert.Equal(2, page.GetProperty("value").GetArrayLength());
        page = await FollowAsync(page, "@odata.nextLink", ("Prefer", "maxpagesize=2"));
        var bordeaux = page.GetProperty("value")[0];
        Assert.Equal("B E", LettersOf(bordeaux));
        Assert.False(page.GetProperty("value")[1].TryGetProperty("Resultats@odata.nextLink", out _));
        var rest = await FollowAsync(bordeaux, "Resultats@odata.nextLink");
        Assert.Equal("A", FeedData.LettersOf(rest));
        Assert.False(rest.TryGetProperty("@odata.nextLink", out _));
    }

    [Fact]
    public async Task The_link_of_a_collection_says_what_was_asked_and_at_which_instant()
    {
        var row = await host.JsonAsync(
            "au/2026-04-01T00:00:00Z/Axes('enfance')?$expand=Resultats($top=2;$skip=0;$select=Annee;$expand=Contributions($top=1;$orderby=Rang desc);$search=eau OR a;$count=true)",
            ("Prefer", "maxpagesize=1"));
        Assert.Equal(
            "http://hote/odata/v1/au/2026-04-01T00:00:00Z/Axes('enfance')/Resultats?$select=Annee&$search=eau%20OR%20a&$count=true"
            + "&$expand=Contributions%28%24top%3D1%3B%24orderby%3DRang%20desc%29&$top=1&$skip=1",
            row.GetProperty("Resultats@odata.nextLink").GetString());
        var rest = await FollowAsync(row, "Resultats@odata.nextLink");
        Assert.Equal(3, rest.GetProperty("@odata.count").GetInt32());
        Assert.Equal(1, rest.GetProperty("value")[0].GetProperty("Contributions").GetArrayLength());
    }

    [Fact]
    public async Task A_link_reads_the_state_that_the_answer_was_of()
    {
        await using var settled = new Settled();
        await settled.InitializeAsync();
        settled.Time.Advance(TimeSpan.FromMinutes(1));
        foreach (var url in (string[])["Axes('enfance')?$expand=Resultats", "Axes?$expand=Resultats&$top=1&$skip=1"])
        {
            var text = await settled.TextAsync(url, ("Prefer", "maxpagesize=1"));
            Assert.Contains(
                "\"Resultats@odata.nextLink\":\"http://hote/odata/v1/au/2026-06-30T08:00:00.000Z/Axes('enfance')/Resultats?$skip=1\"", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Resultats?$expand=DimensionAxe/$ref($filter=Ordre eq 1)", 400, "ligne")]
    [InlineData("Axes?$expand=Indicateurs/$ref,Indicateurs", 400, "deux fois")]
    [InlineData("Axes?$expand=Indicateurs/$ref($select=Code)", 400, "$select")]
    [InlineData("Axes?$expand=Indicateurs/$ref($expand=Resultats)", 400, "$expand")]
    [InlineData("Axes?$expand=$ref*", 400, "$expand")]
    [InlineData("Axes?$expand=Resultats($filter=$it/Ordre eq Annee)", 501, "$it dans $expand")]
    [InlineData("Territoires?$expand=TerritoiresContenus($filter=$it/Population gt Population)", 501, "$it dans $expand")]
    [InlineData("Territoires?$expand=TerritoiresContenus($filter=Nom eq '$it')", 200, "")]
    [InlineData("Axes?$expand=Resultats($apply=aggregate($count as N))", 501, "$apply dans $expand")]
    [InlineData("Axes?$expand=Indicateurs,Indicateurs", 400, "deux fois")]
    [InlineData("Axes?$expand=Indicateurs($levels=2)", 400, "$expand")]
    [InlineData("Territoires?$expand=TerritoiresContenus($levels=0)", 400, "$levels")]
    [InlineData("Territoires?$expand=TerritoiresContenus($levels=5)", 400, "complexe")]
    [InlineData("Territoires?$expand=TerritoiresContenus($levels=4)", 200, "")]
    [InlineData("Territoires?$expand=TerritoiresContenus($levels=max),TerritoireContenant($levels=max)", 200, "")]
    [InlineData("Territoires?$expand=TerritoiresContenus($levels=2;$expand=TerritoiresContenus)", 400, "deux fois")]
    [InlineData("Resultats?$expand=DimensionAxe/$count", 400, "ligne")]
    [InlineData("Resultats?$expand=DimensionAxe($filter=Ordre eq 1)", 400, "ligne")]
    [InlineData("Axes?$expand=Resultats($orderby=Commentaire)", 501, "tri")]
    [InlineData("Axes?$expand=Resultats($filter=Absente eq 1)", 400, "")]
    [InlineData("Axes?$expand=Resultats($top=-1)", 400, "")]
    [InlineData("Axes?$expand=Resultats($compute=Valeur add 1 as Annee)", 400, "Annee")]
    [InlineData("Axes?$apply=groupby((Code))&$expand=Indicateurs", 501, "regroupement")]
    public async Task What_cannot_be_expanded_is_refused_before_anything_is_written(string url, int status, string why)
    {
        var response = await host.SendAsync(url);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, text);
        Assert.Contains(why, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Resultats?$filter=Contributions/$count gt 1", "A E")]
    [InlineData("Resultats?$orderby=Contributions/$count desc,Explications/$count,Valeur desc", "E A C B D")]
    [InlineData("Territoires('243300316')/Resultats?$filter=Explications/$count eq 0", "B")]
    public async Task The_rows_led_to_are_counted_in_expressions(string url, string expected)
    {
        Assert.Equal(expected, FeedData.LettersOf(await host.JsonAsync(url)));
    }

    [Fact]
    public async Task Full_metadata_tells_where_a_collection_and_its_rows_are()
    {
        Assert.Equal(
            """
            {"@odata.context":"http://hote/odata/v1/$metadata#Axes(Ordre,Indicateurs(Ordre))/$entity",
            "@odata.type":"#Reporting.Axe","@odata.id":"Axes('enfance')","@odata.readLink":"Axes('enfance')","Ordre":1,
            "Indicateurs@odata.associationLink":"Axes('enfance')/Indicateurs/$ref","Indicateurs@odata.navigationLink":"Axes('enfance')/Indicateurs",
            "Indicateurs@odata.count":1,
            "Indicateurs":[{"@odata.type":"#Reporting.Indicateur","@odata.id":"Indicateurs('ENF-1')","@odata.readLink":"Indicateurs('ENF-1')","Ordre":1}]}
            """.ReplaceLineEndings(""),
            await host.TextAsync("Axes('enfance')?$select=Ordre&$expand=Indicateurs($select=Ordre;$count=true)", ("Accept", "application/json;odata.metadata=full")));
    }

    [Fact]
    public async Task No_metadata_leaves_the_values_and_counts_are_quoted_where_numbers_are()
    {
        Assert.Equal(
            """{"value":[{"Ordre":2,"Indicateurs@odata.count":"1","Indicateurs":[]},{"Ordre":1,"Indicateurs@odata.count":"1","Indicateurs":[]}]}""",
            await host.TextAsync("Axes?$select=Ordre&$expand=Indicateurs($count=true;$top=0)", ("Accept", "application/json;odata.metadata=none;IEEE754Compatible=true")));
    }

    [Theory]
    [InlineData("au/2025-04-02T09:29:59.999Z", "deposee")]
    [InlineData("au/2025-04-02T09:30:00Z", "validee")]
    public async Task The_rows_within_are_of_the_same_instant(string root, string state)
    {
        var row = await host.JsonAsync($"{root}/Territoires('243300316')?$expand=Remontees");
        Assert.Equal(state, row.GetProperty("Remontees")[0].GetProperty("Etat").GetString());
    }

    private sealed class Settled() : FeedHost(FeedData.Script), IAsyncDisposable
    {
        async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();
    }

    private static string LettersOf(JsonElement row) =>
        FeedData.LettersOf(JsonSerializer.SerializeToElement(new { value = row.GetProperty("Resultats") }));

    private Task<JsonElement> FollowAsync(JsonElement from, string link, params (string Name, string Value)[] headers) =>
        host.JsonAsync(from.GetProperty(link).GetString()!.Replace("http://hote/odata/v1/", "", StringComparison.Ordinal), headers);
}
