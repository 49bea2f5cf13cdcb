using System.Xml.Linq;

namespace Reporting.Api.Tests.Feed;

/// <summary>The conversation that Power Query's OData.Feed has with a service, with the headers that it sends.</summary>
public class FeedPowerQueryTests(SampleFeed host) : IClassFixture<SampleFeed>
{
    private static readonly (string, string)[] Headers =
    [
        ("Accept",
            "application/json;odata.metadata=minimal;q=1.0,application/json;odata=minimalmetadata;q=0.9,"
            + "application/atomsvc+xml;q=0.8,application/atom+xml;q=0.8,application/xml;q=0.7,text/plain;q=0.7"),
        ("MaxDataServiceVersion", "3.0"),
        ("OData-MaxVersion", "4.0"),
        ("User-Agent", "Microsoft.Data.Mashup (https://go.microsoft.com/fwlink/?LinkID=304225)"),
        ("Prefer", "odata.include-annotations=\"*\""),
    ];

    [Fact]
    public async Task The_service_document_the_metadata_and_a_preview_are_answered_in_turn()
    {
        var service = await host.SendAsync("", null, Headers);
        Assert.Equal(
            "application/json; odata.metadata=minimal; odata.streaming=true; charset=utf-8",
            service.Content.Headers.ContentType?.ToString());

        var metadata = await host.SendAsync("$metadata", null, Headers);
        Assert.Equal("application/xml", metadata.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Edmx", XDocument.Parse(await metadata.Content.ReadAsStringAsync()).Root!.Name.LocalName);

        var preview = await host.SendAsync("Territoires?$top=1000", null, Headers);
        Assert.Equal(
            "application/json; odata.metadata=minimal; odata.streaming=true; charset=utf-8",
            preview.Content.Headers.ContentType?.ToString());
        Assert.StartsWith(
            $$"""{"@odata.context":"{{host.Root}}$metadata#Territoires","value":[{"Siren":"200054807",""",
            await preview.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Assert.All((HttpResponseMessage[])[service, metadata, preview], response =>
        {
            Assert.Equal(200, (int)response.StatusCode);
            Assert.Equal("4.0", Assert.Single(response.Headers.GetValues("OData-Version")));
        });
    }

    [Fact]
    public async Task A_folded_query_is_answered()
    {
        var document = await host.JsonAsync(
            "Resultats?%24filter=DeposeLe%20ge%202025-03-14T00%3A00%3A00%2B01%3A00%20and%20Cible%20ne%20null"
            + "&%24orderby=Valeur%20desc&%24select=Annee%2CTerritoire%2CIndicateur&%24top=2&%24count=true", Headers);
        Assert.Equal("E C", FeedData.LettersOf(document));
        Assert.Equal(3, document.GetProperty("@odata.count").GetInt32());
    }

    [Fact]
    public async Task The_number_of_rows_is_answered_in_plain_text()
    {
        Assert.Equal("2", await host.TextAsync("Resultats/$count?$filter=Fictif eq true", Headers));
    }
}
