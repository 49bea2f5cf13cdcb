using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Reporting.Api.Hosting;

namespace Reporting.Api.Access;

/// <summary>Tokens that the service makes for itself in Development, signed by a key kept beside its data.</summary>
internal sealed class DevelopmentTokens(DataFolder folder, TimeProvider time)
{
    public const string Scheme = "Developpement";
    public const string Issuer = "reporting-developpement";
    private const string Audience = "reporting";
    private const string File = "cle-de-developpement.bin";
    private const int KeyBytes = 32;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private readonly SymmetricSecurityKey _key = new(KeyFile.ReadOrMake(folder.PathOf(File), KeyBytes));

    /// <summary>A token of one role, or of several for whoever has more than one.</summary>
    public string Create(IReadOnlyList<string> roles, IReadOnlyList<string> territories, IEnumerable<string> regions)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            SigningCredentials = new(_key, SecurityAlgorithms.HmacSha256),
            Subject = new ClaimsIdentity(
            [
                new(Claims.Subject, $"{string.Join('+', roles)}@developpement"),
                .. roles.Select(role => new Claim(Claims.Role, role)),
                .. territories.Select(siren => new Claim(Claims.Territory, siren)),
                .. regions.Select(region => new Claim(Claims.Region, region)),
                .. roles is [Roles.Lecteur] && territories.Any() ? [new Claim(Claims.Limited, Claims.Territory)] : (Claim[])[],
            ]),
        });
    }

    public void Configure(JwtBearerOptions options)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new()
        {
            ValidIssuer = Issuer,
            ValidAudience = Audience,
            IssuerSigningKey = _key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            RoleClaimType = Claims.Role,
            NameClaimType = Claims.Subject,
            // The service's clock may be fixed to rehearse a campaign.
            LifetimeValidator = (from, until, _, _) =>
                from <= time.GetUtcNow().UtcDateTime.AddMinutes(1) && time.GetUtcNow().UtcDateTime < until,
        };
    }
}
