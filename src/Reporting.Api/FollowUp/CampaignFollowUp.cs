using System.Security.Claims;
using Reporting.Api.Access;
using Reporting.Domain.Campaigns;
using Reporting.Domain.FollowUp;
using Reporting.Domain.Returns;
using Reporting.Store.Campaigns;
using Reporting.Store.Contracts;
using Reporting.Store.FollowUp;
using Reporting.Store.Registry;
using Reporting.Store.Returns;

namespace Reporting.Api.FollowUp;

/// <summary>How far the territories that a caller follows are with their returns.</summary>
internal sealed class CampaignFollowUp(
    CampaignStore campaigns, TerritoryStore territories, ContractStore contracts, ReturnLifeReader returns, ProgressStore progress)
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
        var lives = await returns.OfYearAsync(year, cancel);
        var expected = (await contracts.ExpectedAsync(year, at: null, cancel)).ToLookup(pair => pair.Territory, pair => pair.Indicator);
        var given = await progress.LinesAsync(year, cancel);
        return (campaign,
        [
            .. (await territories.AllAsync(at: null, cancel))
                .Where(territory => territory.IsSignatory(year) && user.Reviews(territory))
                .Select(territory => (Territory: territory, Life: lives.GetValueOrDefault(territory.Siren) ?? new ReturnLife([])))
                .Select(one => new ReturnProgress
                {
                    Territory = one.Territory,
                    Deadline = Deadline.Of(campaign, exceptions[one.Territory.Siren], one.Life.Answer),
                    Life = one.Life,
                    Expected = [.. expected[one.Territory.Siren]],
                    Given = [.. given[(one.Territory.Siren, one.Life.Latest?.Version ?? 0)]],
                }),
        ]);
    }
}
