namespace Reporting.Domain.Campaigns;

/// <summary>The legal time of the campaigns.</summary>
public static class ParisTime
{
    // Windows knows the zone by a name of its own.
    private static readonly TimeZoneInfo Zone =
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Paris", out var zone)
            ? zone
            : TimeZoneInfo.FindSystemTimeZoneById("Romance Standard Time");

    /// <summary>The instant at which a day starts in Paris.</summary>
    /// <param name="day">The day.</param>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(midnight, Zone.GetUtcOffset(midnight));
    }

    /// <summary>The same instant with the offset in force in Paris.</summary>
    /// <param name="instant">The instant.</param>
    public static DateTimeOffset Of(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The day that it is in Paris at an instant.</summary>
    /// <param name="instant">The instant.</param>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Of(instant).DateTime);
}
