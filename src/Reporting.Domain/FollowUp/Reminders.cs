using System.Globalization;
using Reporting.Domain.Campaigns;
using Reporting.Domain.Returns;

namespace Reporting.Domain.FollowUp;

/// <summary>
/// What a territory is told in the course of a campaign: what happened to its return, and what it has left to do. Each
/// depends on what was known at its own instant alone, so that none that was told is ever taken back.
/// </summary>
public static class Reminders
{
    // Days before the end of a deadline's last day.
    private static readonly int[] Warnings = [7, 1];

    /// <summary>The reminders told so far, the latest first.</summary>
    /// <param name="of">The territory's campaign.</param>
    /// <param name="now">The instant at which it is asked.</param>
    public static IEnumerable<Reminder> Of(TerritoryCampaign of, DateTimeOffset now) =>
        new[] { Opened(of.Campaign) }
            .Concat(of.Exceptions.SelectMany(leave => Told(leave)))
            .Concat(of.Life.Events.SelectMany(entry => Told(of.Campaign.Year, entry)))
            .Concat(Urgings(of, of.Campaign.OpensAt, of.Campaign.ClosesAt, null, $"echeance-{Number(of.Campaign.Year)}"))
            .Concat(of.Exceptions.SelectMany(leave => Urgings(
                of, leave.GrantedAt, leave.EndsAt, leave.Revocation?.At, $"derogation-{leave.Id:D}")))
            .Concat(of.Life.Events.SelectMany(entry => Answer(of, entry)))
            .Where(reminder => reminder.At <= now)
            .OrderByDescending(reminder => reminder.At)
            .ThenBy(reminder => reminder.Key, StringComparer.Ordinal);

    private static Reminder Opened(Campaign campaign) =>
        new(ReminderKind.Opened, $"ouverture-{Number(campaign.Year)}", campaign.OpensAt) { EndsAt = campaign.ClosesAt };

    private static IEnumerable<Reminder> Told(LateException leave)
    {
        yield return new(ReminderKind.LeaveGranted, $"derogation-{leave.Id:D}", leave.GrantedAt) { EndsAt = leave.EndsAt };
        if (leave.Revocation is { } revocation)
        {
            yield return new(ReminderKind.LeaveRevoked, $"derogation-{leave.Id:D}-revoquee", revocation.At);
        }
    }

    private static IEnumerable<Reminder> Told(int year, ReturnEvent entry)
    {
        ReminderKind? kind = entry.RecountOf is not null ? ReminderKind.Recounted : entry.State switch
        {
            ReturnState.Draft => null,
            ReturnState.Deposited => ReminderKind.Deposited,
            ReturnState.Validated => ReminderKind.Validated,
            ReturnState.SentBack => ReminderKind.SentBack,
            _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.State, null),
        };
        return kind is { } told
            ? [new(told, $"evenement-{Number(year)}-{Number(entry.Sequence)}", entry.At) { Version = entry.Version }]
            : [];
    }

    private static IEnumerable<Reminder> Answer(TerritoryCampaign of, ReturnEvent entry) =>
        entry is { State: ReturnState.SentBack, Review.CorrectableUntil: { } until }
            ? Urgings(of, entry.At, until, null, $"correction-{Number(of.Campaign.Year)}-{Number(entry.Sequence)}")
            : [];

    private static IEnumerable<Reminder> Urgings(
        TerritoryCampaign of, DateTimeOffset opens, DateTimeOffset end, DateTimeOffset? calledOff, string key)
    {
        var lastDay = new Deadline(end).LastDay;
        var warnings =
            from days in Warnings
            let at = ParisTime.StartOf(lastDay.AddDays(-days))
            where at >= opens
            select new Reminder(ReminderKind.DeadlineNear, $"{key}-j{Number(days)}", at) { EndsAt = end };
        return warnings.Append(new(ReminderKind.DeadlineMissed, $"{key}-passee", end) { EndsAt = end })
            .Where(reminder => !(reminder.At >= calledOff) && of.HasToDeposit(reminder.At));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
