namespace Reporting.Domain.Campaigns;

/// <summary>Until when a territory can deposit its return: the end of the campaign, of the last leave that it was given, or of the time to answer a review.</summary>
/// <param name="EndsAt">First instant that is too late.</param>
public readonly record struct Deadline(DateTimeOffset EndsAt)
{
    /// <summary>The deadline of one territory's return.</summary>
    /// <param name="campaign">Its campaign.</param>
    /// <param name="exceptions">The late exceptions given to the territory for that campaign.</param>
    /// <param name="answer">The time in which it may answer the last review, if that sent its return back.</param>
    public static Deadline Of(Campaign campaign, IEnumerable<LateException> exceptions, OpenWindow? answer = null) =>
        new(exceptions.Select(exception => exception.Window.Until).Append(campaign.ClosesAt).Append(answer?.Until ?? campaign.ClosesAt).Max());

    /// <summary>The last day, in Paris, on which a deposit is possible.</summary>
    public DateOnly LastDay => ParisTime.DayOf(EndsAt.AddTicks(-1));

    /// <summary>Days from the day of an instant to the last day: 0 on the last day, null once it is too late.</summary>
    /// <param name="instant">The instant.</param>
    public int? DaysLeft(DateTimeOffset instant) =>
        instant < EndsAt ? LastDay.DayNumber - ParisTime.DayOf(instant).DayNumber : null;

    /// <summary>Days begun after the deadline: null as long as it runs, at least 1 afterwards.</summary>
    /// <param name="instant">The instant.</param>
    public int? DaysLate(DateTimeOffset instant) =>
        instant < EndsAt ? null : Math.Max(1, ParisTime.DayOf(instant).DayNumber - LastDay.DayNumber);
}
