using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Reporting.Api.Feed.Requests;
using Reporting.Api.ReaderKeys;

namespace Reporting.Api.Access;

/// <summary>
/// How a caller without credentials is told to sign in. Power BI finds its sign-in page by it: it sends an empty bearer
/// token first.
/// </summary>
internal sealed class SignInChallenge(EntraSettings? entra)
{
    private const string Basic = "Basic realm=\"Reporting\", charset=\"UTF-8\"";

    public void Write(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        http.Response.Headers[HeaderNames.WWWAuthenticate] =
            PresentedKey.IsBasic(http.Request) ? Basic
            : entra is null ? http.Request.Path.StartsWithSegments(FeedRequest.Prefix) ? new StringValues(["Bearer", Basic]) : "Bearer"
            : http.Request.Headers.Authorization.Count > 0 ? $"Bearer authorization_uri={entra.Authority}/oauth2/authorize"
            : $"Bearer realm={entra.Authority}";
    }
}
