using System.Security.Claims;
using Reporting.Api.Access;
using Reporting.Domain.Campaigns;
using Reporting.Domain.FollowUp;
using Reporting.Store.Campaigns;
using Reporting.Store.Contracts;
using Reporting.Store.FollowUp;
using Reporting.Store.Registry;
using Reporting.Store.Returns;

namespace Reporting.Api.FollowUp;

/// <summary>How far the territories that a caller follows are with their returns.</summary>
internal sealed class CampaignFollowUp(
    CampaignStore campaigns, TerritoryStore territories, ContractStore contracts, ReturnReader returns, ProgressStore progress)
{
    /// <summary>The campaign and its signatories, in order of SIREN; null when there is no such campaign.</summary>
    public async Task<(Campaign Campaign, IReadOnlyList<ReturnProgress> Returns)?> OfAsync(
        int year, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (await campaigns.FindAsync(year, at: null, cancel) is not { } campaign)
        {
            return null;
        }

        var exceptions = await campaigns.ExceptionsAsync(year, cancel);
        var events = await progress.OfYearAsync(year, cancel);
        var states = await returns.StatesAsync(year, at: null, cancel);
        var expected = (await contracts.ExpectedAsync(year, at: null, cancel)).ToLookup(pair => pair.Territory, pair => pair.Indicator);
        var given = await progress.LatestLinesAsync(year, cancel);
        return (campaign,
        [
            .. (await territories.AllAsync(at: null, cancel))
                .Where(territory => territory.IsSignatory(year) && user.Sees(territory))
                .Select(territory => new ReturnProgress
                {
                    Territory = territory,
                    Deadline = Deadline.Of(campaign, exceptions[territory.Siren]),
                    History = [.. events[territory.Siren]],
                    StateInForce = states.TryGetValue(territory.Siren, out var state) ? state : null,
                    Expected = [.. expected[territory.Siren]],
                    Given = [.. given[territory.Siren]],
                }),
        ]);
    }
}
