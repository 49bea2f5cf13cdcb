using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Reporting.Api.Feed.Requests;

namespace Reporting.Api.Tests.Feed;

/// <summary>
/// Reading as of an instant. Of 2024, Bordeaux (243300316) deposits on 12 March 2025 and is accepted on 2 April; Strasbourg
/// (246700488) deposits on 14 March. Bordeaux's contract of June 2024 expects one indicator, that of 20 March 2025 two.
/// </summary>
public class FeedAsOfTests(SampleFeed host) : IClassFixture<SampleFeed>
{
    [Theory]
    [InlineData("2025-03-12T09:29:59.999Z", "")]
    [InlineData("2025-03-12T09:30:00Z", "B A")]
    [InlineData("2025-03-14T08:00:00.499Z", "B A")]
    [InlineData("2025-03-14T09:00:00.5%2B01:00", "B A D C")]
    [InlineData("2025-04-02T09:30Z", "B A D C")]
    public async Task The_results_are_those_of_the_returns_in_force_then(string instant, string expected)
    {
        Assert.Equal(expected, FeedData.LettersOf(await host.JsonAsync($"au/{instant}/Resultats")));
        Assert.Equal(
            expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length.ToString(CultureInfo.InvariantCulture),
            await host.TextAsync($"au/{instant}/Resultats/$count"));
    }

    [Theory]
    [InlineData("2025-04-02T09:29:59.999Z", "deposee")]
    [InlineData("2025-04-02T09:30:00Z", "validee")]
    public async Task A_result_is_in_the_state_of_then(string instant, string state)
    {
        var row = await host.JsonAsync($"au/{instant}/Resultats(Annee=2024,Territoire='243300316',Indicateur='ENF-1')");
        Assert.Equal(state, row.GetProperty("Etat").GetString());
    }

