using System.Globalization;
using Reporting.Api.Feed.Requests;

namespace Reporting.Api.Feed.Writing;

/// <summary>An error as OData has it, which is what everything below /odata answers.</summary>
internal static class ErrorDocument
{
    /// <summary>Whether whoever sent the request reads errors of OData.</summary>
    public static bool IsWanted(HttpRequest request) => request.Path.StartsWithSegments("/odata", StringComparison.Ordinal);

    public static Task WriteAsync(HttpResponse response, FeedException refusal, CancellationToken cancel)
    {
        response.StatusCode = refusal.Status;
        response.Headers.Allow = refusal.Allow;
        response.Headers.RetryAfter = refusal.RetryAfter?.TotalSeconds.ToString(CultureInfo.InvariantCulture);

        return WriteAsync(response, refusal.Code, refusal.Message, cancel);
    }

    /// <summary>Writes the body of an answer whose status and own headers are already there.</summary>
    public static async Task WriteAsync(HttpResponse response, string code, string message, CancellationToken cancel)
    {
        response.Headers[ProtocolVersion.Header] = ProtocolVersion.Answered;
        response.ContentType = new JsonFormat().ContentType;
        await using var json = FeedJson.Create(response.BodyWriter);
        json.WriteStartObject();
        json.WriteStartObject("error");
        json.WriteString("code", code);
        json.WriteString("message", message);
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(cancel);
    }
}
