using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.Tokens;

namespace Reporting.Api.Access;

/// <summary>Tokens of Entra ID: of applications by client credentials, and of persons.</summary>
internal static class EntraSignIn
{
    public const string Scheme = "Entra";

    /// <summary>What grants call it.</summary>
    public const string Name = "entra";

    public static void AddEntra(this AuthenticationBuilder authentication, EntraSettings entra, bool development)
    {
        // Before the library, which leaves alone what is set.
        authentication.Services.Configure<JwtBearerOptions>(
            Scheme, options => options.TokenValidationParameters.ValidAudiences = entra.Audiences);
        authentication.AddMicrosoftIdentityWebApi(entra.Section, Scheme);
        authentication.Services.Configure<JwtBearerOptions>(Scheme, options =>
        {
            options.Configure(development);
            options.TokenValidationParameters.ValidIssuers = entra.Issuers;
            // The library's own would also ask the network about issuers that are not this tenant.
            options.TokenValidationParameters.IssuerValidator = null;
            options.TokenValidationParameters.RoleClaimType = Claims.Role;
            options.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.RsaSha256];
            options.ScopeFromStore(Name, SubjectOf);
        });
    }

    private static string? SubjectOf(ClaimsPrincipal user) =>
        IsOfApplication(user) && user.Client() is { } client ? client : user.FindFirstValue(Claims.ObjectId);

    // Entra ID says so when it is asked to (idtyp); otherwise an application alone is its own subject, as a person never is.
    private static bool IsOfApplication(ClaimsPrincipal user) =>
        user.FindFirst(Claims.DelegatedScope) is null
        && (user.FindFirstValue(Claims.KindOfToken) == "app"
            || (user.FindFirstValue(Claims.ObjectId) is { } id && id == user.FindFirstValue(Claims.Subject)));
}
