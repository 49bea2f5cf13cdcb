using System.Data.Common;
using Reporting.Store.Idempotency;

namespace Reporting.Api.Idempotency;

/// <summary>Forgets, once a day, the answers that no client repeats any more.</summary>
internal sealed class KeptAnswerPurge(KeptAnswerStore store, TimeProvider time, ILogger<KeptAnswerPurge> log) : BackgroundService
{
    /// <summary>For so long at least a repetition is answered the same.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await store.PurgeAsync(time.GetUtcNow() - Kept, stoppingToken);
            }
            catch (DbException fault)
            {
                log.LogWarning(fault, "Kept answers could not be purged; the next turn will");
            }
        }
    }
}
