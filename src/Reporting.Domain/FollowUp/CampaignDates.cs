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

    /// <summary>
    /// Its dates: opening, closing, the end of each leave, the answer to each version sent back and the review of each
    /// version deposited, done with or not.
    /// </summary>
    /// <param name="of">The territory's campaign.</param>
    /// <param name="now">The instant at which it is asked.</param>
    public static IEnumerable<Milestone> Of(TerritoryCampaign of, DateTimeOffset now) =>
    [
        Opening(of), Closing(of, now), .. of.Exceptions.Select(leave => LeaveEnd(of, leave, now)), .. Corrections(of, now),
        .. Reviews(of),
    ];

    private static Milestone Opening(TerritoryCampaign of) => new(
        MilestoneKind.Opening, Key("ouverture", of.Campaign.Year), of.Campaign.OpensAt, DayOf(of.Campaign.OpensAt).Until,
        of.Moves, of.MovedAt ?? KnownSince);

    private static Milestone Closing(TerritoryCampaign of, DateTimeOffset now) =>
        LastDay(MilestoneKind.Closing, Key("fermeture", of.Campaign.Year), of.Campaign.ClosesAt, of.MovedAt ?? KnownSince) with
        {
            Revision = of.Moves,
            Urges = now < of.Campaign.ClosesAt && of.HasToDeposit(now),
        };

    private static Milestone LeaveEnd(TerritoryCampaign of, LateException leave, DateTimeOffset now) => CalledOff(
        LastDay(MilestoneKind.LeaveEnd, $"derogation-{leave.Id:D}", leave.EndsAt, leave.GrantedAt) with
        {
            Urges = now < leave.Window.Until && of.HasToDeposit(now),
        },
        leave.Revocation?.At);

    private static IEnumerable<Milestone> Corrections(TerritoryCampaign of, DateTimeOffset now) =>
        from review in of.Life.Events
        where review is { State: ReturnState.SentBack, Review.CorrectableUntil: not null }
        let until = review.Review!.CorrectableUntil!.Value
        let answer = of.Life.Events.FirstOrDefault(later => later.Sequence > review.Sequence && later.State is not ReturnState.Draft)
        select CalledOff(
            LastDay(MilestoneKind.CorrectionDue, Key("correction", of.Campaign.Year, review.Sequence), until, review.At) with
            {
                Version = review.Version,
                Urges = now < until && of.HasToDeposit(now),
            },
            answer?.At);

    private static IEnumerable<Milestone> Reviews(TerritoryCampaign of) =>
        from deposit in of.Life.Events
        where deposit.State is ReturnState.Deposited
        let day = DayOf(ParisTime.StartOf(ParisTime.DayOf(deposit.At).AddDays(ReviewDays)))
        select CalledOff(
            new(MilestoneKind.ReviewDue, Key("examen", of.Campaign.Year, deposit.Version), day.From, day.Until, 0, deposit.At)
            {
                Version = deposit.Version,
            },
            of.Life.Events.FirstOrDefault(later => EndsWaiting(later, deposit))?.At);

    // A review of the version, or the deposit of another one, which is then the one to review.
    private static bool EndsWaiting(ReturnEvent later, ReturnEvent deposit) =>
        later.Sequence > deposit.Sequence && (later.Version == deposit.Version || later.State is ReturnState.Deposited);

    private static Milestone CalledOff(Milestone date, DateTimeOffset? at) => at is { } since
        ? date with { Cancelled = true, Revision = 1, ChangedAt = since, Urges = false }
        : date;

    private static Milestone LastDay(MilestoneKind kind, string key, DateTimeOffset end, DateTimeOffset changedAt) =>
        new(kind, key, ParisTime.StartOf(new Deadline(end).LastDay), end, 0, changedAt);

    private static (DateTimeOffset From, DateTimeOffset Until) DayOf(DateTimeOffset instant)
    {
        var day = ParisTime.DayOf(instant);
        return (ParisTime.StartOf(day), ParisTime.StartOf(day.AddDays(1)));
    }

    private static string Key(string kind, params int[] numbers) =>
        string.Join('-', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)).Prepend(kind));
}
