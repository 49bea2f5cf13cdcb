using Microsoft.OData;

namespace Reporting.ForeignClients.Tests.Library;

/// <summary>An answer of the feed, as the library wants to be given it.</summary>
internal sealed class FeedMessage(HttpResponseMessage response, byte[] body) : IODataResponseMessage, IDisposable
{
    private readonly MemoryStream _body = new(body);

    public IEnumerable<KeyValuePair<string, string>> Headers =>
        from header in response.Headers.Concat(response.Content.Headers)
        select KeyValuePair.Create(header.Key, string.Join(',', header.Value));

    public int StatusCode
    {
        get => (int)response.StatusCode;
        set => throw new NotSupportedException();
    }

    public string? GetHeader(string headerName) =>
        Headers.FirstOrDefault(header => header.Key.Equals(headerName, StringComparison.OrdinalIgnoreCase)).Value;

    public void SetHeader(string headerName, string headerValue) => throw new NotSupportedException();

    public Stream GetStream() => _body;

    public void Dispose()
    {
        _body.Dispose();
        response.Dispose();
    }
}
