namespace Reporting.Store.FollowUp;

/// <summary>An address at which a territory's dates can be followed without signing in.</summary>
public sealed record Subscription
{
    public required Guid Id { get; init; }

    public required string Territory { get; init; }

    public string? Label { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}
