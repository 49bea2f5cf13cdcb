namespace Reporting.Domain.FollowUp;

/// <summary>A date of one territory's campaign.</summary>
/// <param name="Kind">What happens then.</param>
/// <param name="Key">Its identity within the territory: the same as long as it is the same date, however it moves.</param>
/// <param name="From">First instant.</param>
/// <param name="Until">First instant after it.</param>
/// <param name="Revision">How often it has moved or been called off, from 0.</param>
/// <param name="ChangedAt">When it was set as it is.</param>
public sealed record Milestone(
    MilestoneKind Kind, string Key, DateTimeOffset From, DateTimeOffset Until, int Revision, DateTimeOffset ChangedAt)
{
    /// <summary>The version that it concerns, where it concerns one.</summary>
    public int? Version { get; init; }

    /// <summary>Whether it no longer holds.</summary>
    public bool Cancelled { get; init; }

    /// <summary>Whether the territory has something to do by then, and has not done it.</summary>
    public bool Urges { get; init; }
}
