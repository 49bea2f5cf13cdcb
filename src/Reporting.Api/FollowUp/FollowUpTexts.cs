using System.Globalization;
using Reporting.Domain.Campaigns;
using Reporting.Domain.FollowUp;
using Reporting.Domain.Territories;

namespace Reporting.Api.FollowUp;

/// <summary>What calendars and feeds say, in French.</summary>
internal static class FollowUpTexts
{
    public static string Summary(Milestone date, Territory territory) => date.Kind switch
    {
        MilestoneKind.Opening => $"Ouverture de la campagne : {territory.Name}",
        MilestoneKind.Closing => $"Dernier jour de la campagne : {territory.Name}",
        MilestoneKind.LeaveEnd => $"Dernier jour de la dérogation : {territory.Name}",
        MilestoneKind.CorrectionDue => $"Dernier jour pour corriger la version {Number(date.Version)} : {territory.Name}",
        MilestoneKind.ReviewDue => $"Examen attendu de la version {Number(date.Version)} : {territory.Name}",
        _ => throw new ArgumentOutOfRangeException(nameof(date), date.Kind, null),
    };

    public static string Description(Milestone date) => date.Kind switch
    {
        MilestoneKind.Opening => $"La remontée peut être postée et déposée à partir du {Moment(date.From)}.",
        MilestoneKind.LeaveEnd when date.Cancelled => "La dérogation est révoquée.",
        MilestoneKind.CorrectionDue when date.Cancelled => "La réponse au renvoi n'est plus attendue.",
        MilestoneKind.Closing or MilestoneKind.LeaveEnd or MilestoneKind.CorrectionDue =>
            $"{(date.Urges ? "La remontée n'est pas déposée. " : "")}Dépôt possible jusqu'au {Last(date.Until)}.",
        MilestoneKind.ReviewDue => date.Cancelled
            ? "L'examen n'est plus attendu."
            : $"Repère indicatif : {CampaignDates.ReviewDays} jours après le dépôt.",
        _ => throw new ArgumentOutOfRangeException(nameof(date), date.Kind, null),
    };

    public static string Title(Reminder reminder) => reminder.Kind switch
    {
        ReminderKind.Opened => $"La campagne est ouverte jusqu'au {Last(reminder.EndsAt)}",
        ReminderKind.DeadlineNear => $"La remontée n'est pas déposée : dernier moment le {Last(reminder.EndsAt)}",
        ReminderKind.DeadlineMissed => $"Le délai est passé le {Last(reminder.EndsAt)}, la remontée n'est pas déposée",
        ReminderKind.LeaveGranted => $"Dérogation accordée jusqu'au {Last(reminder.EndsAt)}",
        ReminderKind.LeaveRevoked => "La dérogation est révoquée",
        ReminderKind.Deposited => $"La version {Number(reminder.Version)} est déposée",
        ReminderKind.Validated => $"La version {Number(reminder.Version)} est validée",
        ReminderKind.SentBack => $"La version {Number(reminder.Version)} est renvoyée : une correction est attendue",
        ReminderKind.Recounted => $"La version {Number(reminder.Version)} est un recomptage par d'autres règles",
        _ => throw new ArgumentOutOfRangeException(nameof(reminder), reminder.Kind, null),
    };

    /// <summary>The last minute before an end: nobody reads midnight as the end of the day before.</summary>
    private static string Last(DateTimeOffset? end) => Moment(end!.Value.AddMinutes(-1));

    private static string Moment(DateTimeOffset instant) =>
        ParisTime.Of(instant).ToString("dd/MM/yyyy 'à' HH'h'mm", CultureInfo.InvariantCulture);

    private static string Number(int? number) => number!.Value.ToString(CultureInfo.InvariantCulture);
}
