using System.Data.Common;
using Reporting.Store.Idempotency;

namespace Reporting.Api.Idempotency;

/// <summary>Forgets, once an hour, the answers that no client repeats any more.</summary>
internal sealed class KeptAnswerPurge(
    KeptAnswerStore store, RetentionSettings retention, TimeProvider time, ILogger<KeptAnswerPurge> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await store.PurgeAsync(time.GetUtcNow().AddDays(-retention.AnswerDays), stoppingToken);
            }
            catch (DbException fault)
            {
                log.LogWarning(fault, "Kept answers could not be purged; the next turn will");
            }
        }
    }
}
