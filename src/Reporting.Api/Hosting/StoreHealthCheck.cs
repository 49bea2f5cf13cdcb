using System.Data.Common;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Reporting.Store.Campaigns;

namespace Reporting.Api.Hosting;

/// <summary>Ready when the store answers.</summary>
internal sealed class StoreHealthCheck(CampaignStore campaigns) : IHealthCheck
{
    public const string Name = "magasin";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return (await campaigns.AllAsync(cancellationToken)) is []
                ? HealthCheckResult.Unhealthy("Le magasin ne contient aucune campagne.")
                : HealthCheckResult.Healthy();
        }
        catch (DbException error)
        {
            return HealthCheckResult.Unhealthy("Le magasin ne répond pas.", error);
        }
    }
}
