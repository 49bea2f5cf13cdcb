using System.Globalization;
using Reporting.Api.Contracts;
using Reporting.Api.Returns;
using Reporting.Domain.Campaigns;
using Reporting.Domain.Contracts;
using Reporting.Domain.Returns;
using Reporting.Domain.Territories;
using Reporting.Store.Campaigns;
using Reporting.Store.Contracts;
using Reporting.Store.Journal;
using Reporting.Store.Registry;
using Reporting.Store.Returns;

namespace Reporting.Api.SampleData;

/// <summary>
/// Fills an empty store with contracts and fictitious returns for 2024 and 2025, the same ones each time: one return
/// is missing each year, one came late under an exception, and one is left to whoever tries the service.
/// </summary>
internal sealed class SampleReturns(
    TerritoryStore territories, CampaignStore campaigns, ContractStore contracts, ReturnReader reader, ReturnStore store,
    ReturnCounting counting)
{
    private static readonly Author Author = new("donnees-fictives", "service");
    private const int FirstYear = 2024;
    private const int LastYear = 2025;
    private const string MissingIn2024 = "248300543"; // Toulon
    private const string LateIn2024 = "200027183"; // Perpignan

    /// <summary>False when the store holds contracts of another author, or the sample already.</summary>
    public async Task<bool> InstallAsync(CancellationToken cancel)
    {
        if ((await contracts.AuthorsAsync(cancel)).Any(author => author != Author.Name)
            || await campaigns.ExceptionsAsync(LastYear, SampleTerritory.Siren, cancel) is not [])
        {
            return false;
        }

        // An installation cut short goes on where it stopped: every step looks first, and the exception comes last.
        foreach (var territory in await territories.AllAsync(at: null, cancel))
        {
            var contract = await ContractAsync(territory, cancel);
            for (var year = FirstYear; year <= LastYear; year++)
            {
                if (!IsMissing(territory, year))
                {
                    await DepositAsync(territory, year, contract, cancel);
                }
            }
        }

        await GrantAsync(FirstYear, LateIn2024, new(2025, 4, 1), new(2025, 5, 1), cancel);
        await GrantAsync(LastYear, SampleTerritory.Siren, new(2026, 4, 1), new(2100, 1, 1), cancel);
        return true;
    }

    private static bool IsMissing(Territory territory, int year) =>
        (territory.Siren, year) is (MissingIn2024, FirstYear) or (SampleTerritory.Siren, _);

    private async Task<Contract> ContractAsync(Territory territory, CancellationToken cancel)
    {
        if (await contracts.FindAsync(territory.Siren, at: null, cancel) is { } existing)
        {
            return existing.Contract;
        }

        var contract = SampleContracts.For(territory, Seeded(territory, 0));
        await contracts.AppendAsync(
            new(territory.Siren, 1, ParisTime.StartOf(new(2024, 3, 29)), Author.Name, ContractDigest.Of(contract),
                contract),
            new Act(Author, JournalActions.ReplaceContract, Territory: territory.Siren), cancel);
        return contract;
    }

    private async Task DepositAsync(Territory territory, int year, Contract contract, CancellationToken cancel)
    {
        var random = Seeded(territory, year);
        var lines = new SampleLines(year, random);
        var body = new ReturnBody
        {
            Lines = [.. contract.Trajectories.Select(trajectory => lines.Line(trajectory.Indicator, trajectory.Targets[year]))],
        };
        var counted = await counting.CountAsync(body.ToReturn(year), territory.Siren, forDeposit: true, cancel);
        if (!counted.IsAcceptable)
        {
            throw new InvalidOperationException(
                $"The sample return of {territory.Name} for {year} is refused: {counted.Findings[0].Message.Text} ({counted.Findings[0].Pointer})");
        }

        var day = territory.Siren == LateIn2024 && year == FirstYear
            ? new DateOnly(year + 1, 4, 8)
            : new DateOnly(year + 1, 3, 1 + random.Next(31));
        var posted = ParisTime.StartOf(day).AddHours(9 + random.Next(9));
        var canonical = CanonicalBody.Of(body);
        var added = new StoredReturn
        {
            Year = year,
            Territory = territory.Siren,
            Version = 1,
            Sequence = 1,
            State = ReturnState.Draft,
            RecordedAt = posted,
            RecordedBy = Author.Name,
            Digest = canonical.Digest,
            Body = canonical.Text,
            Fictitious = true,
            Counted = counted,
        };
        var existing = await reader.FindAsync(year, territory.Siren, null, cancel);
        if (existing is null)
        {
            await store.AppendAsync(added, new(Author, JournalActions.PostReturn, year, territory.Siren), cancel);
        }

        if (existing is null or { Fictitious: true, State: ReturnState.Draft })
        {
            await store.DepositAsync(
                added, posted.AddMinutes(5), new(Author, JournalActions.DepositReturn, year, territory.Siren), cancel);
        }
    }

    private async Task GrantAsync(int year, string territory, DateOnly from, DateOnly until, CancellationToken cancel)
    {
        if (await campaigns.ExceptionsAsync(year, territory, cancel) is [])
        {
            await campaigns.GrantAsync(
                new(Guid.CreateVersion7(ParisTime.StartOf(from)), year, territory, ParisTime.StartOf(from), Author.Name,
                    ParisTime.StartOf(until), "Exemple fictif de dérogation"),
                new(Author, JournalActions.GrantException, year, territory),
                cancel);
        }
    }

    private static Random Seeded(Territory territory, int year) =>
        new(int.Parse(territory.Siren, CultureInfo.InvariantCulture) ^ (year * 7919));
}
