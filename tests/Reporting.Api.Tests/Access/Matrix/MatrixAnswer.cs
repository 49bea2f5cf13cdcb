using System.Text.RegularExpressions;

namespace Reporting.Api.Tests.Access.Matrix;

/// <summary>An answer as far as a caller could learn something from it.</summary>
internal sealed partial record MatrixAnswer(int Status, string? ContentType, string Headers, string Body)
{
    public static async Task<MatrixAnswer> ToAsync(HttpClient client, HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request);
        var headers = response.Headers.Where(header => header.Key is not ("Date" or "RateLimit"))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        return new(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            string.Join('\n', headers),
            TraceId().Replace(await response.Content.ReadAsStringAsync(), "*"));
    }

    [GeneratedRegex("(?<=\"traceId\":\")[0-9a-f]+")]
    private static partial Regex TraceId();
}
