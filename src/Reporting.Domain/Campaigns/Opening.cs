namespace Reporting.Domain.Campaigns;

/// <summary>Whether a return can be posted and deposited at an instant, and if not, what locks it.</summary>
public abstract record Opening
{
    private Opening()
    {
    }

    /// <summary>The return is open.</summary>
    /// <param name="Until">First instant at which it no longer is.</param>
    public sealed record Open(DateTimeOffset Until) : Opening;

    /// <summary>The calendar locks the return; the DGCS alone lifts it, by a late exception.</summary>
    /// <param name="Campaign">The campaign.</param>
    /// <param name="State">Upcoming or closed.</param>
    public sealed record LockedByCalendar(Campaign Campaign, CampaignState State) : Opening;

    /// <summary>The opening of one return at an instant.</summary>
    /// <param name="campaign">Its campaign.</param>
    /// <param name="exceptions">The late exceptions given to its territory for that campaign.</param>
    /// <param name="instant">The instant.</param>
    public static Opening At(Campaign campaign, IEnumerable<LateException> exceptions, DateTimeOffset instant)
    {
        var ends = exceptions.Where(exception => exception.RunsAt(instant)).Select(exception => exception.EndsAt);
        var state = campaign.StateAt(instant);
        var until = state is CampaignState.Open ? ends.Append(campaign.ClosesAt).Max() : ends.DefaultIfEmpty().Max();
        return until > instant ? new Open(until) : new LockedByCalendar(campaign, state);
    }
}
