using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.OData.Edm;
using Reporting.Api.Feed.Model;
using Reporting.Api.Tests.Hosting;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.ReaderKeys;

/// <summary>The feed as a key of one territory reads it, whichever way it asks.</summary>
public sealed class LimitedFeedTests : IAsyncLifetime
{
    private const string Toulouse = "243100518";

    private RunningService Service { get; } = new(sampleData: true);

    private HttpClient National { get; set; } = null!;

    private HttpClient Limited { get; set; } = null!;

    public async Task InitializeAsync()
    {
        National = await ReaderAsync("""{ "libelle": "Nation" }""");
        Limited = await ReaderAsync($$"""{ "libelle": "Toulouse", "territoires": ["{{Toulouse}}"] }""");
    }

    public async Task DisposeAsync()
    {
        National.Dispose();
        Limited.Dispose();
        await Service.DisposeAsync();
    }

    [Fact]
    public async Task Every_set_that_tells_of_territories_holds_its_rows_alone()
    {
        var sets = FeedModel.Instance.EntityContainer.EntitySets().ToList();
        var limited = sets.Where(set => set.EntityType.FindProperty("Territoire") is not null).ToList();
        Assert.Contains(limited, set => set.Name == "Resultats");
        foreach (var set in limited)
        {
            var rows = (await JsonAsync(Limited, $"{set.Name}?$select=Territoire")).GetProperty("value").EnumerateArray().ToList();
            Assert.NotEmpty(rows);
            Assert.All(rows, row => Assert.Equal(Toulouse, row.GetProperty("Territoire").GetString()));
            Assert.Equal($"{rows.Count}", await TextAsync(Limited, $"{set.Name}/$count"));
            Assert.Equal($"{rows.Count}", await TextAsync(National, $"{set.Name}/$count?$filter=Territoire eq '{Toulouse}'"));
        }

        foreach (var set in sets.Except(limited))
        {
            Assert.Equal(await TextAsync(National, $"{set.Name}/$count"), await TextAsync(Limited, $"{set.Name}/$count"));
        }
    }

    [Theory]
    [InlineData("Resultats/$count?$filter=Territoire eq '243300316'")]
    [InlineData("Resultats/$count?$filter=Territoire eq '243300316' or contains(Territoire,'2433')")]
    [InlineData("Territoires/$count?$filter=Resultats/any(r:r/Territoire eq '243300316')")]
    public async Task No_question_finds_another_territory(string question)
    {
        Assert.NotEqual("0", await TextAsync(National, question));
        Assert.Equal("0", await TextAsync(Limited, question));
    }

    [Fact]
    public async Task A_row_of_another_territory_is_not_there()
    {
        const string other = "Resultats(Annee=2024,Territoire='243300316',Indicateur='DRO-5')";
        Assert.Equal(HttpStatusCode.OK, (await National.GetAsync(Of($"/odata/v1/{other}"))).StatusCode);
        using var foreign = await Limited.GetAsync(Of($"/odata/v1/{other}"));
        using var absent = await Limited.GetAsync(Of("/odata/v1/Resultats(Annee=2024,Territoire='123456789',Indicateur='DRO-5')"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (foreign.StatusCode, absent.StatusCode));
        Assert.Equal(await absent.Content.ReadAsStringAsync(), await foreign.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("Contributions?$expand=Resultat($expand=Remontee),DimensionTerritoire")]
    [InlineData("Resultats?$select=Valeur,Territoire&$expand=Remontee,DimensionTerritoire($select=Nom)")]
    public async Task What_is_expanded_is_that_of_its_rows_alone(string url)
    {
        var limited = (await JsonAsync(Limited, url)).GetProperty("value").EnumerateArray().Select(row => row.GetRawText()).ToList();
        Assert.NotEmpty(limited);
        Assert.Equal(
            (await JsonAsync(National, $"{url}&$filter=Territoire eq '{Toulouse}'")).GetProperty("value").EnumerateArray().Select(row => row.GetRawText()),
            limited);
    }

    [Theory]
    [InlineData("Axes", "Resultats")]
    [InlineData("Indicateurs", "Trajectoires")]
    [InlineData("Campagnes", "Contributions")]
    [InlineData("Territoires", "Remontees")]
    public async Task A_collection_within_what_is_everybody_s_holds_its_rows_alone(string set, string navigation)
    {
        var rows = (await JsonAsync(Limited, $"{set}?$expand={navigation}($select=Territoire;$count=true)")).GetProperty("value").EnumerateArray().ToList();
        var within = rows.SelectMany(row => row.GetProperty(navigation).EnumerateArray()).ToList();
        Assert.NotEmpty(within);
        Assert.All(within, row => Assert.Equal(Toulouse, row.GetProperty("Territoire").GetString()));
        Assert.All(rows, row => Assert.Equal(row.GetProperty(navigation).GetArrayLength(), row.GetProperty($"{navigation}@odata.count").GetInt32()));
        var counted = (await JsonAsync(Limited, $"{set}?$expand={navigation}/$count")).GetProperty("value").EnumerateArray();
        Assert.Equal(within.Count, counted.Sum(row => row.GetProperty($"{navigation}@odata.count").GetInt32()));
    }

    [Fact]
    public async Task What_one_reader_has_is_not_what_the_other_would_get()
    {
        using var national = await National.GetAsync(Of("/odata/v1/Resultats"));
        using var request = new HttpRequestMessage(HttpMethod.Get, Of("/odata/v1/Resultats"));
        request.Headers.Add("If-None-Match", national.Headers.ETag!.ToString());
        using var limited = await Limited.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, limited.StatusCode);
        Assert.NotEqual(national.Headers.ETag, limited.Headers.ETag);
    }

    private async Task<HttpClient> ReaderAsync(string body)
    {
        using var dgcs = await Service.ClientAsync("dgcs");
        using var created = await dgcs.PostAsync(Of("/v1/cles-de-lecture"), RunningService.Json(body));
        var key = (await ReadAsync(created)).GetProperty("cle").GetString();
        var client = await Service.ClientAsync();
        client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"lecteur:{key}")));
        return client;
    }

    private static async Task<JsonElement> JsonAsync(HttpClient client, string path) => await ReadAsync(await client.GetAsync(Of($"/odata/v1/{path}")));

    private static async Task<string> TextAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(Of($"/odata/v1/{path}"));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {text}");
        return text;
    }
}
