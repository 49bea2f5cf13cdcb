using Reporting.Domain.Counting;
using Reporting.Domain.Returns;
using Reporting.Domain.Secrecy;
using Reporting.Store.Contracts;
using Reporting.Store.Totals;

namespace Reporting.Api.Returns;

/// <summary>Counts a return with the contract and last year's figures of its territory.</summary>
internal sealed class ReturnCounting(ContractStore contracts, FigureStore figures)
{
    public async Task<CountedReturn> CountAsync(
        Return posted, string territory, bool forDeposit, CancellationToken cancel) =>
        (await CountUnderContractAsync(posted, territory, forDeposit, cancel)).Counted;

    /// <summary>Counts as a post would, and writes down what was counted from what.</summary>
    public async Task<(CountedReturn Counted, Receipt Receipt)> SimulateAsync(
        CanonicalBody body, int year, string territory, CancellationToken cancel)
    {
        var (counted, contract) = await CountUnderContractAsync(
            CanonicalBody.Read(body.Text).ToReturn(year), territory, forDeposit: false, cancel);
        return (counted, Receipt.Of(body, contract, counted));
    }

    private async Task<(CountedReturn Counted, int? Contract)> CountUnderContractAsync(
        Return posted, string territory, bool forDeposit, CancellationToken cancel)
    {
        var contract = await contracts.FindAsync(territory, at: null, cancel);
        var previous = await figures.OfTerritoryAsync(posted.Year - 1, territory, at: null, Audience.Everything, cancel);
        var counted = ReturnCounter.Count(posted, new(
            contract?.Contract,
            previous.ToDictionary(figure => figure.Indicator.Code, figure => figure.Value!.Value),
            forDeposit));
        return (counted, contract?.Version);
    }
}
