using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Reporting.Api.ReaderKeys;

namespace Reporting.Api.Access;

/// <summary>
/// Who signs callers in: Entra ID wherever <c>AzureAd:ClientId</c> is set, the OpenID Connect issuers of
/// <c>Reporting:Issuers</c>, readers' keys, and in Development the service itself.
/// </summary>
internal static class Authentication
{
    private const string AnyScheme = "Reporting";

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var development = builder.Environment.IsDevelopment();
        var entra = EntraSettings.Read(builder.Configuration);
        var issuers = IssuerSettings.Read(builder.Configuration, development);
        if (entra is null && issuers is [] && !development)
        {
            throw new InvalidOperationException(
                "Outside Development the service signs nobody in by itself: set AzureAd:Instance, AzureAd:TenantId and AzureAd:ClientId, or Reporting:Issuers.");
        }

        builder.Services.AddSingleton<StoredScope>().AddSingleton(new SignInChallenge(entra))
            .AddSingleton(new KnownIssuers(issuers)).AddReaderKeys();
        var authentication = builder.Services.AddAuthentication(AnyScheme);
        authentication.AddPolicyScheme(AnyScheme, null, options =>
            options.ForwardDefaultSelector = context => SchemeOf(context.Request, entra, issuers, development));
        authentication.AddScheme<AuthenticationSchemeOptions, ReaderKeyHandler>(ReaderKeyHandler.Name, null, null);
        if (development)
        {
            builder.Services.AddSingleton<DevelopmentTokens>();
            authentication.AddJwtBearer(DevelopmentTokens.Scheme, _ => { });
            builder.Services.AddOptions<JwtBearerOptions>(DevelopmentTokens.Scheme)
                .Configure<DevelopmentTokens>((options, tokens) => tokens.Configure(options));
        }

        if (entra is not null)
        {
            authentication.AddEntra(entra, development);
        }

        foreach (var issuer in issuers)
        {
            authentication.AddIssuer(issuer, development);
        }

        builder.Services.AddAuthorization(Policies.Add).AddSingleton<IAuthorizationMiddlewareResultHandler, RefusedRoles>();
    }

    // Each token goes to whoever it says issued it, who then has to prove it; what nobody known issued, to where it is refused.
    private static string SchemeOf(
        HttpRequest request, EntraSettings? entra, IReadOnlyList<IssuerSettings> issuers, bool development)
    {
        var issuer = BearerToken.Of(request) is { } token ? BearerToken.IssuerOf(token) : null;
        return issuer is null ? ReaderKeyHandler.Name
            : development && issuer == DevelopmentTokens.Issuer ? DevelopmentTokens.Scheme
            : entra?.Issuers.Contains(issuer) is true ? EntraSignIn.Scheme
            : issuers.FirstOrDefault(known => known.Issues(issuer))?.Scheme ?? ReaderKeyHandler.Name;
    }
}
