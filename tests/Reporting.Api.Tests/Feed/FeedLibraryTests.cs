using Microsoft.Extensions.DependencyInjection;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.Json;
using Microsoft.OData.UriParser;
using Reporting.Api.Feed.Model;

namespace Reporting.Api.Tests.Feed;

/// <summary>Microsoft's library reads what the feed writes, and would have written the same.</summary>
public class FeedLibraryTests(SampleFeed host) : IClassFixture<SampleFeed>
{
    [Theory]
    [InlineData("Resultats", 5, "minimal")]
    [InlineData("Contributions", 5, "minimal")]
    [InlineData("Contributions", 5, "full")]
    [InlineData("Explications", 2, "minimal")]
    [InlineData("Trajectoires", 2, "full")]
    [InlineData("Remontees", 3, "minimal")]
    [InlineData("Resultats", 5, "full")]
    [InlineData("Territoires", 4, "minimal")]
    [InlineData("Territoires", 4, "full")]
    [InlineData("Indicateurs", 2, "minimal")]
    [InlineData("Axes", 2, "minimal")]
    [InlineData("Campagnes", 2, "minimal")]
    [InlineData("Resultats?$select=Valeur,DeposeLe&$filter=Fictif&$count=true", 2, "minimal")]
    public async Task A_set_is_read_with_every_property_of_its_type(string url, int rows, string level)
    {
        var (set, resources) = await ReadAsync(url, level);
        Assert.Equal(rows, resources.Count);
        Assert.Equal(url.Contains("$count", StringComparison.Ordinal) ? 2 : null, set.Count);
        var type = FeedModel.Instance.FindDeclaredEntitySet(url.Split('?')[0]).EntityType;
        var expected = url.Contains("$select", StringComparison.Ordinal)
            ? ["Valeur", "DeposeLe"]
            : type.StructuralProperties().Select(property => property.Name);
        Assert.All(resources, row =>
        {
            Assert.Equal(type.FullTypeName(), row.TypeName);
            Assert.Equal(expected, row.Properties.Select(property => property.Name));
        });
    }