    [Theory]
    [InlineData("au/2025-03-13T00:00:00Z/Remontees?$select=Etat,ValideeLe,LignesAttendues,LignesDonnees", """{"@odata.id":"Remontees(Annee=2024,Territoire='243300316')","Etat":"deposee","ValideeLe":null,"LignesAttendues":1,"LignesDonnees":1}""")]
    [InlineData("au/2025-03-20T08:00:00Z/Remontees?$select=Etat,ValideeLe,LignesAttendues,LignesDonnees&$top=1", """{"@odata.id":"Remontees(Annee=2024,Territoire='243300316')","Etat":"deposee","ValideeLe":null,"LignesAttendues":2,"LignesDonnees":2}""")]
    [InlineData("au/2025-03-20T07:59:59Z/Trajectoires?$select=Indicateur,T0,Cible", """{"@odata.id":"Trajectoires(Territoire='243300316',Indicateur='ENF-1',Annee=2024)","Indicateur":"ENF-1","T0":380,"Cible":400}""")]
    [InlineData("au/2024-06-01T07:59:59Z/Trajectoires?$select=Indicateur,T0,Cible", "")]
    [InlineData("au/2025-03-13T00:00:00Z/Contributions?$select=Rang,Retenu&$orderby=Rang desc&$top=1", """{"@odata.id":"Contributions(Annee=2024,Territoire='243300316',Indicateur='ENF-1',Rang=2)","Rang":2,"Retenu":10}""")]
    [InlineData("au/2025-03-13T00:00:00Z/Explications?$select=Regle", """{"@odata.id":"Explications(Annee=2024,Territoire='243300316',Indicateur='ENF-1',Rang=1)","Regle":"ENF1-SUITE"}""")]
    [InlineData("au/2025-03-12T00:00:00Z/Explications?$select=Regle", "")]
    [InlineData("au/2025-03-12T00:00:00Z/Axes?$select=Code&$top=1", """{"Code":"emploi"}""")]
    [InlineData("au/2025-03-12T00:00:00Z/Campagnes?$select=Annee&$top=1", """{"Annee":2024}""")]
    [InlineData("au/2025-03-13T00:00:00Z/Resultats?$select=Valeur&$filter=DimensionTerritoire/Nom eq 'Bordeaux Métropole' and Remontee/LignesAttendues eq 1&$top=1", """{"@odata.id":"Resultats(Annee=2024,Territoire='243300316',Indicateur='EMP-1')","Valeur":900.5}""")]
    public async Task Every_set_is_read_as_of_the_instant(string url, string rows)
    {
        var document = await host.TextAsync(url);
        Assert.EndsWith($"\"value\":[{rows}]}}", document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_is_read_under_the_root_stays_under_it()
    {
        const string root = "http://hote/odata/v1/au/2025-04-01T00:00:00%2B02:00/";
        Assert.StartsWith($$"""{"@odata.context":"{{root}}$metadata","value":[{"name":"Resultats",""", await host.TextAsync("au/2025-04-01T00:00:00%2B02:00"), StringComparison.Ordinal);
        Assert.Equal(await host.TextAsync("$metadata"), await host.TextAsync("au/2025-04-01T00:00:00%2B02:00/$metadata"));
        var page = await host.JsonAsync("au/2025-04-01T00:00:00%2B02:00/Resultats", ("Prefer", "maxpagesize=3"));
        Assert.Equal($"{root}$metadata#Resultats", page.GetProperty("@odata.context").GetString());
        var link = page.GetProperty("@odata.nextLink").GetString()!;
        Assert.StartsWith($"{root}Resultats?$skiptoken=", link, StringComparison.Ordinal);
        Assert.Equal("C", FeedData.LettersOf(await host.JsonAsync(link.Replace("http://hote/odata/v1/", "", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_batch_under_the_root_reads_the_instant_however_its_parts_are_addressed()
    {
        var path = new Uri(host.Root).AbsolutePath;
        foreach (var url in (string[])["Resultats/$count", $"{path}au/2025-03-13T00:00:00Z/Resultats/$count", $"{host.Root}au/2025-03-13T00:00:00Z/Resultats/$count"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, host.Root + "au/2025-03-13T00:00:00Z/$batch")
            {
                Content = new StringContent(
                    $$"""{"requests":[{"id":"1","method":"GET","url":"{{url}}"}]}""", System.Text.Encoding.UTF8, "application/json"),
            };
            request.Headers.Add("Accept", "application/json");
            using var response = await host.Client.SendAsync(request);
            var body = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
            Assert.Equal("2", body.GetProperty("responses")[0].GetProperty("body").ToString());
        }
    }

    [Theory]
    [InlineData("au/hier/Resultats", 400, "doit être un instant ISO 8601")]
    [InlineData("au/2025-04-01/Resultats", 400, "doit être un instant ISO 8601")]
    [InlineData("au/2025-04-01T00:00:00/Resultats", 400, "doit être un instant ISO 8601")]
    [InlineData("au//Resultats", 400, "doit être un instant ISO 8601")]
    [InlineData("au/9999-01-01T00:00:00Z/Resultats", 400, "dans l'avenir")]
    [InlineData("au/2025-04-01T00:00:00Z/au/2025-04-01T00:00:00Z/Resultats", 404, "n'existe pas")]
    [InlineData("au/2025-04-01T00:00:00Z/Inconnu", 404, "n'existe pas")]
    [InlineData("au", 404, "n'existe pas")]
    [InlineData("AU/2025-04-01T00:00:00Z/Resultats", 404, "n'existe pas")]
    public async Task An_instant_that_cannot_be_read_is_refused_as_elsewhere(string url, int status, string message)
    {
        var response = await host.SendAsync(url);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(message, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-04-01T11:59:50Z", null)]
    [InlineData("2025-04-01T11:59:50.001Z", "trop récent")]
    [InlineData("2025-04-01T12:00:00Z", "trop récent")]
    [InlineData("2025-04-01T12:00:00.001Z", "dans l'avenir")]
    public void An_instant_is_refused_until_no_write_dated_before_it_can_be_on_its_way(string instant, string? refusal)
    {
        var noon = new FakeTimeProvider(new DateTimeOffset(2025, 4, 1, 12, 0, 0, TimeSpan.Zero));
        var error = Record.Exception(() => ServiceRoot.Divide(new Uri("http://hote/odata/v1/"), $"au/{instant}/Resultats", noon));
        Assert.Equal(refusal is null, error is null);
        Assert.Contains(refusal ?? "", error?.Message ?? "", StringComparison.Ordinal);
    }
}
