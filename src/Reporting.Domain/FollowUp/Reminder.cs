namespace Reporting.Domain.FollowUp;

/// <summary>Something that a territory is told about its campaign, once, at an instant, and that stays true.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Key">Its identity within the territory.</param>
/// <param name="At">When it is told.</param>
public sealed record Reminder(ReminderKind Kind, string Key, DateTimeOffset At)
{
    /// <summary>The version that it concerns, where it concerns one.</summary>
    public int? Version { get; init; }

    /// <summary>The deadline that it concerns, where it concerns one: first instant that is too late.</summary>
    public DateTimeOffset? EndsAt { get; init; }
}
