using Reporting.Domain.Counting;
using Reporting.Domain.Returns;
using Reporting.Store.Contracts;
using Reporting.Store.Totals;

namespace Reporting.Api.Returns;

/// <summary>Counts a return with the contract and last year's figures of its territory.</summary>
internal sealed class ReturnCounting(ContractStore contracts, FigureStore figures)
{
    public async Task<CountedReturn> CountAsync(
        Return posted, string territory, bool forDeposit, CancellationToken cancel)
    {
        var contract = await contracts.FindAsync(territory, at: null, cancel);
        var previous = await figures.OfTerritoryAsync(posted.Year - 1, territory, at: null, cancel);
        return ReturnCounter.Count(posted, new(
            contract?.Contract,
            previous.ToDictionary(figure => figure.Indicator.Code, figure => figure.Value),
            forDeposit));
    }
}
