using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace Reporting.Api.Access;

/// <summary>What holds for the tokens of every issuer but the service itself.</summary>
internal static class TokenEvents
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    public static void Configure(this JwtBearerOptions options, bool development)
    {
        options.MapInboundClaims = false;
        options.RequireHttpsMetadata = !development;
        options.BackchannelTimeout = _patience;
        options.Events ??= new();
        var keys = new IssuerKeys();
        var received = options.Events.OnMessageReceived;
        options.Events.OnMessageReceived = async context =>
        {
            await received(context);
            keys.RequireNotAway();
        };
        var failed = options.Events.OnAuthenticationFailed;
        options.Events.OnAuthenticationFailed = async context =>
        {
            await failed(context);
            if (context.Exception is SecurityTokenException)
            {
                await keys.RequireAsync(context.Options, context.HttpContext.RequestAborted);
                Events(context.HttpContext).SignInRefused(context.Exception.GetType().Name);
            }
        };
    }

    /// <summary>Lets the caller act for the territories and regions that the store grants it, and for no other.</summary>
    /// <param name="options">The issuer's options.</param>
    /// <param name="issuer">What grants call it.</param>
    /// <param name="subjectOf">Whom a token names.</param>
    /// <param name="isOnlyOne">Whether its subjects are told from everybody's by themselves.</param>
    public static void ScopeFromStore(
        this JwtBearerOptions options, string issuer, Func<ClaimsPrincipal, string?> subjectOf, bool isOnlyOne = true)
    {
        var validated = options.Events.OnTokenValidated;
        options.Events.OnTokenValidated = async context =>
        {
            await validated(context);
            if (context.Result is null)
            {
                await ScopeAsync(context, issuer, subjectOf(context.Principal!), isOnlyOne);
            }

            if (context.Result?.Failure is { } failure)
            {
                Events(context.HttpContext).SignInRefused(failure.Message);
            }
        };
    }

    private static async Task ScopeAsync(TokenValidatedContext context, string issuer, string? subject, bool isOnlyOne)
    {
        if (subject is null)
        {
            context.Fail("The token names nobody.");
            return;
        }

        var identity = (ClaimsIdentity)context.Principal!.Identity!;
        await context.HttpContext.RequestServices.GetRequiredService<StoredScope>()
            .ReplaceAsync(identity, issuer, subject, context.HttpContext.RequestAborted);
        if (!isOnlyOne)
        {
            identity.AddClaim(new(Claims.Actor, $"{issuer}:{subject}"));
        }
    }

    private static ILogger<SecurityEvents> Events(HttpContext http) =>
        http.RequestServices.GetRequiredService<ILogger<SecurityEvents>>();
}
