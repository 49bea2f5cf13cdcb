using System.Text.Json;

namespace Reporting.ForeignClients.Tests.Npm;

/// <summary>A typed client that odata2ts generates from the model is compiled by TypeScript and reads the feed.</summary>
[Collection(LiveServices.Name)]
public sealed class GeneratedClientTests(LiveService service)
{
    [NeedsNpm]
    public async Task A_generated_client_compiles_and_reads_what_the_feed_writes()
    {
        var model = Path.Combine(NpmFolder.Path, "metadata.xml");
        await File.WriteAllTextAsync(model, await service.Client.GetStringAsync(new Uri(service.Root, "$metadata")));
        await NpmFolder.NodeAsync(
            "node_modules/@odata2ts/odata2ts/lib/run-cli.js", "-s", model, "-o", "generated", "-m", "all", "-e", "ts", "--service-name", "reporting");
        await NpmFolder.NodeAsync("node_modules/typescript/bin/tsc", "-p", ".");
        var read = JsonDocument.Parse(await NpmFolder.NodeAsync("built/client.js", service.Root.AbsoluteUri, service.Token)).RootElement;

        Assert.Equal(
            "DRO-1 DRO-2 DRO-3 DRO-4 DRO-5 DRO-6 DRO-7 DRO-8 EMP-1 EMP-2 EMP-3A EMP-3B EMP-3C ENF-1 ENF-2 ENF-3 ENF-4 TES-1 TES-2 TES-3",
            string.Join(' ', read.GetProperty("indicators").EnumerateArray()));

        var filtered = read.GetProperty("filtered").EnumerateArray().ToList();
        Assert.Equal(3, filtered.Count);
        Assert.Equal(filtered.Select(Territory).OrderDescending(StringComparer.Ordinal), filtered.Select(Territory));
        Assert.All(filtered, row => Assert.Equal("2024 ENF-1", $"{row.GetProperty("Annee")} {row.GetProperty("Indicateur")}"));
        Assert.Equal(
            await service.Client.GetStringAsync(new Uri(service.Root, "Resultats/$count?$filter=Annee eq 2024 and Indicateur eq 'ENF-1'")),
            read.GetProperty("count").ToString());

        var found = read.GetProperty("found");
        Assert.Equal(Territory(filtered[0]), Territory(found));
        Assert.Equal(filtered[0].GetProperty("Valeur").GetRawText(), found.GetProperty("Valeur").GetRawText());
        Assert.Equal(
            ["droits: DRO-8 DRO-7", "emploi: EMP-3C EMP-3B", "enfance: ENF-4 ENF-3", "transition: TES-3 TES-2"],
            read.GetProperty("within").EnumerateArray().Select(axis => axis.GetString()));
        Assert.All(read.GetProperty("named").EnumerateArray(), name => Assert.Contains("é", name.GetString(), StringComparison.Ordinal));
    }

    private static string Territory(JsonElement row) => row.GetProperty("Territoire").GetString()!;
}
