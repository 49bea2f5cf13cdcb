using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;
using Reporting.Domain.Secrecy;
using Reporting.Domain.Totals;
using Reporting.Store.Registry;
using Reporting.Store.Returns;
using Reporting.Store.Tests.Returns;
using Reporting.Store.Totals;

namespace Reporting.Store.Tests.Totals;

public sealed class FigureStoreTests
{
    private const string Rennes = SampleReturn.Rennes;
    private const string Nantes = "244400404";
    private static readonly CancellationToken _cancel = CancellationToken.None;

    [OnEveryEngine]
    public async Task A_deposited_return_gives_one_figure_a_line(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        await DepositAsync(store, SampleReturn.Of() with { Fictitious = true });
        Assert.Equal(
            [
                new(Rennes, Indicators.Dro4, ReturnState.Deposited, 1.5m, 1.23m, 0.07m, 1.23m, false, false, true),
                new(Rennes, Indicators.Emp1, ReturnState.Deposited, null, 190, 190, 190, false, false, true),
                new(Rennes, Indicators.Enf1, ReturnState.Deposited, 420, 356, 230, 368, true, true, true),
            ],
            await new FigureStore(store.Database).OfTerritoryAsync(2025, Rennes, at: null, Audience.Everything, _cancel));
    }

    [OnEveryEngine]
    public async Task Figures_are_those_of_the_year_and_of_the_territory_asked_for(TestEngine engine)
    {
        await using var store = await CreateAsync(engine);
        await DepositAsync(store, SampleReturn.Of(value: 10));
        await DepositAsync(store, SampleReturn.Of(value: 20, territory: Nantes));
        await DepositAsync(store, SampleReturn.Of(value: 40, year: 2024));
        var figures = new FigureStore(store.Database);
        Assert.Equal([(Rennes, 10), (Nantes, 20)], Summary(await figures.OfYearAsync(2025, at: null, Audience.Everything, _cancel)));
        Assert.Equal([(Rennes, 40)], Summary(await figures.OfYearAsync(2024, at: null, Audience.Everything, _cancel)));
        Assert.Equal([(Nantes, 20)], Summary(await figures.OfTerritoryAsync(2025, Nantes, at: null, Audience.Everything, _cancel)));
        Assert.Empty(await figures.OfYearAsync(2026, at: null, Audience.Everything, _cancel));
    }

    private static IEnumerable<(string Territory, decimal? Value)> Summary(IReadOnlyList<Figure> figures) =>
        figures.Select(figure => (figure.Territory, figure.Value));

    private static async Task<TestStore> CreateAsync(TestEngine engine)
    {
        var store = await TestStore.CreateAsync(engine);
        await new ReferenceData(store.Database).InstallAsync(_cancel);
        return store;
    }

    private static async Task DepositAsync(TestStore store, StoredReturn draft)
    {
        var returns = new ReturnStore(store.Database);
        Assert.True(await returns.AppendAsync(draft, TestActs.New(), _cancel));
        Assert.True(await returns.DepositAsync(draft, SampleReturn.PostedAt.AddDays(1), TestActs.New(), _cancel));
    }
}
