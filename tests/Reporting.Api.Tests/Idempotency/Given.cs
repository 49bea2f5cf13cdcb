using System.Net;

namespace Reporting.Api.Tests.Idempotency;

/// <summary>An answer as far as a repetition must be given the same.</summary>
internal sealed record Given(HttpStatusCode Status, string? ETag, string? Location, string? ContentType, string Body, bool IsReplayed)
{
    public static async Task<Given> ToAsync(HttpClient client, HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request);
        request.Dispose();
        return new(
            response.StatusCode, response.Headers.ETag?.ToString(), response.Headers.Location?.ToString(),
            response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsStringAsync(),
            response.Headers.Contains("Idempotency-Replayed"));
    }

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public Given Again() => this with { IsReplayed = true };
}
