using System.Text.Json;

namespace Reporting.ForeignClients.Tests.Browser;

/// <summary>UI5's ODataModel (v4) lists, filters, sorts and pages the feed, by batches as it does by default and without them.</summary>
[Collection(LiveServices.Name)]
public sealed class Ui5Tests(LiveService service)
{
    [NeedsChromium]
    [InlineData("$auto")]
    [InlineData("$direct")]
    public async Task The_model_of_UI5_reads_the_feed(string group)
    {
        await using var server = await PageServer.StartAsync();
        var read = await server.RunAsync(
            $"/ui5.html?racine={Uri.EscapeDataString(service.Root.AbsoluteUri)}&jeton={service.Token}&groupe={group}");
        Assert.False(read.TryGetProperty("fault", out var fault), fault.ToString());

        Assert.Equal("droits emploi enfance transition", Join(read.GetProperty("axes"), "Code"));

        var filtered = read.GetProperty("filtered").EnumerateArray().ToList();
        Assert.Equal(5, filtered.Count);
        Assert.All(filtered, row => Assert.Equal("2024 ENF-1", $"{row.GetProperty("Annee")} {row.GetProperty("Indicateur")}"));
        Assert.Equal(
            filtered.Select(Territory).OrderDescending(StringComparer.Ordinal), filtered.Select(Territory));

        var pages = read.GetProperty("pages");
        Assert.Equal(await FirstTerritoriesAsync(8), $"{Join(pages[0], "Siren")} {Join(pages[1], "Siren")}");

        Assert.Equal("Amplifier la politique d'accès à l'emploi pour tous", read.GetProperty("axis").GetProperty("Libelle").GetString());
        Assert.Equal("Amplifier la politique d'accès à l'emploi pour tous", read.GetProperty("label").GetString());
        Assert.Contains("$filter", read.GetProperty("failed").GetString(), StringComparison.Ordinal);
    }

    private async Task<string> FirstTerritoriesAsync(int count)
    {
        var text = await service.Client.GetStringAsync(new Uri(service.Root, $"Territoires?$select=Siren&$top={count}"));
        return Join(JsonDocument.Parse(text).RootElement.GetProperty("value"), "Siren");
    }

    private static string Join(JsonElement rows, string property) =>
        string.Join(' ', rows.EnumerateArray().Select(row => row.GetProperty(property).GetString()));

    private static string Territory(JsonElement row) => row.GetProperty("Territoire").GetString()!;
}
