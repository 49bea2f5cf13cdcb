using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Reporting.Api.Access;

/// <summary>
/// Bearer tokens: Entra ID wherever <c>AzureAd:ClientId</c> is set, and in Development the service's own besides.
/// </summary>
internal static class Authentication
{
    private const string Bearer = "Bearer";
    private const string Entra = "Entra";
    private const string Prefix = "Bearer ";

    public static void AddBearerTokens(this WebApplicationBuilder builder)
    {
        var entra = builder.Configuration.GetSection("AzureAd");
        var hasEntra = !string.IsNullOrEmpty(entra["ClientId"]);
        var development = builder.Environment.IsDevelopment();
        if (!hasEntra && !development)
        {
            throw new InvalidOperationException(
                "Outside Development the service signs nobody in by itself: set AzureAd:Instance, AzureAd:TenantId and AzureAd:ClientId.");
        }

        var authentication = builder.Services.AddAuthentication(Bearer);
        authentication.AddPolicyScheme(Bearer, null, options => options.ForwardDefaultSelector = context =>
            development && (!hasEntra || IsDevelopmentToken(context.Request)) ? DevelopmentTokens.Scheme : Entra);
        if (development)
        {
            builder.Services.AddSingleton<DevelopmentTokens>();
            authentication.AddJwtBearer(DevelopmentTokens.Scheme, _ => { });
            builder.Services.AddOptions<JwtBearerOptions>(DevelopmentTokens.Scheme)
                .Configure<DevelopmentTokens>((options, tokens) => tokens.Configure(options));
        }

        if (hasEntra)
        {
            authentication.AddMicrosoftIdentityWebApi(entra, Entra);
            builder.Services.Configure<JwtBearerOptions>(Entra, options =>
            {
                options.MapInboundClaims = false;
                options.TokenValidationParameters.RoleClaimType = Claims.Role;
            });
        }

        builder.Services.AddAuthorization(Policies.Add);
    }

    private static bool IsDevelopmentToken(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var handler = new JsonWebTokenHandler();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || !handler.CanReadToken(header[Prefix.Length..]))
        {
            return false;
        }

        try
        {
            return handler.ReadJsonWebToken(header[Prefix.Length..]).Issuer == DevelopmentTokens.Issuer;
        }
        catch (Exception error) when (error is SecurityTokenException or ArgumentException)
        {
            // Three parts of anything can be "read" until they are.
            return false;
        }
    }
}
