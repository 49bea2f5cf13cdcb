using System.Net;
using Reporting.Store.Webhooks;

namespace Reporting.Api.Webhooks;

/// <summary>
/// Delivers what is due. Each delivery is claimed for a while before it is sent: another instance leaves it alone, and
/// takes it over if this one dies in the middle. A receiver may thus be told twice, and knows by the id.
/// </summary>
internal sealed class WebhookDispatcher(
    DeliveryStore store, WebhookSender sender, TimeProvider time, ILogger<WebhookDispatcher> log)
{
    private const int AtOnce = 8;
    private static readonly TimeSpan Lease = 6 * WebhookConnection.Patience;

    /// <summary>How many were tried.</summary>
    public async Task<int> DeliverDueAsync(CancellationToken cancel)
    {
        var tried = 0;
        await Parallel.ForEachAsync(
            await store.DueAsync(time.GetUtcNow(), cancel),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (delivery, token) =>
            {
                if (await DeliverAsync(delivery, token))
                {
                    Interlocked.Increment(ref tried);
                }
            });
        return tried;
    }

    private async Task<bool> DeliverAsync(Delivery due, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var claimed = due with
        {
            Number = due.Number + 1,
            Step = DeliveryStep.Claimed,
            Attempt = due.Attempt + 1,
            SteppedAt = now,
            DueAt = now + Lease,
            Status = null,
        };
        if (!await store.StepAsync(claimed, cancel))
        {
            return false;
        }

        var status = await sender.SendAsync(claimed, cancel);
        var next = After(claimed, status);
        if (next.Step is DeliveryStep.Abandoned)
        {
            log.LogWarning(
                "Webhook {Webhook}: event {Event} is abandoned after {Attempts} attempts, last status {Status}",
                next.Webhook, next.Message.Id, next.Attempt, next.Status);
        }

        await store.StepAsync(next, cancel);
        return true;
    }

    private Delivery After(Delivery claimed, HttpStatusCode? status)
    {
        var now = time.GetUtcNow();
        var step = claimed with { Number = claimed.Number + 1, SteppedAt = now, DueAt = null, Status = (int?)status };
        if (status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices)
        {
            return step with { Step = DeliveryStep.Delivered };
        }

        // 410 says that the receiver wants no more of it.
        return status is not HttpStatusCode.Gone
            && RetrySchedule.After(claimed.Attempt, Random.Shared.NextDouble()) is { } wait
                ? step with { Step = DeliveryStep.Failed, DueAt = now + wait }
                : step with { Step = DeliveryStep.Abandoned };
    }
}
