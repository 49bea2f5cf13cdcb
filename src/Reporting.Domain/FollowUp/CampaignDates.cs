using System.Globalization;
using Reporting.Domain.Campaigns;
using Reporting.Domain.Returns;

namespace Reporting.Domain.FollowUp;

/// <summary>The dates of one territory's campaign, as a calendar shows them.</summary>
public static class CampaignDates
{
    /// <summary>
    /// Days within which a deposited version should be reviewed, from the day after the deposit. The guide sets no such
    /// time: this is a mark for reviewer and owner, and nothing depends on it.
    /// </summary>
    public const int ReviewDays = 30;

    // The campaigns of the Pacte are known since the instruction that sets them.
    private static readonly DateTimeOffset KnownSince = ParisTime.StartOf(new(2023, 10, 27));

    /// <summary>Its dates: opening, closing, the end of each leave, and the review that each deposit waits or waited for.</summary>
    /// <param name="of">The territory's campaign.</param>
    /// <param name="now">The instant at which it is asked.</param>
    public static IEnumerable<Milestone> Of(TerritoryCampaign of, DateTimeOffset now) =>
        [Opening(of.Campaign), Closing(of, now), .. of.Exceptions.Select(leave => LeaveEnd(of, leave, now)), .. Reviews(of)];

    private static Milestone Opening(Campaign campaign) =>
        new(MilestoneKind.Opening, Key("ouverture", campaign.Year), campaign.OpensAt, DayOf(campaign.OpensAt).Until, 0, KnownSince);

    private static Milestone Closing(TerritoryCampaign of, DateTimeOffset now) =>
        new(MilestoneKind.Closing, Key("fermeture", of.Campaign.Year), LastDay(of.Campaign.ClosesAt), of.Campaign.ClosesAt, 0, KnownSince)
        {
            Urges = now < of.Campaign.ClosesAt && of.HasToDeposit(now),
        };

    private static Milestone LeaveEnd(TerritoryCampaign of, LateException leave, DateTimeOffset now) =>
        new(MilestoneKind.LeaveEnd, $"derogation-{leave.Id:D}", LastDay(leave.EndsAt), leave.EndsAt, 0, leave.GrantedAt)
        {
            Urges = now < leave.EndsAt && of.HasToDeposit(now),
        };

    private static IEnumerable<Milestone> Reviews(TerritoryCampaign of) =>
        from deposit in of.History
        where deposit.State is ReturnState.Deposited
        let after = of.History.FirstOrDefault(step => EndsWaiting(step, deposit))
        let day = DayOf(ParisTime.StartOf(ParisTime.DayOf(deposit.At).AddDays(ReviewDays)))
        select new Milestone(
            MilestoneKind.ReviewDue, Key("examen", of.Campaign.Year, deposit.Version), day.From, day.Until,
            after is null ? 0 : 1, after?.At ?? deposit.At)
        {
            Version = deposit.Version,
            Cancelled = after is not null,
        };

    // A review of the version, or the deposit of another one, which is then the one to review.
    private static bool EndsWaiting(ReturnStep step, ReturnStep deposit) =>
        step.Sequence > deposit.Sequence && (step.Version == deposit.Version || step.State is ReturnState.Deposited);

    private static DateTimeOffset LastDay(DateTimeOffset end) => ParisTime.StartOf(new Deadline(end).LastDay);

    private static (DateTimeOffset From, DateTimeOffset Until) DayOf(DateTimeOffset instant)
    {
        var day = ParisTime.DayOf(instant);
        return (ParisTime.StartOf(day), ParisTime.StartOf(day.AddDays(1)));
    }

    private static string Key(string kind, params int[] numbers) =>
        string.Join('-', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)).Prepend(kind));
}
