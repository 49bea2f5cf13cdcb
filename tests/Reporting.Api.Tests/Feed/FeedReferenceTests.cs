using System.Text.Json;

namespace Reporting.Api.Tests.Feed;

/// <summary>References: the URLs of rows, in the place of the rows.</summary>
public class FeedReferenceTests(SampleFeed host) : IClassFixture<SampleFeed>
{
    private const string A = "Resultats(Annee=2024,Territoire='243300316',Indicateur='ENF-1')";
    private const string B = "Resultats(Annee=2024,Territoire='243300316',Indicateur='EMP-1')";
    private const string E = "Resultats(Annee=2025,Territoire='243300316',Indicateur='ENF-1')";

    [Theory]
    [InlineData("Axes/$ref", """#Collection($ref)","value":[{"@odata.id":"Axes('emploi')"},{"@odata.id":"Axes('enfance')"}]}""")]
    [InlineData("Axes/$ref?$orderby=Ordre&$top=1&$count=true", """#Collection($ref)","@odata.count":2,"value":[{"@odata.id":"Axes('enfance')"}]}""")]
    [InlineData("Resultats/%24ref?search=eau&filter=Valeur eq 300", """#Collection($ref)","value":[{"@odata.id":"Resultats(Annee=2024,Territoire='246700488',Indicateur='ENF-1')"}]}""")]
    [InlineData("Resultats/$ref?$filter=Valeur gt 420&$orderby=Valeur desc&$skip=1", """#Collection($ref)","value":[{"@odata.id":"RESULT_E"}]}""")]
    [InlineData("Axes('emploi')/$ref", """#$ref","@odata.id":"Axes('emploi')"}""")]
    [InlineData("Axes('emploi')/Indicateurs/$ref", """#Collection($ref)","value":[{"@odata.id":"Indicateurs('EMP-1')"}]}""")]
    [InlineData("Axes('emploi')/Indicateurs('EMP-1')/$ref", """#$ref","@odata.id":"Indicateurs('EMP-1')"}""")]
    [InlineData("Indicateurs('EMP-1')/DimensionAxe/$ref", """#$ref","@odata.id":"Axes('emploi')"}""")]
    [InlineData("Territoires('211300553')/Resultats/$ref", """#Collection($ref)","value":[]}""")]
    public async Task The_URLs_of_the_rows_are_given_instead_of_them(string url, string expected)
    {
        expected = expected.Replace("RESULT_E", E, StringComparison.Ordinal);
        foreach (var level in (string[])["minimal", "full"])
        {
            Assert.Equal(
                """{"@odata.context":"http://hote/odata/v1/$metadata""" + expected,
                await host.TextAsync(url, ("Accept", $"application/json;odata.metadata={level}")));
        }
    }

    [Theory]
    [InlineData("Axes/$ref", """{"value":[{"@odata.id":"Axes('emploi')"},{"@odata.id":"Axes('enfance')"}]}""")]
    [InlineData("Axes('emploi')/$ref", """{"@odata.id":"Axes('emploi')"}""")]
    public async Task Without_metadata_the_URL_remains_for_it_is_all_there_is(string url, string expected) =>
        Assert.Equal(expected, await host.TextAsync(url, ("Accept", "application/json;odata.metadata=none")));

