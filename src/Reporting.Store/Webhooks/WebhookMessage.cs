namespace Reporting.Store.Webhooks;

/// <summary>Something that a territory's webhooks are told.</summary>
/// <param name="Kind">One of <see cref="WebhookEvents"/>.</param>
/// <param name="Territory">SIREN of the territory.</param>
/// <param name="At">When it happened.</param>
public sealed record WebhookMessage(string Kind, string Territory, DateTimeOffset At)
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The campaign, if one is concerned.</summary>
    public int? Year { get; init; }

    /// <summary>The version, if one is concerned.</summary>
    public int? Version { get; init; }

    /// <summary>Number of the event of the return, which orders events of one instant; 0 for what is no such event.</summary>
    public int Sequence { get; init; }
}
