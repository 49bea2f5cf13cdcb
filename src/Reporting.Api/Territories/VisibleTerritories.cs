using System.Security.Claims;
using Reporting.Api.Access;
using Reporting.Domain.Territories;
using Reporting.Store.Registry;

namespace Reporting.Api.Territories;

/// <summary>Finds a territory for a caller; one that it may not know of is not found, whether it exists or not.</summary>
internal sealed class VisibleTerritories(TerritoryStore store)
{
    public async Task<Territory?> FindAsync(
        string siren, ClaimsPrincipal user, Func<ClaimsPrincipal, Territory, bool> may, CancellationToken cancel) =>
        await store.FindAsync(siren, at: null, cancel) is { } territory && may(user, territory) ? territory : null;

    /// <summary>For contracts and returns.</summary>
    public Task<Territory?> SeenAsync(string siren, ClaimsPrincipal user, CancellationToken cancel) =>
        FindAsync(siren, user, Caller.Sees, cancel);

    /// <summary>For posting returns.</summary>
    public Task<Territory?> PostedAsync(string siren, ClaimsPrincipal user, CancellationToken cancel) =>
        FindAsync(siren, user, Caller.Posts, cancel);

    /// <summary>For webhooks, subscriptions and the journal.</summary>
    public Task<Territory?> ManagedAsync(string siren, ClaimsPrincipal user, CancellationToken cancel) =>
        FindAsync(siren, user, Caller.Manages, cancel);

    /// <summary>For reviewing returns.</summary>
    public Task<Territory?> ReviewedAsync(string siren, ClaimsPrincipal user, CancellationToken cancel) =>
        FindAsync(siren, user, Caller.Reviews, cancel);

    /// <summary>For published figures.</summary>
    public Task<Territory?> ReadAsync(string siren, ClaimsPrincipal user, CancellationToken cancel) =>
        FindAsync(siren, user, Caller.Reads, cancel);
}
