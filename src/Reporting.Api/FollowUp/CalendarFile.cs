using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Reporting.Domain.FollowUp;
using Reporting.Domain.Territories;

namespace Reporting.Api.FollowUp;

/// <summary>
/// The dates of a territory as iCalendar (RFC 5545). Instants are in UTC, which every client shows in its own time. The
/// same dates always give the same bytes.
/// </summary>
internal static class CalendarFile
{
    public const string ContentType = "text/calendar; charset=utf-8";
    private const string RefreshHours = "PT6H";
    private static readonly int[] AlarmDays = [7, 1];

    public static byte[] Write(Territory territory, IEnumerable<Milestone> dates)
    {
        var calendar = new Calendar { ProductId = "-//Reporting//Contrats locaux des solidarites//FR" };
        calendar.AddProperty("X-WR-CALNAME", $"Remontées de {territory.Name}");
        calendar.AddProperty("X-PUBLISHED-TTL", RefreshHours);
        calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", RefreshHours);
        calendar.Events.AddRange(dates.Select(date => Event(territory, date)));
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);
    }

    private static CalendarEvent Event(Territory territory, Milestone date)
    {
        var written = new CalendarEvent
        {
            Uid = $"{date.Key}-{territory.Siren}@reporting",
            Sequence = date.Revision,
            DtStamp = Instant(date.ChangedAt),
            LastModified = Instant(date.ChangedAt),
            Start = Instant(date.From),
            End = Instant(date.Until),
            Summary = FollowUpTexts.Summary(date, territory),
            Description = FollowUpTexts.Description(date),
            Status = date.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            // A deadline leaves the day free.
            Transparency = TransparencyType.Transparent,
        };
        if (date.Urges)
        {
            foreach (var days in AlarmDays)
            {
                written.Alarms.Add(new()
                {
                    Action = AlarmAction.Display,
                    Description = written.Summary,
                    Trigger = new(Duration.FromDays(-days)),
                });
            }
        }

        return written;
    }

    private static CalDateTime Instant(DateTimeOffset instant) => new(instant.UtcDateTime);
}
