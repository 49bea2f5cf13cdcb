namespace Reporting.Api.Tests.Feed;

/// <summary>Keys by the alias of a parameter, and numbers of theirs that are written as texts.</summary>
public class FeedKeyAliasTests(SampleFeed host) : IClassFixture<SampleFeed>
{
    private const string Key = "Annee=2024,Territoire='243300316',Indicateur='EMP-1'";

    [Theory]
    [InlineData("Territoires(@t)?@t='243300316'", "Territoires('243300316')")]
    [InlineData("Territoires(Siren=@t)?@t='243300316'", "Territoires('243300316')")]
    [InlineData("Territoires(%40t)?%40t='243300316'", "Territoires('243300316')")]
    [InlineData("Territoires(@t)/Nom?@t='243300316'", "Territoires('243300316')/Nom")]
    [InlineData("Territoires(@t)/Nom/$value?@t='243300316'", "Territoires('243300316')/Nom/$value")]
    [InlineData("Territoires(@t)/Resultats?@t='243300316'", "Territoires('243300316')/Resultats")]
    [InlineData("Territoires(@t)/Resultats/$count?@t='243300316'", "Territoires('243300316')/Resultats/$count")]
    [InlineData("Territoires(@t)/Resultats?$filter=Annee eq @a&@t='243300316'&@a=2024", "Territoires('243300316')/Resultats?$filter=Annee eq 2024")]
    [InlineData("Resultats(Annee=@a,Territoire=@t,Indicateur='EMP-1')?@t='243300316'&@a=2024", $"Resultats({Key})")]
    [InlineData("Resultats(Annee=@a,Territoire=@t,Indicateur='EMP-1')/DimensionAxe?@t='243300316'&@a='2024'", $"Resultats({Key})/DimensionAxe")]
    [InlineData("Campagnes('2025')", "Campagnes(2025)")]
    [InlineData("Campagnes(Annee='2025')", "Campagnes(2025)")]
    public async Task What_stands_for_a_part_of_a_key_is_read_as_it(string url, string plain)
    {
        var none = ("Accept", plain.Contains('$', StringComparison.Ordinal) ? "*/*" : "application/json;odata.metadata=none");
        Assert.Equal(await host.TextAsync(plain, none), await host.TextAsync(url, none));
    }

    [Fact]
    public async Task The_links_of_what_an_alias_leads_to_lead_on()
    {
        var page = await host.JsonAsync("Territoires(@t)/Resultats?@t='243300316'&$select=Annee,Indicateur", ("Prefer", "maxpagesize=2"));
        var next = page.GetProperty("@odata.nextLink").GetString()!;
        Assert.Equal(1, (await host.JsonAsync(next.Replace("http://hote/odata/v1/", "", StringComparison.Ordinal))).GetProperty("value").GetArrayLength());
    }

    [Fact]
    public async Task An_alias_that_is_missing_is_named()
    {
        var response = await host.SendAsync("Territoires(@t)");
        Assert.Equal(
            """{"error":{"code":"requete-mal-formee","message":"L'alias @t, dont une clé se sert, n'a pas de valeur."}}""",
            await response.Content.ReadAsStringAsync());
    }
}
