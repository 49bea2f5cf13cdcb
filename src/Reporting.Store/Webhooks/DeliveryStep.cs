namespace Reporting.Store.Webhooks;

/// <summary>Where the delivery of a message stands.</summary>
public enum DeliveryStep
{
    /// <summary>It waits for its first attempt.</summary>
    Queued,

    /// <summary>An instance is at it, until its lease runs out.</summary>
    Claimed,

    /// <summary>An attempt failed; another follows.</summary>
    Failed,

    /// <summary>It was taken.</summary>
    Delivered,

    /// <summary>Every attempt failed, or the receiver wants no more.</summary>
    Abandoned,

    /// <summary>Somebody asked for it to be delivered again.</summary>
    Requeued,
}
