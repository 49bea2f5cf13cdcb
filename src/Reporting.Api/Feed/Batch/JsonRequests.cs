using System.Text.Json;

namespace Reporting.Api.Feed.Batch;

/// <summary>Reads the requests of a batch in JSON (OData 4.01, section 19 of its JSON format).</summary>
internal static class JsonRequests
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8 };

    public static async Task<IReadOnlyList<BatchRequest>> ReadAsync(Stream body, CancellationToken cancel)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(body, Options, cancel);
            var requests = new List<BatchRequest>();
            foreach (var item in document.RootElement.GetProperty("requests").EnumerateArray())
            {
                requests.Add(Read(item, requests));
            }

            return requests;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw FeedException.Malformed("Le lot n'est pas un document JSON tel que « { \"requests\": [ { \"id\", \"method\", \"url\" } ] } ».");
        }
    }

    private static BatchRequest Read(JsonElement item, List<BatchRequest> previous)
    {
        foreach (var absent in (string[])["atomicityGroup", "if"])
        {
            if (item.TryGetProperty(absent, out _))
            {
                throw FeedException.NotImplemented($"Le membre {absent} d'une requête de lot");
            }
        }

        var id = Text(item.GetProperty("id"));
        if (previous.Exists(request => request.Id == id))
        {
            throw FeedException.Malformed("Deux requêtes du lot ont le même « id ».");
        }

        return new(id, Text(item.GetProperty("method")).ToUpperInvariant(), Text(item.GetProperty("url")), Headers(item), DependsOn(item, previous));
    }

    private static HeaderDictionary Headers(JsonElement item)
    {
        var headers = new HeaderDictionary();
        if (item.TryGetProperty("headers", out var given))
        {
            foreach (var header in given.EnumerateObject())
            {
                headers.Append(header.Name, Text(header.Value));
            }
        }

        return headers;
    }

    private static List<string> DependsOn(JsonElement item, List<BatchRequest> previous)
    {
        var ids = item.TryGetProperty("dependsOn", out var given) ? given.EnumerateArray().Select(Text).ToList() : [];
        return ids.TrueForAll(id => previous.Exists(request => request.Id == id))
            ? ids
            : throw FeedException.Malformed("Une requête du lot dépend d'une requête qui ne la précède pas.");
    }

    private static string Text(JsonElement value) => value.GetString() ?? throw new JsonException();
}
