using System.Text.Json;

namespace Reporting.Api.Tests.Feed;

/// <summary>The names of options as version 4.01 lets clients write them, and the preferences of a client.</summary>
public class FeedOptionTests(SampleFeed host) : IClassFixture<SampleFeed>
{
    [Theory]
    [InlineData("Resultats?filter=Annee eq 2024&orderby=Valeur desc&top=2&skip=1&select=Annee,Territoire,Indicateur")]
    [InlineData("Resultats?$FILTER=Annee eq 2024&$OrderBy=Valeur desc&$Top=2&$sKip=1&$Select=Annee,Territoire,Indicateur")]
    [InlineData("Resultats?%24Filter=Annee eq 2024&OrderBy=Valeur desc&TOP=2&%73kip=1&Select=Annee,Territoire,Indicateur")]
    public async Task An_option_needs_no_dollar_and_no_particular_case(string url)
    {
        Assert.Equal(
            await host.TextAsync("Resultats?$filter=Annee eq 2024&$orderby=Valeur desc&$top=2&$skip=1&$select=Annee,Territoire,Indicateur"),
            await host.TextAsync(url));
    }

    [Fact]
    public async Task The_format_and_the_count_need_no_dollar_either()
    {
        Assert.Equal("""{"@odata.count":2,"value":[]}""", await host.TextAsync("Axes?count=true&top=0&format=application/json;odata.metadata=none"));
    }

    [Fact]
    public async Task A_next_link_keeps_options_as_they_were_written_and_replaces_what_was_read()
    {
        var link = (await host.JsonAsync("Resultats?Select=Annee,Territoire,Indicateur&TOP=4&Skip=1", ("Prefer", "maxpagesize=1")))
            .GetProperty("@odata.nextLink").GetString()!;
        Assert.StartsWith("http://hote/odata/v1/Resultats?Select=Annee,Territoire,Indicateur&$top=3&$skiptoken=", link, StringComparison.Ordinal);
        Assert.Equal(
            "D",
            FeedData.LettersOf(await host.JsonAsync(link.Replace("http://hote/odata/v1/", "", StringComparison.Ordinal))).Split(' ')[0]);
    }

    [Fact]
    public async Task Other_options_are_the_clients_own()
    {
        Assert.Equal(await host.TextAsync("Axes"), await host.TextAsync("Axes?cle=a&cle=b&Filtre=&x"));
    }

    [Theory]
    [InlineData("omit-values=nulls")]
    [InlineData("odata.omit-values=\"nulls\"")]
    public async Task Nulls_are_left_out_for_whoever_prefers_it(string preference)
    {
        var response = await host.SendAsync("Territoires?$select=Nom,CodeInsee&$top=2", null, ("Prefer", preference));
        Assert.Equal("omit-values=nulls", Assert.Single(response.Headers.GetValues("Preference-Applied")));
        Assert.EndsWith(
            """[{"@odata.id":"Territoires('200054807')","Nom":"Métropole d'Aix-Marseille-Provence"},{"@odata.id":"Territoires('211300553')","Nom":"Marseille","CodeInsee":"13055"}]}""",
            await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var entity = await host.JsonAsync("Territoires('243300316')", ("Prefer", preference));
        Assert.False(entity.TryGetProperty("CodeInsee", out _));
        Assert.Equal("Bordeaux Métropole", entity.GetProperty("Nom").GetString());
    }

    [Fact]
    public async Task Several_preferences_are_acknowledged_together()
    {
        var response = await host.SendAsync("Resultats", null,
            ("Prefer", "return=minimal, odata.omit-values=nulls; a=\"x, y;z\", respond-async"), ("Prefer", "odata.maxpagesize=1"));
        Assert.Equal(
            "omit-values=nulls,odata.maxpagesize=1",
            Assert.Single(response.Headers.GetValues("Preference-Applied")));
        var rows = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("value");
        Assert.False(Assert.Single(rows.EnumerateArray()).TryGetProperty("Cible", out _));
    }

    [Theory]
    [InlineData("omit-values=defaults")]
    [InlineData("include-annotations=\"-*\"")]
    [InlineData("odata.include-annotations=display.*, return=representation, wait=5")]
    [InlineData("x=\"omit-values=nulls\"")]
    [InlineData("odata.allow-entityreferences, callback; url=\"http://hote/\"")]
    [InlineData(",;=\"")]
    public async Task What_is_not_understood_is_not_acknowledged(string prefer)
    {
        var response = await host.SendAsync("Axes", null, ("Prefer", prefer));
        Assert.Equal(200, (int)response.StatusCode);
        Assert.False(response.Headers.Contains("Preference-Applied"));
        Assert.Equal(await (await host.SendAsync("Axes")).Content.ReadAsStringAsync(), await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_first_of_two_contradictory_preferences_counts()
    {
        var response = await host.SendAsync("Resultats", null, ("Prefer", "maxpagesize=2, odata.maxpagesize=3"));
        Assert.Equal("maxpagesize=2", Assert.Single(response.Headers.GetValues("Preference-Applied")));
    }
}
