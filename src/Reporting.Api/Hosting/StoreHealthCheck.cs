using Microsoft.Extensions.Diagnostics.HealthChecks;
using Reporting.Store;

namespace Reporting.Api.Hosting;

/// <summary>Ready when the store is prepared and answers. However many ask, the store is asked once a second.</summary>
internal sealed class StoreHealthCheck(Database database, StorePreparation preparation, TimeProvider time) : IHealthCheck
{
    public const string Name = "magasin";

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private Task<HealthCheckResult>? _verdict;
    private long _asked;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            if (_verdict is null || (_verdict.IsCompleted && time.GetElapsedTime(_asked) >= Kept))
            {
                _asked = time.GetTimestamp();
                _verdict = AskAsync();
            }

            return _verdict.WaitAsync(cancellationToken);
        }
    }

    // On behalf of everybody who waits: none of them calls it off by leaving.
    private async Task<HealthCheckResult> AskAsync() =>
        await database.ProbeAsync(CancellationToken.None) is { } fault
            ? HealthCheckResult.Unhealthy("Le magasin ne répond pas.", fault)
            : preparation.IsDone
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("Le magasin n'est pas encore prêt.");
}
