using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Tokens;

namespace Reporting.Api.Access;

/// <summary>Tokens of any OpenID Connect issuer.</summary>
internal static class IssuerSignIn
{
    // Keys that are published: with a shared secret, whoever can check a token can make one.
    private static readonly string[] _algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public static void AddIssuer(this AuthenticationBuilder authentication, IssuerSettings issuer, bool development) =>
        authentication.AddJwtBearer(issuer.Scheme, options =>
        {
            options.Authority = issuer.Authority;
            options.TokenValidationParameters = new()
            {
                ValidAudiences = issuer.Audiences,
                ValidAlgorithms = _algorithms,
                RoleClaimType = issuer.RoleClaim,
                NameClaimType = Claims.Subject,
            };
            options.Configure(development);
            options.ScopeFromStore(issuer.Name, user => user.FindFirstValue(Claims.Subject), isOnlyOne: false);
        });
}
