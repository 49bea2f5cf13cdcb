using Reporting.Api.Problems;
using Reporting.Domain.Campaigns;
using Reporting.Store.Campaigns;

namespace Reporting.Api.Campaigns;

/// <summary>Lets a return be written while it is open, and otherwise tells what closes it.</summary>
internal sealed class CampaignGate(CampaignStore store, TimeProvider time)
{
    /// <summary>Null when the return is open.</summary>
    public async Task<Problem?> RefusalAsync(int year, string territory, CancellationToken cancel)
    {
        if (await store.FindAsync(year, cancel) is not { } campaign)
        {
            return Problem.NotFound("Il n'y a pas de campagne pour cette année.");
        }

        var exceptions = await store.ExceptionsAsync(year, territory, cancel);
        return Opening.At(campaign, exceptions, time.GetUtcNow()) is Opening.LockedByCalendar locked ? Closed(locked) : null;
    }

    private static Problem Closed(Opening.LockedByCalendar locked)
    {
        var (year, opens, closes) = locked.Campaign;
        var upcoming = locked.State is CampaignState.Upcoming;
        return new(
            ProblemType.Closed,
            upcoming
                ? $"La campagne {year} ouvre le {opens:dd/MM/yyyy} ; la simulation est ouverte toute l'année."
                : $"La campagne {year} est close depuis le {closes:dd/MM/yyyy} ; la DGCS peut accorder une dérogation.",
            lockedBy: new(
                "calendrier",
                CampaignAnswer.StateCode(locked.State),
                upcoming ? null : closes,
                upcoming ? opens : null,
                "dgcs, par une dérogation"));
    }
}
