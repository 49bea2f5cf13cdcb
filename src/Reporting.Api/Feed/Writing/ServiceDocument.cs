using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Requests;

namespace Reporting.Api.Feed.Writing;

internal static class ServiceDocument
{
    public static async Task WriteAsync(HttpResponse response, FeedRequest request, JsonFormat format, CancellationToken cancel)
    {
        response.ContentType = format.ContentType;
        await using var json = FeedJson.Create(response.BodyWriter);
        json.WriteStartObject();
        json.WriteContext(request, format, "");
        json.WriteStartArray("value");
        foreach (var set in FeedSets.All)
        {
            json.WriteStartObject();
            json.WriteString("name", set.Name);
            json.WriteString("kind", "EntitySet");
            json.WriteString("url", set.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancel);
    }
}
