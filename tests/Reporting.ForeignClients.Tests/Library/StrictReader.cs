using System.Xml;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;

namespace Reporting.ForeignClients.Tests.Library;

/// <summary>Reads the feed with Microsoft's library as it was when it knew version 4.0 alone, every check of it turned on.</summary>
internal sealed class StrictReader(LiveService service)
{
    private const long LongestMessage = 64 * 1024 * 1024;

    private IEdmModel? _model;

    public async Task<IEdmModel> ModelAsync()
    {
        if (_model is null)
        {
            using var text = new StringReader(await service.Client.GetStringAsync(new Uri(service.Root, "$metadata")));
            using var xml = XmlReader.Create(text);
            _model = CsdlReader.Parse(xml);
        }

        return _model;
    }

    public async Task<ODataServiceDocument> ServiceDocumentAsync()
    {
        using var message = await SendAsync("", "application/json");
        using var reader = await OpenAsync(message);
        return reader.ReadServiceDocument();
    }

    public async Task<ODataError> ErrorAsync(string url)
    {
        using var message = await SendAsync(url, "application/json");
        using var reader = await OpenAsync(message);
        return reader.ReadError();
    }

    public async Task<ODataProperty> PropertyAsync(string url, IEdmTypeReference type)
    {
        using var message = await SendAsync(url, "application/json");
        using var reader = await OpenAsync(message);
        return reader.ReadProperty(type);
    }

    public async Task<ODataResource> EntityAsync(string url, IEdmEntitySet set, string accept = "application/json")
    {
        using var message = await SendAsync(url, accept);
        using var reader = await OpenAsync(message);
        return Assert.Single(Read(reader.CreateODataResourceReader(set, set.EntityType())).Rows);
    }

    /// <summary>Reads one page, and tells its count and where the next one is.</summary>
    public async Task<(ODataResourceSet Set, List<ODataResource> Rows)> PageAsync(
        string url, IEdmEntitySet set, string accept = "application/json", string? prefer = null)
    {
        using var message = await SendAsync(url, accept, prefer);
        using var reader = await OpenAsync(message);
        var (sets, rows) = Read(reader.CreateODataResourceSetReader(set, set.EntityType()));
        return (sets[^1], rows);
    }

    /// <summary>Reads one page with all that is within its rows.</summary>
    public async Task<ReadSet> RowsAsync(string url, IEdmEntitySet set, string accept = "application/json", string? prefer = null)
    {
        using var message = await SendAsync(url, accept, prefer);
        using var reader = await OpenAsync(message);
        return ReadSet.Of(reader.CreateODataResourceSetReader(set, set.EntityType()));
    }

    private static (List<ODataResourceSet> Sets, List<ODataResource> Rows) Read(ODataReader reader)
    {
        var (sets, rows) = (new List<ODataResourceSet>(), new List<ODataResource>());
        while (reader.Read())
        {
            if (reader is { State: ODataReaderState.ResourceEnd, Item: ODataResource row })
            {
                rows.Add(row);
            }
            else if (reader is { State: ODataReaderState.ResourceSetEnd, Item: ODataResourceSet set })
            {
                sets.Add(set);
            }
        }

        return (sets, rows);
    }

    private async Task<FeedMessage> SendAsync(string url, string accept, string? prefer = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(service.Root, url));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.Add("OData-MaxVersion", "4.0");
        if (prefer is not null)
        {
            request.Headers.Add("Prefer", prefer);
        }

        var response = await service.Client.SendAsync(request);
        return new(response, await response.Content.ReadAsByteArrayAsync());
    }

    private async Task<ODataMessageReader> OpenAsync(FeedMessage message) => new(
        (IODataResponseMessage)message,
        new ODataMessageReaderSettings
        {
            BaseUri = service.Root,
            MaxProtocolVersion = ODataVersion.V4,
            Validations = ValidationKinds.All,
            MessageQuotas = { MaxReceivedMessageSize = LongestMessage },
        },
        await ModelAsync());
}
