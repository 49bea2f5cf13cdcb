using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Reporting.Api.Feed.Batch;

/// <summary>Reads the requests of a batch in multipart/mixed, each an HTTP request in a part of its own.</summary>
internal static class MultipartRequests
{
    private const int LongestBoundary = 70;

    public static async Task<IReadOnlyList<BatchRequest>> ReadAsync(Stream body, StringSegment quoted, CancellationToken cancel)
    {
        var boundary = HeaderUtilities.RemoveQuotes(quoted).ToString();
        if (boundary.Length is 0 or > LongestBoundary)
        {
            throw Malformed();
        }

        try
        {
            var reader = new MultipartReader(boundary, body);
            var requests = new List<BatchRequest>();
            while (await reader.ReadNextSectionAsync(cancel) is { } section)
            {
                requests.Add(await ReadAsync(section, cancel));
            }

            return requests;
        }
        catch (Exception error) when (error is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw Malformed();
        }
    }

    private static async Task<BatchRequest> ReadAsync(MultipartSection section, CancellationToken cancel)
    {
        var id = section.Headers?.TryGetValue("Content-ID", out var given) is true ? given.ToString() : null;
        if (!MediaTypeHeaderValue.TryParse(section.ContentType, out var type))
        {
            throw Malformed();
        }

        if (type.MediaType == "multipart/mixed")
        {
            return BatchRequest.ChangeSet(id);
        }

        if (type.MediaType != "application/http")
        {
            throw Malformed();
        }

        using var text = new StreamReader(section.Body, Encoding.UTF8);
        var line = (await text.ReadLineAsync(cancel))?.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return line is [var method, var url, "HTTP/1.1" or "HTTP/1.0"]
            ? new(id, method, url, await ReadHeadersAsync(text, cancel), [])
            : throw Malformed();
    }

    private static async Task<HeaderDictionary> ReadHeadersAsync(StreamReader text, CancellationToken cancel)
    {
        var headers = new HeaderDictionary();
        while (await text.ReadLineAsync(cancel) is { Length: > 0 } line)
        {
            if (line.Split(':', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, var value])
            {
                throw Malformed();
            }

            headers.Append(name, value);
        }

        return headers;
    }

    private static FeedException Malformed() =>
        FeedException.Malformed("Le lot n'est pas un document multipart/mixed dont chaque partie est une requête application/http.");
}
