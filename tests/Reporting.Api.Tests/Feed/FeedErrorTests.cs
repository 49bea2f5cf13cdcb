using System.Text.Json;

namespace Reporting.Api.Tests.Feed;

public class FeedErrorTests(SampleFeed host) : IClassFixture<SampleFeed>
{
    [Theory]
    [InlineData("Inconnu", 404)]
    [InlineData("resultats", 404)]
    [InlineData("Territoires('000000000')", 404)]
    [InlineData("Territoires('243300316 ')", 404)]
    [InlineData("Resultats(Annee=2023,Territoire='243300316',Indicateur='ENF-1')", 404)]
    [InlineData("Inconnu/$count", 404)]
    [InlineData("Axes('a')/Inconnu", 404)]
    [InlineData("Resultats(5)", 400)]
    [InlineData("Resultats(Annee=2024)", 400)]
    [InlineData("Resultats(Annee=2024,Territoire='a',Indicateur='b',Axe='c')", 400)]
    [InlineData("Territoires(5)", 400)]
    [InlineData("Territoires(null)", 400)]
    [InlineData("Territoires('a", 400)]
    [InlineData("Territoires/243300316", 400)]
    [InlineData("Resultats?$filter=Nope eq 1", 400)]
    [InlineData("Resultats?$filter=annee eq 2024", 400)]
    [InlineData("Resultats?$filter=Annee eq", 400)]
    [InlineData("Resultats?$filter=Annee eq 'x'", 400)]
    [InlineData("Resultats?$filter=Annee", 400)]
    [InlineData("Resultats?$filter=", 400)]
    [InlineData("Resultats?$filter=Valeur lt INF", 400)]
    [InlineData("Resultats?$filter=Valeur lt 1e400", 400)]
    [InlineData("Resultats?$filter=Annee lt NaN", 400)]
    [InlineData("Resultats?$filter=nope(Annee)", 400)]
    [InlineData("Resultats?$filter=DeposeLe ge 2024-13-01T00:00:00Z", 400)]
    [InlineData("Resultats?$filter=true&$filter=true", 400)]
    [InlineData("Resultats?$filter=true&%24filter=true", 400)]
    [InlineData("Resultats?$select=Nope", 400)]
    [InlineData("Resultats?$select=", 400)]
    [InlineData("Resultats?$orderby=Nope", 400)]
    [InlineData("Resultats?$orderby=Annee down", 400)]
    [InlineData("Resultats?$top=-1", 400)]
    [InlineData("Resultats?$top=x", 400)]
    [InlineData("Resultats?$top=1.5", 400)]
    [InlineData("Resultats?$top=99999999999999999999", 400)]
    [InlineData("Resultats?$skip=-1", 400)]
    [InlineData("Resultats?$count=peut-etre", 400)]
    [InlineData("Resultats?$nope=1", 400)]
    [InlineData("Resultats?$FILTER=", 400)]
    [InlineData("Resultats?filter=", 400)]
    [InlineData("Resultats?$filter=true&filter=true", 400)]
    [InlineData("Resultats?top=1&TOP=1", 400)]
    [InlineData("Resultats?@a=1&@a=2", 400)]
    [InlineData("Axes('emploi')/Libelle?$select=Code", 400)]
    [InlineData("Axes('emploi')/Libelle/$value?$format=json", 400)]
    [InlineData("Axes('absent')/Libelle", 404)]
    [InlineData("Axes('absent')/Libelle/$value", 404)]
    [InlineData("Axes('emploi')/libelle", 404)]
    [InlineData("Resultats?$skiptoken=abc", 400)]
    [InlineData("Resultats?$skiptoken=W10", 400)]
    [InlineData("Resultats/$count?$top=1", 400)]
    [InlineData("?$filter=true", 400)]
    [InlineData("$metadata?$top=1", 400)]
    [InlineData("Axes('emploi')?$filter=true", 400)]
    [InlineData("Resultats?$expand=Territoire", 400)]
    [InlineData("Resultats?$expand=Inconnu", 400)]
    [InlineData("Resultats?$expand=", 400)]
    [InlineData("Resultats?$expand=DimensionAxe($select=Inconnu)", 400)]
    [InlineData("Resultats?$expand=DimensionAxe($inconnu=1)", 400)]
    [InlineData("Resultats?$expand=DimensionAxe(", 400)]
    [InlineData("Resultats?$expand=DimensionAxe($filter=Ordre eq 1)", 400)]
    [InlineData("Resultats?$expand=DimensionAxe($top=1)", 400)]
    [InlineData("Resultats?$expand=DimensionAxe($orderby=Ordre)", 400)]
    [InlineData("Resultats?$expand=DimensionAxe($count=true)", 400)]
    [InlineData("Resultats?$expand=DimensionAxe/Ordre", 400)]
    [InlineData("Resultats/$count?$expand=DimensionAxe", 400)]
    [InlineData("Axes('emploi')/Libelle?$expand=Indicateurs", 400)]
    [InlineData("Resultats?$expand=DimensionAxe($levels=2)", 400)]
    [InlineData("Axes('absent')?$expand=Resultats", 404)]
    [InlineData("Resultats?$apply=concat(identity,identity)", 501)]
    [InlineData("Resultats?$deltatoken=1", 501)]
    [InlineData("Resultats?DeltaToken=1", 501)]
    [InlineData("Resultats?$schemaversion=*", 501)]
    [InlineData("Resultats?$index=1", 501)]
    [InlineData("Resultats?$filter=Annee in @a&@a=[2024]", 400)]
    [InlineData("Resultats?$filter=Annee eq @a&@a=@a", 400)]
    [InlineData("Resultats?$filter=@a&@a=5", 400)]
    [InlineData("Resultats?$filter=Valeur add INF gt 1", 400)]
    [InlineData("Resultats?$filter=Valeur mul 1e300 gt 1", 400)]
    [InlineData("Resultats?$filter=Annee mul 99999999999 gt 1", 400)]
    [InlineData("Resultats?$filter=Valeur mul Valeur mul Valeur gt 1", 400)]
    [InlineData("Resultats?$filter=Annee divby 2 gt 1", 400)]
    [InlineData("Resultats?$filter=matchesPattern(Nature,'M')", 501)]
    [InlineData("Resultats?$filter=time(DeposeLe) gt 12:00:00", 501)]
    [InlineData("Resultats?$filter=DeposeLe add duration'P1D' gt now()", 501)]
    [InlineData("Resultats?$filter=cast(Valeur,'Edm.String') eq '1'", 501)]
    [InlineData("Resultats?$orderby=Commentaire", 501)]
    [InlineData("Resultats?$orderby=toupper(Commentaire)", 501)]
    [InlineData("Resultats?$compute=Valeur mul 2 as Annee", 400)]
    [InlineData("Resultats?$compute=Valeur mul 2 as DimensionAxe", 400)]
    [InlineData("Axes('emploi')?$compute=Ordre add 1 as Code", 400)]
    [InlineData("Axes('absent')?$compute=Ordre add 1 as O", 404)]
    [InlineData("Axes('emploi')/Libelle?$compute=Ordre add 1 as O", 400)]
    [InlineData("Resultats?$compute=Valeur mul 2", 400)]
    [InlineData("Resultats?$compute=Valeur mul 2 as X&$filter=X eq 'a'", 400)]
    [InlineData("Resultats?$compute=Valeur mul 2 as X&$select=Y", 400)]
    [InlineData("Resultats?$compute=null as X", 501)]
    [InlineData("Resultats?$search=a;b", 400)]
    [InlineData("Resultats?$search=\"a b-1", 400)]
    [InlineData("Resultats?$search=a-b)", 400)]
    [InlineData("Campagnes('vingt')", 400)]
    [InlineData("Campagnes('2023')", 404)]
    [InlineData("Territoires(@t)", 400)]
    [InlineData("Territoires(@t)?@t=@u&@u='243300316'", 400)]
    [InlineData("Territoires(@t)?@t=243300316", 400)]
    [InlineData("Territoires(@t)?@t=null", 400)]
    [InlineData("Territoires(@t)?@t=", 400)]
    [InlineData("Territoires(@t)?@t='000000000'", 404)]
    [InlineData("Resultats?$search=", 400)]
    [InlineData("$crossjoin(Axes,Campagnes)", 501)]
    [InlineData("$all", 501)]
    [InlineData("$entity?$id=Axes('emploi')", 501)]
    [InlineData("Axes('emploi')/$value", 501)]
    [InlineData("Axes/$ref?$select=Code", 400)]
    [InlineData("Axes/$ref?$expand=Indicateurs", 400)]
    [InlineData("Axes/$ref?$apply=aggregate($count as N)", 400)]
    [InlineData("Axes('emploi')/$ref?$filter=true", 400)]
    [InlineData("Axes('emploi')/Libelle/$ref", 404)]
    [InlineData("Axes('absent')/$ref", 404)]
    [InlineData("Axes/$count/$ref", 404)]
    [InlineData("$metadata/$ref", 404)]
    [InlineData("$ref", 404)]
    [InlineData("Axes/$ref/$count", 404)]
    [InlineData("Axes/$ref('emploi')", 400)]
    [InlineData("Axes('absent')/Indicateurs/$ref", 404)]
    [InlineData("Axes/Reporting.Axe", 501)]
    public async Task What_is_wrong_is_400_what_is_not_there_is_404_and_what_is_not_built_is_501(string url, int status)
    {
        var response = await host.SendAsync(url);

        var body = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode} {body}");
        Assert.Equal("4.0", Assert.Single(response.Headers.GetValues("OData-Version")));
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        var error = JsonDocument.Parse(body).RootElement.GetProperty("error");
        Assert.NotEmpty(error.GetProperty("code").GetString()!);
        Assert.EndsWith(".", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_error_says_in_French_what_is_wrong()
    {
        var response = await host.SendAsync("Resultats?$deltatoken=1");
        Assert.Equal(
            """{"error":{"code":"non-pris-en-charge","message":"L'option $deltatoken n'est pas pris en charge."}}""",
            await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task The_feed_is_read_only(string method)
    {
        foreach (var url in (string[])["", "Resultats", "Axes('emploi')"])
        {
            var response = await host.SendAsync(url, new HttpMethod(method));
            Assert.Equal(405, (int)response.StatusCode);
            Assert.Equal("GET, HEAD", string.Join(", ", response.Content.Headers.Allow));
            Assert.Equal("4.0", Assert.Single(response.Headers.GetValues("OData-Version")));
        }
    }

    [Theory]
    [InlineData("", "application/atomsvc+xml")]
    [InlineData("Resultats", "application/xml")]
    [InlineData("Resultats", "application/json;odata=verbose")]
    [InlineData("Resultats", "application/json;q=0")]
    [InlineData("Resultats", "application/json;charset=iso-8859-1")]
    [InlineData("Resultats", "n'importe quoi")]
    [InlineData("Resultats?$format=atom", "application/json")]
    [InlineData("Resultats?$format=xml", "application/json")]
    [InlineData("Axes('emploi')", "text/html")]
    [InlineData("$metadata", "text/html")]
    [InlineData("$metadata?$format=atom", "application/xml")]
    [InlineData("Axes('emploi')/Libelle", "application/xml")]
    public async Task A_format_that_is_not_available_is_406(string url, string accept)
    {
        var response = await host.SendAsync(url, null, ("Accept", accept));
        Assert.Equal(406, (int)response.StatusCode);
        Assert.Contains("format-non-disponible", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4.0", 200)]
    [InlineData("4.01", 200)]
    [InlineData("9.9", 200)]
    [InlineData("3.0", 400)]
    [InlineData("", 400)]
    [InlineData("quatre", 400)]
    public async Task A_client_that_cannot_read_version_4_is_told(string version, int status)
    {
        Assert.Equal(status, (int)(await host.SendAsync("Axes", null, ("OData-MaxVersion", version))).StatusCode);
    }

    [Theory]
    [InlineData("4.0", 200)]
    [InlineData("4.01", 200)]
    [InlineData("3.0", 400)]
    [InlineData("5.0", 400)]
    public async Task A_request_may_speak_of_4_0_and_4_01(string version, int status)
    {
        Assert.Equal(status, (int)(await host.SendAsync("Axes", null, ("OData-Version", version))).StatusCode);
    }

    [Theory]
    [InlineData(200, "(", "Annee eq 2024", ")")]
    [InlineData(1200, "not ", "Fictif", "")]
    [InlineData(900, "true or ", "true", "")]
    [InlineData(900, "true eq ", "true", "")]
    [InlineData(300, "not ", "contains(Nom,'a')", "")]
    public async Task A_filter_that_is_too_deep_or_too_long_is_400(int times, string before, string inner, string after)
    {
        var filter = string.Concat(Enumerable.Repeat(before, times)) + inner + string.Concat(Enumerable.Repeat(after, times));
        var set = inner.Contains("Nom", StringComparison.Ordinal) ? "Territoires" : "Resultats";
        Assert.Equal(400, (int)(await host.SendAsync($"{set}?$filter={filter.Replace(' ', '+')}")).StatusCode);
    }

    [Fact]
    public async Task A_URL_of_more_than_8000_characters_is_400()
    {
        var response = await host.SendAsync($"Axes?cle={new string('x', 7992)}");
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("requete-trop-complexe", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(200, (int)(await host.SendAsync($"Axes?cle={new string('x', 7991)}")).StatusCode);
    }
}
