using Reporting.Domain.Campaigns;
using Reporting.Domain.Territories;
using Reporting.Store.Campaigns;
using Reporting.Store.Contracts;
using Reporting.Store.Returns;

namespace Reporting.Api.Campaigns;

/// <summary>Gathers what decides whether a return can be written.</summary>
internal sealed class ReturnGate(CampaignStore campaigns, ContractStore contracts, ReturnLifeReader lives)
{
    /// <summary>Null when there is no such campaign.</summary>
    public async Task<ReturnSituation?> SituationAsync(int year, Territory territory, CancellationToken cancel) =>
        await campaigns.FindAsync(year, at: null, cancel) is { } campaign
            ? new(
                territory,
                campaign,
                await campaigns.ExceptionsAsync(year, territory.Siren, cancel),
                await contracts.YearsAsync(territory.Siren, cancel),
                await lives.ReadAsync(year, territory.Siren, cancel))
            : null;

    /// <summary>
    /// The locks that refuse a write before anything is counted; none when it may go on. The state is left to the write
    /// itself, which settles races: alone, it refuses nothing here, and what was never posted is for it to tell.
    /// </summary>
    public static IReadOnlyList<ReturnLock> Refusing(ReturnAction action, ReturnSituation situation, DateTimeOffset now)
    {
        var locks = Opening.For(action, situation, now).Locks;
        return locks.All(held => held is ReturnLock.WrongState
            || (situation.Life.Last is null && held is ReturnLock.ContractMissing or ReturnLock.ContractNotInForce)) ? [] : locks;
    }
}
