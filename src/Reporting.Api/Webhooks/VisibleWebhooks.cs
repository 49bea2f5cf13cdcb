using System.Security.Claims;
using Reporting.Api.Territories;
using Reporting.Store.Webhooks;

namespace Reporting.Api.Webhooks;

/// <summary>Finds a webhook for a caller; one of a territory that it does not manage is not found.</summary>
internal sealed class VisibleWebhooks(VisibleTerritories territories, WebhookStore store)
{
    public async Task<Webhook?> FindAsync(string siren, Guid id, ClaimsPrincipal user, CancellationToken cancel) =>
        await territories.ManagedAsync(siren, user, cancel) is null
            ? null
            : (await store.OfTerritoryAsync(siren, cancel)).FirstOrDefault(webhook => webhook.Id == id);
}
