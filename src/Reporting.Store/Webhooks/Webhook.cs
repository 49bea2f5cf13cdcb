namespace Reporting.Store.Webhooks;

/// <summary>An address of a territory's own system, to be told of what happens to its returns.</summary>
public sealed record Webhook
{
    public required Guid Id { get; init; }

    public required string Territory { get; init; }

    public required string Url { get; init; }

    /// <summary>Name of the key from which its secret is derived.</summary>
    public required string KeyName { get; init; }

    public string? Label { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}
