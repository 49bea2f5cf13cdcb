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
        Assert.Equal(
            await FirstIndicatorsAsync(),
            read.GetProperty("within").EnumerateArray().Select(axis =>
                $"{axis.GetProperty("Code")} {axis.GetProperty("Indicateurs@odata.count")} {Join(axis.GetProperty("Indicateurs"), "Code")}"));
        Assert.Equal("EMP-1 EMP-2 EMP-3A EMP-3B EMP-3C", string.Join(' ', read.GetProperty("relative").EnumerateArray()));
        Assert.Contains("$filter", read.GetProperty("failed").GetString(), StringComparison.Ordinal);
    }

    /// <summary>For each axis, its indicators but the first of all, which the service is asked for one by one.</summary>
    private async Task<List<string>> FirstIndicatorsAsync()
    {
        var axes = new List<string>();
        foreach (var axis in (string[])["droits", "emploi", "enfance", "transition"])
        {
            var text = await service.Client.GetStringAsync(new Uri(service.Root, $"Axes('{axis}')/Indicateurs?$filter=Ordre gt 1&$orderby=Ordre desc&$count=true"));
            var document = JsonDocument.Parse(text).RootElement;
            axes.Add($"{axis} {document.GetProperty("@odata.count")} {Join(document.GetProperty("value"), "Code")}");
        }

        return axes;
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