    [Theory]
    [InlineData("Resultats", "minimal")]
    [InlineData("Contributions", "minimal")]
    [InlineData("Remontees", "full")]
    [InlineData("Trajectoires", "minimal")]
    [InlineData("Explications", "minimal")]
    [InlineData("Resultats", "full")]
    [InlineData("Resultats", "none")]
    [InlineData("Resultats", "minimal;IEEE754Compatible=true")]
    [InlineData("Resultats?$count=true", "minimal;IEEE754Compatible=true")]
    [InlineData("Resultats?$select=Commentaire,Valeur,Annee", "minimal")]
    [InlineData("Territoires?$count=true", "minimal")]
    [InlineData("Territoires", "full")]
    [InlineData("Campagnes", "minimal")]
    public async Task The_library_would_have_written_the_same_characters(string url, string level)
    {
        var (set, rows) = await ReadAsync(url, level.StartsWith("full", StringComparison.Ordinal) ? "full" : "minimal");
        var text = await host.SendAsync(url, null, ("Accept", $"application/json;odata.metadata={level}"));
        Assert.Equal(Write(url, level, set, rows), await text.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("Indicateurs?$expand=DimensionAxe", "Axe(Code,Libelle,Ordre) Indicateur(Code,Axe,Libelle,Unite,Periode,Ordre) Axe(Code,Libelle,Ordre) Indicateur(Code,Axe,Libelle,Unite,Periode,Ordre)")]
    [InlineData("Indicateurs?$select=Ordre&$expand=DimensionAxe&$top=1", "Axe(Code,Libelle,Ordre) Indicateur(Ordre)")]
    [InlineData("Indicateurs?$select=Ordre,DimensionAxe&$expand=DimensionAxe($select=Code)&$top=1", "Axe(Code) Indicateur(Ordre)")]
    [InlineData("Resultats?$select=Valeur&$top=1&$expand=DimensionIndicateur($select=Code;$expand=DimensionAxe),Remontee($select=Etat,DeposeLe)", "Axe(Code,Libelle,Ordre) Indicateur(Code) Remontee(Etat,DeposeLe) Resultat(Valeur)")]
    [InlineData("Territoires?$select=Nom&$top=1&$expand=TerritoireContenant", "null Territoire(Nom)")]
    [InlineData("Axes?$select=Code&$expand=Indicateurs($select=Ordre;$expand=Resultats($select=Valeur;$top=1;$count=true)),Resultats/$count", "Resultat(Valeur) Indicateur(Ordre) Axe(Code) Resultat(Valeur) Indicateur(Ordre) Axe(Code)")]
    public async Task The_rows_within_are_read_before_the_row_that_they_are_in(string url, string expected)
    {
        foreach (var level in (string[])["minimal", "full"])
        {
            var rows = new List<string>();
            await ReadAsync(url, level, row => rows.Add(
                row is null ? "null" : $"{row.TypeName.Split('.')[1]}({string.Join(',', row.Properties.Select(property => property.Name))})"));
            Assert.Equal(expected, string.Join(' ', rows));
        }
    }

    [Fact]
    public async Task The_service_document_is_read()
    {
        var response = await host.SendAsync("");
        using var message = new Message(await response.Content.ReadAsStreamAsync(), $"{response.Content.Headers.ContentType}");
        using var reader = new ODataMessageReader((IODataResponseMessage)message, new ODataMessageReaderSettings(), FeedModel.Instance);
        Assert.Equal(
            ["Resultats", "Contributions", "Explications", "Trajectoires", "Remontees", "Territoires", "Indicateurs", "Axes", "Campagnes"],
            reader.ReadServiceDocument().EntitySets.Select(set => set.Name));
    }

    [Theory]
    [InlineData("Inconnu")]
    [InlineData("Resultats?$expand=Territoire")]
    public async Task An_error_is_read(string url)
    {
        var response = await host.SendAsync(url);
        using var message = new Message(await response.Content.ReadAsStreamAsync(), $"{response.Content.Headers.ContentType}");
        using var reader = new ODataMessageReader((IODataResponseMessage)message, new ODataMessageReaderSettings(), FeedModel.Instance);
        Assert.NotEmpty(reader.ReadError().Message);
    }

    private async Task<(ODataResourceSet Set, List<ODataResource> Rows)> ReadAsync(
        string url, string level, Action<ODataResource?>? each = null)
    {
        var response = await host.SendAsync(url, null, ("Accept", $"application/json;odata.metadata={level}"));
        using var message = new Message(await response.Content.ReadAsStreamAsync(), $"{response.Content.Headers.ContentType}");
        var settings = new ODataMessageReaderSettings { BaseUri = new Uri(host.Root) };
        using var reader = new ODataMessageReader((IODataResponseMessage)message, settings, FeedModel.Instance);
        var entitySet = FeedModel.Instance.FindDeclaredEntitySet(url.Split('?')[0]);
        var items = reader.CreateODataResourceSetReader(entitySet, entitySet.EntityType);
        var rows = new List<ODataResource>();
        ODataResourceSet? set = null;
        while (items.Read())
        {
            if (items.State is ODataReaderState.ResourceEnd)
            {
                rows.Add((ODataResource)items.Item);
                each?.Invoke((ODataResource?)items.Item);
            }
            else if (items.State is ODataReaderState.ResourceSetEnd)
            {
                set = (ODataResourceSet)items.Item;
            }
        }

        return (set!, rows);
    }

    private string Write(string url, string level, ODataResourceSet set, List<ODataResource> rows)
    {
        var services = new ServiceCollection();
        services.AddDefaultODataServices();
        services.AddSingleton<IJsonWriterFactory>(new ODataJsonWriterFactory(ODataStringEscapeOption.EscapeOnlyControls));
        using var body = new MemoryStream();
        using var message = new Message(body, null) { ServiceProvider = services.BuildServiceProvider() };
        var uri = new ODataUriParser(FeedModel.Instance, new Uri(host.Root), new Uri(host.Root + url)).ParseUri();
        var settings = new ODataMessageWriterSettings { BaseUri = new Uri(host.Root), ODataUri = uri, EnableMessageStreamDisposal = false };
        settings.SetContentType($"application/json;odata.metadata={level.Replace(";", ";odata.streaming=true;", StringComparison.Ordinal)}"
            + (level.Contains(';', StringComparison.Ordinal) ? "" : ";odata.streaming=true"), "utf-8");
        using (var writer = new ODataMessageWriter((IODataResponseMessage)message, settings, FeedModel.Instance))
        {
            var entitySet = FeedModel.Instance.FindDeclaredEntitySet(url.Split('?')[0]);
            var items = writer.CreateODataResourceSetWriter(entitySet, entitySet.EntityType);
            items.WriteStart(new ODataResourceSet { Count = set.Count });
            foreach (var row in rows)
            {
                var isToldByKey = entitySet.EntityType.Key().All(key => row.Properties.Any(property => property.Name == key.Name));
                var written = new ODataResource { TypeName = row.TypeName, ReadLink = level == "full" ? new Uri(host.Root).MakeRelativeUri(row.ReadLink) : null, Properties = [.. row.Properties] };
                if (!isToldByKey)
                {
                    written.Id = new Uri(host.Root).MakeRelativeUri(row.Id);
                }

                items.WriteStart(written);
                items.WriteEnd();
            }

            items.WriteEnd();
        }

        return System.Text.Encoding.UTF8.GetString(body.ToArray());
    }

    private sealed class Message(Stream body, string? contentType) : IODataResponseMessage, IServiceCollectionProvider, IDisposable
    {
        private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase)
        {
            ["OData-Version"] = "4.0",
            ["Content-Type"] = contentType!,
        };

        public IServiceProvider? ServiceProvider { get; init; }

        public IEnumerable<KeyValuePair<string, string>> Headers => _headers;

        public int StatusCode { get; set; } = 200;

        public string? GetHeader(string headerName) => _headers.GetValueOrDefault(headerName);

        public void SetHeader(string headerName, string headerValue) => _headers[headerName] = headerValue;

        public Stream GetStream() => body;

        public void Dispose() => body.Dispose();
    }
}
