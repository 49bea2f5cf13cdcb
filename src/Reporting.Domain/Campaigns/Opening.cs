namespace Reporting.Domain.Campaigns;

/// <summary>Whether something can be done to a return at an instant, and if not, everything that keeps it from it.</summary>
/// <param name="Locks">Every lock that applies; none when it can be done.</param>
/// <param name="Until">First instant at which the calendar will no longer allow it; null when it does not, or never binds it.</param>
public sealed record Opening(IReadOnlyList<ReturnLock> Locks, DateTimeOffset? Until)
{
    /// <summary>Whether nothing keeps it from being done.</summary>
    public bool IsOpen => Locks is [];

    /// <summary>The opening of one return for one action at an instant; a review is bound by the state alone.</summary>
    /// <param name="action">What is to be done.</param>
    /// <param name="situation">The return's situation.</param>
    /// <param name="instant">The instant.</param>
    public static Opening For(ReturnAction action, ReturnSituation situation, DateTimeOffset instant) => action switch
    {
        ReturnAction.Post => ForOwner(situation, instant, [NotSignatory(situation)]),
        ReturnAction.Deposit => ForOwner(
            situation, instant, [NotSignatory(situation), Contract(situation), situation.Life.DepositLock]),
        ReturnAction.Validate or ReturnAction.SendBack => new(Present([situation.Life.ReviewLock]), null),
        ReturnAction.Reopen => new(Present([situation.Life.ReopenLock]), null),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    private static Opening ForOwner(ReturnSituation situation, DateTimeOffset instant, ReturnLock?[] others)
    {
        var running = situation.Windows.Where(window => window.Holds(instant)).Select(window => window.Until).ToList();
        return running is []
            ? new(Present([Calendar(situation, instant), .. others]), null)
            : new(Present(others), running.Max());
    }

    private static ReturnLock.Calendar Calendar(ReturnSituation situation, DateTimeOffset instant)
    {
        var campaign = situation.Campaign;
        var state = campaign.StateAt(instant);
        var past = situation.Windows.Where(window => window.From < window.Until && window.Until <= instant)
            .Select(window => window.Until).ToList();
        return new(
            campaign, state, past is [] ? null : past.Max(), state is CampaignState.Upcoming ? campaign.OpensAt : null);
    }

    private static ReturnLock.NotSignatory? NotSignatory(ReturnSituation situation)
    {
        var territory = situation.Territory;
        return territory.IsSignatory(situation.Campaign.Year) ? null : new(territory.SignatorySince, territory.SignatoryUntil);
    }

    private static ReturnLock? Contract(ReturnSituation situation) => situation.Contract switch
    {
        null => new ReturnLock.ContractMissing(),
        { } years when !years.Cover(situation.Campaign.Year) => new ReturnLock.ContractNotInForce(years),
        _ => null,
    };

    private static List<ReturnLock> Present(IEnumerable<ReturnLock?> locks) => [.. locks.OfType<ReturnLock>()];
}
