using Reporting.Domain.Catalogue;
using Reporting.Domain.Contracts;
using Reporting.Store.Contracts;
using Reporting.Store.Registry;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Store.Tests.Contracts;

public sealed class ContractStoreTests
{
    private const string Rennes = "243500139";
    private const string Nantes = "244400404";
    private static readonly DateTimeOffset _signed = new(2024, 3, 29, 10, 0, 0, 5, TimeSpan.Zero);
    private static readonly CancellationToken _cancel = CancellationToken.None;

    [OnEveryEngine]
    public async Task A_contract_is_read_back_exactly_as_written(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        var written = Version(Rennes, 1, "dgcs", new(
            [Action(Axis.Childhood, 10, Enf3, Enf1), Action(Axis.Childhood, 2, Enf1), Action(Axis.Rights, 1, Dro4)],
            [Planned(Enf1, 310, 350.00m), Planned(Enf3, null, 80), Planned(Dro4, 0.5m, 1.25m)]));
        Assert.True(await new ContractStore(store.Database).AppendAsync(written, TestActs.New(), _cancel));
        var read = (await new ContractStore(store.Database).FindAsync(Rennes, at: null, _cancel))!;
        Assert.Equal(written with { Contract = read.Contract }, read);
        Assert.Equal(["1.10", "1.2", "3.1"], read.Contract.Actions.Select(action => action.Number.ToString()));
        Assert.Equal(["Action 1.10", "Action 1.2", "Action 3.1"], read.Contract.Actions.Select(action => action.Title));
        Assert.Equal([[Enf1, Enf3], [Enf1], [Dro4]], read.Contract.Actions.Select(action => action.Indicators));
        Assert.Equal([(Enf1, 310m), (Enf3, null), (Dro4, 0.5m)], read.Contract.Trajectories.Select(t => (t.Indicator, t.Baseline)));
        Assert.Equal(
            new Dictionary<int, decimal> { [2024] = 1.25m, [2025] = 2.25m, [2026] = 3.25m, [2027] = 4.25m },
            read.Contract.Trajectories[2].Targets);
    }

    [OnEveryEngine]
    public async Task The_newest_version_is_in_force_and_the_same_number_is_taken_once(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        var contracts = new ContractStore(store.Database);
        Assert.Null(await contracts.FindAsync(Rennes, at: null, _cancel));
        Assert.True(await contracts.AppendAsync(Version(Rennes, 1, "dgcs", Only(Enf1)), TestActs.New(), _cancel));
        Assert.True(await contracts.AppendAsync(Version(Rennes, 2, "dgcs", Only(Enf3)), TestActs.New(), _cancel));
        Assert.False(await contracts.AppendAsync(Version(Rennes, 2, "dgcs", Only(Enf4)), TestActs.New(), _cancel));
        var read = (await contracts.FindAsync(Rennes, at: null, _cancel))!;
        Assert.Equal(2, read.Version);
        Assert.Equal([Enf3], read.Contract.Indicators);
    }

    [OnEveryEngine]
    public async Task Only_the_version_in_force_says_what_is_expected_and_an_indicator_of_two_actions_once(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        var contracts = new ContractStore(store.Database);
        await contracts.AppendAsync(Version(Rennes, 1, "dgcs", Only(Tes1)), TestActs.New(), _cancel);
        await contracts.AppendAsync(Version(Rennes, 2, "dgcs", new(
            [Action(Axis.Childhood, 1, Enf1), Action(Axis.Childhood, 2, Enf1)], [Planned(Enf1, 1, 2)])), TestActs.New(), _cancel);
        await contracts.AppendAsync(Version(Nantes, 1, "dgcs", Only(Emp1)), TestActs.New(), _cancel);
        Assert.Equal(
            [(Rennes, Enf1), (Nantes, Emp1)],
            (await contracts.ExpectedAsync(2025, at: null, _cancel)).OrderBy(pair => pair.Territory));
    }

    [OnEveryEngine]
    public async Task Everyone_who_recorded_a_version_is_named_once(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        var contracts = new ContractStore(store.Database);
        Assert.Empty(await contracts.AuthorsAsync(_cancel));
        await contracts.AppendAsync(Version(Rennes, 1, "donnees-fictives", Only(Enf1)), TestActs.New(), _cancel);
        await contracts.AppendAsync(Version(Rennes, 2, "dgcs", Only(Enf1)), TestActs.New(), _cancel);
        await contracts.AppendAsync(Version(Nantes, 1, "dgcs", Only(Enf1)), TestActs.New(), _cancel);
        Assert.Equal(["dgcs", "donnees-fictives"], (await contracts.AuthorsAsync(_cancel)).Order());
    }

    private static async Task<TestStore> CreateAsync(TestEngine engine)
    {
        var store = await TestStore.CreateAsync(engine);
        await new ReferenceData(store.Database).InstallAsync(_cancel);
        return store;
    }

    private static StoredContract Version(string territory, int version, string author, Contract contract) =>
        new(territory, version, _signed, author, $"{version:d64}", contract);

    private static Contract Only(Indicator indicator) =>
        new([Action(indicator.Axis, 1, indicator)], [Planned(indicator, 1, 2)]);

    private static ContractAction Action(Axis axis, int rank, params Indicator[] indicators) =>
        new(new(axis, rank), $"Action {axis.Number}.{rank}", indicators);

    private static Trajectory Planned(Indicator indicator, decimal? baseline, decimal first) => new(
        indicator, baseline, Enumerable.Range(2024, 4).ToDictionary(year => year, year => first + year - 2024));
}