    [Theory]
    [InlineData("Axes?$select=Code&$expand=Indicateurs/$ref",
        """#Axes(Code,Indicateurs)","value":[{"Code":"emploi","Indicateurs":[{"@odata.id":"Indicateurs('EMP-1')"}]},{"Code":"enfance","Indicateurs":[{"@odata.id":"Indicateurs('ENF-1')"}]}]}""")]
    [InlineData("Axes('enfance')?$select=Code&$expand=Resultats/$ref($filter=Territoire eq '243300316';$orderby=Annee desc;$top=1;$count=true)",
        """#Axes(Code,Resultats)/$entity","Code":"enfance","Resultats@odata.count":2,"Resultats":[{"@odata.id":"RESULT_E"}]}""")]
    [InlineData("Axes('enfance')?$select=Code&$expand=Resultats/$ref($skip=2;$search=eau OR doublons)",
        """#Axes(Code,Resultats)/$entity","Code":"enfance","Resultats":[]}""")]
    [InlineData("Indicateurs('EMP-1')?$select=Code&$expand=DimensionAxe/$ref",
        """#Indicateurs(Code,DimensionAxe)/$entity","Code":"EMP-1","DimensionAxe":{"@odata.id":"Axes('emploi')"}}""")]
    [InlineData("Indicateurs('EMP-1')?$select=Code&$expand=*/$ref($filter=true)", null)]
    [InlineData("Axes('emploi')?$select=Code&$expand=*/$ref",
        """#Axes(Code,Resultats,Indicateurs)/$entity","Code":"emploi","Resultats":[{"@odata.id":"RESULT_B"},{"@odata.id":"Resultats(Annee=2024,Territoire='246700488',Indicateur='EMP-1')"}],"Indicateurs":[{"@odata.id":"Indicateurs('EMP-1')"}]}""")]
    [InlineData("Territoires('243300316')?$select=Siren&$expand=TerritoireContenant/$ref",
        """#Territoires(Siren,TerritoireContenant)/$entity","Siren":"243300316","TerritoireContenant":null}""")]
    [InlineData("Axes('emploi')?$select=Code&$expand=Indicateurs($select=Code;$expand=DimensionAxe/$ref,Resultats/$ref($top=1))",
        """#Axes(Code,Indicateurs(Code,DimensionAxe,Resultats))/$entity","Code":"emploi","Indicateurs":[{"Code":"EMP-1","DimensionAxe":{"@odata.id":"Axes('emploi')"},"Resultats":[{"@odata.id":"RESULT_B"}]}]}""")]
    public async Task The_URLs_of_the_rows_led_to_are_given_within(string url, string? expected)
    {
        if (expected is null)
        {
            Assert.Equal(400, (int)(await host.SendAsync(url)).StatusCode);
            return;
        }

        expected = expected.Replace("RESULT_E", E, StringComparison.Ordinal).Replace("RESULT_B", B, StringComparison.Ordinal);
        Assert.Equal("""{"@odata.context":"http://hote/odata/v1/$metadata""" + expected, await host.TextAsync(url));
    }

    [Fact]
    public async Task Full_metadata_says_no_more_of_a_row_than_its_URL()
    {
        var row = await host.JsonAsync("Indicateurs('EMP-1')?$expand=DimensionAxe/$ref,Resultats/$ref($top=1)", ("Accept", "application/json;odata.metadata=full"));
        Assert.Equal("""{"@odata.id":"Axes('emploi')"}""", row.GetProperty("DimensionAxe").GetRawText());
        Assert.Equal($$"""[{"@odata.id":"{{B}}"}]""", row.GetProperty("Resultats").GetRawText());
        foreach (var (navigation, expected) in new[] { ("DimensionAxe", "#$ref"), ("Resultats", "#Collection($ref)") })
        {
            var link = row.GetProperty($"{navigation}@odata.associationLink").GetString()!;
            Assert.EndsWith(expected, (await host.JsonAsync(link)).GetProperty("@odata.context").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task References_come_in_pages_like_rows()
    {
        var (first, link) = Read(await host.JsonAsync("Territoires('243300316')/Resultats/$ref", ("Prefer", "maxpagesize=2")), "@odata.nextLink");
        Assert.Equal([B, A], first);
        Assert.StartsWith("Territoires('243300316')/Resultats/$ref?$skiptoken=", link, StringComparison.Ordinal);
        Assert.Equal([E], Read(await host.JsonAsync(link!), "@odata.nextLink").Ids);
    }

    [Fact]
    public async Task References_within_rows_go_on_behind_a_link()
    {
        var row = await host.JsonAsync("au/2026-04-01T00:00:00Z/Territoires('243300316')?$expand=Resultats/$ref($orderby=Valeur;$count=true)", ("Prefer", "maxpagesize=2"));
        var link = row.GetProperty("Resultats@odata.nextLink").GetString()!;
        Assert.Equal("http://hote/odata/v1/au/2026-04-01T00:00:00Z/Territoires('243300316')/Resultats/$ref?$orderby=Valeur&$count=true&$skip=2", link);
        Assert.Equal([B], Read(await host.JsonAsync(Below(link)), "@odata.nextLink").Ids);
    }

    private static (IReadOnlyList<string?> Ids, string? Link) Read(JsonElement page, string link) => (
        [.. page.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("@odata.id").GetString())],
        page.TryGetProperty(link, out var next) ? Below(next.GetString()!) : null);

    private static string Below(string url) => url.Replace("http://hote/odata/v1/", "", StringComparison.Ordinal);
}
