using System.Globalization;

namespace Reporting.Api.Limits;

/// <summary>
/// The header fields that tell a client its quota and what is left of it, as draft-ietf-httpapi-ratelimit-headers-10
/// defines them: <c>RateLimit-Policy: "lectures";q=6000;w=60</c> and <c>RateLimit: "lectures";r=5999;t=1</c>.
/// </summary>
internal static class RateLimitFields
{
    public const string Policy = "RateLimit-Policy";
    public const string Limit = "RateLimit";
    private const int Window = 60;

    public static void Write(IHeaderDictionary headers, Quota quota, int perMinute, int left)
    {
        var untilFull = Math.Ceiling((double)(perMinute - left) * Window / perMinute);
        headers[Policy] = string.Create(CultureInfo.InvariantCulture, $"\"{Name(quota)}\";q={perMinute};w={Window}");
        headers[Limit] = string.Create(CultureInfo.InvariantCulture, $"\"{Name(quota)}\";r={left};t={untilFull}");
    }

    public static string Name(Quota quota) => quota switch
    {
        Quota.Reads => "lectures",
        Quota.Writes => "ecritures",
        Quota.Counts => "decomptes",
        Quota.Anonymous => "sans-authentification",
        _ => throw new ArgumentOutOfRangeException(nameof(quota), quota, null),
    };
}
