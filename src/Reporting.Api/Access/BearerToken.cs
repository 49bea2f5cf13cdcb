using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Reporting.Api.Access;

/// <summary>The token that a request carries, before anybody has vouched for it.</summary>
internal static class BearerToken
{
    private const string Prefix = "Bearer ";

    public static string? Of(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && header.AsSpan(Prefix.Length).Trim() is not []
            ? header[Prefix.Length..].Trim()
            : null;

    /// <summary>Who the token says issued it; null when it is none or says nothing.</summary>
    public static string? IssuerOf(string token)
    {
        var handler = new JsonWebTokenHandler();
        // Five parts are an encrypted token, which nobody issues for the service and which says nothing before it is opened.
        if (!handler.CanReadToken(token) || token.Count(character => character == '.') != 2)
        {
            return null;
        }

        try
        {
            return handler.ReadJsonWebToken(token).Issuer;
        }
        catch (Exception error) when (error is SecurityTokenException or ArgumentException)
        {
            // Three parts of anything can be "read" until they are.
            return null;
        }
    }
}
