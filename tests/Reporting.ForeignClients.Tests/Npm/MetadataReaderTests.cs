using System.Text.Json;

namespace Reporting.ForeignClients.Tests.Npm;

/// <summary>The model in both formats, through odata-csdl, odata-openapi and @sap-ux/edmx-parser.</summary>
[Collection(LiveServices.Name)]
public sealed class MetadataReaderTests(LiveService service)
{
    [NeedsNpm]
    public async Task Three_readers_of_CSDL_find_one_model_in_both_formats()
    {
        var found = JsonDocument.Parse(await NpmFolder.NodeAsync("validate.mjs", service.Root.AbsoluteUri, service.Token)).RootElement;

        Assert.Equal(0, found.GetProperty("messages").GetArrayLength());
        Assert.Equal(found.GetProperty("xml").GetRawText(), found.GetProperty("json").GetRawText());
        Assert.Equal(found.GetProperty("paths").GetRawText(), found.GetProperty("pathsOfJson").GetRawText());
        Assert.Equal("3.0.2", found.GetProperty("openapi").GetString());

        var document = await service.Client.GetStringAsync(service.Root);
        var sets = JsonDocument.Parse(document).RootElement.GetProperty("value").EnumerateArray()
            .Select(set => set.GetProperty("name").GetString()!).ToList();
        Assert.Equal(sets, Texts(found.GetProperty("sets")));
        Assert.Empty(sets.Select(set => $"/{set}").Except(Texts(found.GetProperty("paths"))));
        Assert.Equal(["Annee", "Territoire", "Indicateur"], Texts(found.GetProperty("keys").GetProperty("Resultat")));
        Assert.Contains("Cible:Edm.Decimal?", Texts(found.GetProperty("xml").GetProperty("Resultat")));
    }

    private static List<string> Texts(JsonElement array) => [.. array.EnumerateArray().Select(text => text.GetString()!)];
}
