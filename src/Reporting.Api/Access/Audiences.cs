using System.Security.Claims;
using Reporting.Domain.Secrecy;
using Reporting.Domain.Territories;

namespace Reporting.Api.Access;

/// <summary>The one place that decides which figures a caller reads: exact, or as an audience may know them.</summary>
internal sealed class Audiences(SecrecySettings settings)
{
    private readonly Audience _readers = Audience.Readers(settings.ReaderThreshold);
    private readonly Audience _public = Audience.Public(settings.PublicThreshold);

    /// <summary>For what is read over the whole country. Whoever has no role that reads it reads as anybody would.</summary>
    public Audience Of(ClaimsPrincipal user) =>
        user.IsInRole(Roles.Dgcs) ? Audience.Everything
        : user.IsInRole(Roles.Lecteur) ? user.ReadsNation() ? _readers : _readers.LimitedTo(user.TerritoriesRead())
        : _public;

    /// <summary>For what is read of one territory: exact for its owner and its reviewers, and for them alone.</summary>
    public Audience Of(ClaimsPrincipal user, Territory territory) =>
        user.Sees(territory) ? Audience.Everything : Of(user);
}
