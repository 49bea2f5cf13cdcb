using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Reporting.Api.Access;
using Reporting.Api.Limits;
using Reporting.Store.Access;

namespace Reporting.Api.ReaderKeys;

/// <summary>Signs in whoever presents a reader's key, and tells whoever presents nothing known how to sign in.</summary>
internal sealed class ReaderKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ReaderKeyCheck check,
    ClientQuotas quotas, SignInChallenge challenge, ILogger<SecurityEvents> events)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "cle-de-lecture";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (PresentedKey.Of(Context) is not { } presented)
        {
            if (BearerToken.Of(Request) is not null)
            {
                events.SignInRefused("a token of nobody known");
            }

            return AuthenticateResult.NoResult();
        }

        switch (await check.OfAsync(presented.Text, Request.IsHttps, mayGuess: quotas.Left(Context) > 0, Context.RequestAborted))
        {
            case ReaderKeyVerdict.Accepted { Key: var key }:
                events.ReaderKeyUsed(key.Id);
                return AuthenticateResult.Success(new(Reader(key), Scheme.Name));
            case ReaderKeyVerdict.Refused { Reason: var reason }:
                events.ReaderKeyRefused(reason);
                return AuthenticateResult.Fail("The key opens nothing.");
            case var other:
                throw new NotSupportedException($"Nothing is made of {other}.");
        }
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        challenge.Write(Context);
        return Task.CompletedTask;
    }

    private static ClaimsPrincipal Reader(ReaderKey key)
    {
        var identity = new ClaimsIdentity(
            [new(Claims.Actor, $"{Name}:{key.Id:D}"), new(Claims.Role, Roles.Lecteur)], Name, Claims.Actor, Claims.Role);
        identity.AddClaims(key.Territories.Select(siren => new Claim(Claims.Territory, siren)));
        if (key.Territories is not [])
        {
            identity.AddClaim(new(Claims.Limited, Claims.Territory));
        }

        return new(identity);
    }
}
