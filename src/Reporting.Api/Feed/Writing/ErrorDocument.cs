using Reporting.Api.Feed.Requests;

namespace Reporting.Api.Feed.Writing;

internal static class ErrorDocument
{
    public static async Task WriteAsync(HttpResponse response, FeedException refusal, CancellationToken cancel)
    {
        response.StatusCode = refusal.Status;
        response.ContentType = new JsonFormat().ContentType;
        if (refusal.Status is StatusCodes.Status405MethodNotAllowed)
        {
            response.Headers.Allow = "GET, HEAD";
        }

        if (refusal.Status is StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = "5";
        }

        await using var json = FeedJson.Create(response.BodyWriter);
        json.WriteStartObject();
        json.WriteStartObject("error");
        json.WriteString("code", refusal.Code);
        json.WriteString("message", refusal.Message);
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(cancel);
    }
}
