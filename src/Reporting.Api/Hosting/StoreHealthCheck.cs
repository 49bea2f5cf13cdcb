using Microsoft.Extensions.Diagnostics.HealthChecks;
using Reporting.Store;

namespace Reporting.Api.Hosting;

/// <summary>Ready when the store is prepared and answers.</summary>
internal sealed class StoreHealthCheck(Database database, StorePreparation preparation) : IHealthCheck
{
    public const string Name = "magasin";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await database.ProbeAsync(cancellationToken) is { } fault
            ? HealthCheckResult.Unhealthy("Le magasin ne répond pas.", fault)
            : preparation.IsDone
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("Le magasin n'est pas encore prêt.");
}
