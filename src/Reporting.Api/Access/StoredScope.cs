using System.Security.Claims;
using Reporting.Store.Access;

namespace Reporting.Api.Access;

/// <summary>
/// For whom a caller acts, read from the store with every request, so that what is withdrawn is worth nothing at once. A
/// token says which role its bearer has, and never for whom.
/// </summary>
internal sealed class StoredScope(AccessGrantStore grants)
{
    /// <summary>How a subject is kept: what Entra ID gives are GUIDs, however they are written.</summary>
    public static string SubjectOf(string issuer, string subject) =>
        issuer == EntraSignIn.Name && Guid.TryParse(subject, out var id) ? id.ToString("D") : subject;

    public async Task ReplaceAsync(ClaimsIdentity identity, string issuer, string subject, CancellationToken cancel)
    {
        foreach (var claim in identity.FindAll(claim => Claims.OfService.Contains(claim.Type)).ToList())
        {
            identity.RemoveClaim(claim);
        }

        var user = new ClaimsPrincipal(identity);
        if (!user.IsInRole(Roles.Metropole) && !user.IsInRole(Roles.Commissaire))
        {
            return;
        }

        foreach (var scope in await grants.ScopeAsync(issuer, SubjectOf(issuer, subject), cancel))
        {
            identity.AddClaim(scope.Territory is { } siren ? new(Claims.Territory, siren) : new(Claims.Region, scope.Region!));
        }
    }
}
