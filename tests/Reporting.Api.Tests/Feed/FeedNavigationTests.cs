namespace Reporting.Api.Tests.Feed;

/// <summary>What is reached from an entity by its navigation properties.</summary>
public class FeedNavigationTests(SampleFeed host) : IClassFixture<SampleFeed>
{
    private const string A = "Resultats(Annee=2024,Territoire='243300316',Indicateur='ENF-1')";

    [Theory]
    [InlineData("Territoires('243300316')/Resultats", "B A E")]
    [InlineData("Territoires('243300316')/Resultats?$filter=Annee eq 2024&$orderby=Valeur&$top=1", "A")]
    [InlineData("Axes('enfance')/Resultats?$skip=1", "C E")]
    [InlineData("Campagnes(2025)/Resultats", "E")]
    [InlineData("Territoires('200054807')/Resultats", "")]
    [InlineData(A + "/DimensionIndicateur/Resultats", "A C E")]
    [InlineData(A + "/Remontee/Resultats", "B A")]
    [InlineData("Territoires('243300316')/Remontees(Annee=2024,Territoire='243300316')/Resultats", "B A")]
    [InlineData("au/2025-03-13T00:00:00Z/Indicateurs('ENF-1')/Resultats", "A")]
    public async Task A_collection_holds_the_rows_that_refer_to_its_entity(string url, string expected)
    {
        var document = await host.JsonAsync(url);
        Assert.Equal(expected, FeedData.LettersOf(document));
        Assert.EndsWith("$metadata#Resultats", document.GetProperty("@odata.context").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Axes('enfance')/Resultats/$count", "3")]
    [InlineData("Axes('enfance')/Resultats/$count?$filter=Valeur gt 400", "2")]
    [InlineData(A + "/Contributions/$count", "2")]
    [InlineData(A + "/DimensionTerritoire/Nom/$value", "Bordeaux Métropole")]
    public async Task What_is_reached_is_counted_and_read_as_text(string url, string expected)
    {
        Assert.Equal(expected, await host.TextAsync(url));
    }

    [Theory]
    [InlineData(A + "/DimensionAxe",
        """{"@odata.context":"http://hote/odata/v1/$metadata#Axes/$entity","Code":"enfance","Libelle":"Prévenir la pauvreté dès l'enfance","Ordre":1}""")]
    [InlineData(A + "/DimensionIndicateur/DimensionAxe?$select=Ordre",
        """{"@odata.context":"http://hote/odata/v1/$metadata#Axes(Ordre)/$entity","@odata.id":"Axes('enfance')","Ordre":1}""")]
    [InlineData(A + "/DimensionTerritoire/Nom",
        """{"@odata.context":"http://hote/odata/v1/$metadata#Territoires('243300316')/Nom","value":"Bordeaux Métropole"}""")]
    [InlineData(A + "/Contributions(Annee=2024,Territoire='243300316',Indicateur='ENF-1',Rang=2)/Retenu",
        """{"@odata.context":"http://hote/odata/v1/$metadata#Contributions(Annee=2024,Territoire='243300316',Indicateur='ENF-1',Rang=2)/Retenu","value":10}""")]
    [InlineData("Axes('emploi')/Indicateurs('EMP-1')?$select=Code",
        """{"@odata.context":"http://hote/odata/v1/$metadata#Indicateurs(Code)/$entity","Code":"EMP-1"}""")]
    public async Task One_row_is_an_entity_of_its_own_set(string url, string expected)
    {
        Assert.Equal(expected, await host.TextAsync(url));
    }

    [Theory]
    [InlineData("Territoires('243300316')/TerritoireContenant", 204)]
    [InlineData("Territoires('243300316')/TerritoireContenant/Nom", 404)]
    [InlineData("Territoires('243300316')/TerritoireContenant/Resultats", 404)]
    [InlineData("Territoires('000000000')/Resultats", 404)]
    [InlineData("Territoires('000000000')/Resultats/$count", 404)]
    [InlineData("Axes('emploi')/Indicateurs('ENF-1')", 404)]
    [InlineData("Axes('emploi')/Inconnu", 404)]
    [InlineData("Territoires('243300316')/TerritoireContenant/$ref", 204)]
    [InlineData("Axes/Indicateurs", 400)]
    [InlineData(A + "/DimensionIndicateur/DimensionAxe?$filter=true", 400)]
    [InlineData(A + "/Contributions(Annee=2024)", 400)]
    public async Task What_is_not_there_is_told_apart_from_what_is_empty(string url, int status)
    {
        var response = await host.SendAsync(url);
        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }

    [Fact]
    public async Task A_path_may_follow_five_navigations_and_no_more()
    {
        var four = string.Concat(Enumerable.Repeat("/DimensionAxe/Indicateurs('ENF-1')", 2));
        Assert.Equal(200, (int)(await host.SendAsync($"Indicateurs('ENF-1'){four}/Resultats")).StatusCode);
        Assert.Equal(400, (int)(await host.SendAsync($"Indicateurs('ENF-1'){four}/DimensionAxe/Indicateurs")).StatusCode);
    }

    [Fact]
    public async Task The_pages_of_a_collection_follow_its_path()
    {
        var page = await host.JsonAsync("Territoires('243300316')/Resultats", ("Prefer", "maxpagesize=2"));
        Assert.Equal("B A", FeedData.LettersOf(page));
        var link = page.GetProperty("@odata.nextLink").GetString()!;
        Assert.StartsWith("http://hote/odata/v1/Territoires('243300316')/Resultats?$skiptoken=", link, StringComparison.Ordinal);
        Assert.Equal("E", FeedData.LettersOf(await host.JsonAsync(link.Replace("http://hote/odata/v1/", "", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_navigation_that_is_selected_shows_as_a_link_where_links_show()
    {
        Assert.Equal(
            """{"@odata.context":"http://hote/odata/v1/$metadata#Indicateurs(Code,DimensionAxe)/$entity","Code":"ENF-1"}""",
            await host.TextAsync("Indicateurs('ENF-1')?$select=Code,DimensionAxe"));
        var full = await host.JsonAsync("Indicateurs('ENF-1')?$select=Code,DimensionAxe", ("Accept", "application/json;odata.metadata=full"));
        Assert.Equal("Indicateurs('ENF-1')/DimensionAxe", full.GetProperty("DimensionAxe@odata.navigationLink").GetString());
        Assert.False(full.TryGetProperty("Resultats@odata.navigationLink", out _));
    }
}
