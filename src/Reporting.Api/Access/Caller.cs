using System.Security.Claims;
using Reporting.Domain.Territories;

namespace Reporting.Api.Access;

/// <summary>Who calls, and which territories it may know of.</summary>
internal static class Caller
{
    /// <summary>Whether the caller may see a territory's own contract and returns.</summary>
    public static bool Sees(this ClaimsPrincipal user, Territory territory) =>
        user.Posts(territory) || user.Reviews(territory);

    /// <summary>Whether the caller may post a territory's returns; seeing them by another role is not enough.</summary>
    public static bool Posts(this ClaimsPrincipal user, Territory territory) =>
        user.IsInRole(Roles.Metropole) && user.HasClaim(Claims.Territory, territory.Siren);

    /// <summary>Whether the caller may manage what a territory's own systems rely on, and read its journal.</summary>
    public static bool Manages(this ClaimsPrincipal user, Territory territory) =>
        user.Posts(territory) || user.IsInRole(Roles.Dgcs);

    /// <summary>Whether the caller may review a territory's returns.</summary>
    public static bool Reviews(this ClaimsPrincipal user, Territory territory) =>
        user.IsInRole(Roles.Dgcs) || (user.IsInRole(Roles.Commissaire) && user.HasClaim(Claims.Region, territory.Region));

    /// <summary>Whether the caller may see a territory's published figures.</summary>
    public static bool Reads(this ClaimsPrincipal user, Territory territory) =>
        user.ReadsNation() || user.Sees(territory)
        || (user.IsInRole(Roles.Lecteur) && user.HasClaim(Claims.Territory, territory.Siren));

    /// <summary>Whether the caller may see the published figures of every territory.</summary>
    public static bool ReadsNation(this ClaimsPrincipal user) =>
        user.IsInRole(Roles.Dgcs) || (user.IsInRole(Roles.Lecteur) && user.FindFirst(Claims.Limited) is null);

    /// <summary>SIRENs of the territories that a caller reads who does not read the nation, in order.</summary>
    public static IReadOnlyList<string> TerritoriesRead(this ClaimsPrincipal user) =>
        [.. user.FindAll(Claims.Territory).Select(claim => claim.Value).Order(StringComparer.Ordinal)];

    /// <summary>The name under which what the caller does is recorded.</summary>
    public static string Actor(this ClaimsPrincipal user) =>
        user.FindFirstValue(Claims.Actor) ?? user.FindFirstValue(Claims.ObjectId) ?? user.FindFirstValue(Claims.Subject)
        ?? user.Client() ?? "inconnu";

    /// <summary>The application that speaks, if the token names it.</summary>
    public static string? Client(this ClaimsPrincipal user) =>
        user.FindFirstValue(Claims.Client) ?? user.FindFirstValue(Claims.ClientOfVersion1);
}
