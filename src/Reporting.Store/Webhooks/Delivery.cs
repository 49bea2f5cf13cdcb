namespace Reporting.Store.Webhooks;

/// <summary>A message on its way to one webhook, as its last step left it.</summary>
public sealed record Delivery
{
    public required Guid Webhook { get; init; }

    public required string Url { get; init; }

    public required string KeyName { get; init; }

    public required WebhookMessage Message { get; init; }

    /// <summary>Number of the last step: whoever adds the next must know it.</summary>
    public required int Number { get; init; }

    public required DeliveryStep Step { get; init; }

    /// <summary>Attempts made since it was queued or requeued.</summary>
    public required int Attempt { get; init; }

    public required DateTimeOffset SteppedAt { get; init; }

    /// <summary>When it is due again; null when it is done with.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The HTTP status of the last attempt that was answered.</summary>
    public int? Status { get; init; }

    /// <summary>The first step of a message on its way to a webhook.</summary>
    public static Delivery Queued(Webhook webhook, WebhookMessage message) => new()
    {
        Webhook = webhook.Id, Url = webhook.Url, KeyName = webhook.KeyName, Message = message, Number = 1,
        Step = DeliveryStep.Queued, Attempt = 0, SteppedAt = message.At, DueAt = message.At,
    };
}
