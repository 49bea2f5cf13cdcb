using System.Data.Common;
using Reporting.Api.Hosting;

namespace Reporting.Api.Webhooks;

/// <summary>Looks every few seconds for deliveries that are due.</summary>
internal sealed class WebhookWorker(
    WebhookDispatcher dispatcher, StorePreparation preparation, TimeProvider time, ILogger<WebhookWorker> log) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                // What comes after a delivery of the same return is due once it is done with.
                while (preparation.IsDone && await dispatcher.DeliverDueAsync(stoppingToken) > 0)
                {
                }
            }
            catch (DbException error)
            {
                log.LogWarning(error, "Webhooks wait: the store does not answer");
            }
        }
    }
}
