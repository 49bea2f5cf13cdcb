using System.Net.Http.Json;
using System.Text.Json;
using Reporting.Api.Hosting;
using Reporting.Api.SampleData;
using Reporting.Api.Tests.Hosting;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;
using Reporting.Domain.Secrecy;
using Reporting.Store;
using Reporting.Store.Contracts;
using Reporting.Store.Registry;
using Reporting.Store.Returns;
using Reporting.Store.Totals;

namespace Reporting.Api.Tests.SampleData;

public sealed class SampleReturnsTests : IClassFixture<SampleReturnsTests.Installed>
{
    private const string Toulon = "248300543";
    private const string Perpignan = "200027183";
    private static readonly CancellationToken _cancel = CancellationToken.None;
    private readonly RunningService _service;

    public SampleReturnsTests(Installed installed)
    {
        ArgumentNullException.ThrowIfNull(installed);
        _service = installed.Service;
    }

    [Fact]
    public async Task Every_territory_has_a_contract()
    {
        var territories = await _service.Get<TerritoryStore>().AllAsync(at: null, _cancel);
        Assert.Equal(23, territories.Count);
        foreach (var territory in territories)
        {
            Assert.NotNull(await _service.Get<ContractStore>().FindAsync(territory.Siren, at: null, _cancel));
        }
    }

    [Theory]
    [InlineData(2024, new[] { RunningService.Rennes, Toulon })]
    [InlineData(2025, new[] { RunningService.Rennes })]
    public async Task All_but_the_missing_territories_have_deposited(int year, string[] missing)
    {
        var states = await _service.Get<ReturnReader>().StatesAsync(year, at: null, _cancel);
        var territories = (await _service.Get<TerritoryStore>().AllAsync(at: null, _cancel)).Select(territory => territory.Siren);
        Assert.Equal(missing, territories.Except(states.Keys).Order());
        Assert.All(states.Values, state => Assert.Equal(ReturnState.Deposited, state));
    }

    [Fact]
    public async Task Perpignan_deposited_late_for_2024_under_an_exception()
    {
        var late = await _service.Get<ReturnReader>().FindAsync(2024, Perpignan, null, _cancel);
        Assert.Equal(new DateOnly(2025, 4, 8), DateOnly.FromDateTime(late!.DepositedAt!.Value.UtcDateTime));
        Assert.Single(await _service.Get<Store.Campaigns.CampaignStore>().ExceptionsAsync(2024, Perpignan, _cancel));
    }

    [Fact]
    public async Task Every_return_is_acceptable_and_fictitious()
    {
        var returns = await ReturnsAsync();
        Assert.Equal(43, returns.Count);
        Assert.All(returns, stored => Assert.True(stored.Fictitious && stored.Counted.IsAcceptable));
    }

    [Fact]
    public async Task The_sample_shows_every_shape_of_a_figure_and_every_rule_that_changes_one()
    {
        var lines = (await ReturnsAsync()).SelectMany(stored => stored.Counted.Lines).ToList();
        Assert.Contains(lines, line => line.LowerBound < line.Value);
        Assert.Contains(lines, line => line.Estimated);
        Assert.Contains(lines, line => line.MethodChange is not null);
        Assert.Equal(
            [
                "DRO1-AUTRES-REFERENTIELS", "DRO1-MENAGE", "DRO2-FALC", "DRO3-EMP2", "DRO4-COFINANCE", "DRO8-CARTOGRAPHIE",
                "EMP1-FORMATION", "EMP1-MOBILITE", "EMP2-FINANCE", "ENF1-ENFANT", "ENF1-SUITE", "ENF3-AGE", "ENF4-AGE",
                "ENF4-INGENIERIE", "ENF4-SUITE", "G-DOUBLONS", "G-PERIODE", "G-PUBLIC", "TES1-SUITE", "TES2-SUITE", "TES3-RENTREE",
            ],
            lines.SelectMany(line => line.Explanation).Select(effect => effect.Rule).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whoever_reads_the_sample_is_told_that_it_is_fictitious()
    {
        using var lecteur = await _service.ClientAsync("lecteur");
        using var dgcs = await _service.ClientAsync("dgcs");
        Assert.True((await JsonAsync(lecteur, "/v1/tableaux-de-bord/national/2025")).GetProperty("fictif").GetBoolean());
        Assert.True((await JsonAsync(dgcs, $"/v1/remontees/2025/{Toulon}")).GetProperty("fictif").GetBoolean());
        var rows = (await lecteur.GetStringAsync(new Uri("/v1/exports/resultats.csv", UriKind.Relative)))
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.EndsWith(";oui", row));
    }

    [Fact]
    public async Task A_second_start_adds_nothing()
    {
        var before = await FamiliesAsync(_service);
        Assert.False(await _service.Get<SampleReturns>().InstallAsync(_cancel));
        await _service.Get<StorePreparation>().RunAsync(_cancel);
        Assert.Equal(before, await FamiliesAsync(_service));
        Assert.All(await ReturnsAsync(), stored => Assert.Equal((1, 2), (stored.Version, stored.Sequence)));
    }

    [Fact]
    public async Task The_sample_is_the_same_each_time() => Assert.Equal(FamiliesIn2025, await FamiliesAsync(_service));

    [Fact]
    public async Task An_installation_cut_short_is_completed_by_the_next_start()
    {
        await using var service = new RunningService(sampleData: true);
        using var _ = await service.ClientAsync();
        await CutShortAsync(service.Get<Database>());
        Assert.Equal(20, (await service.Get<ReturnReader>().StatesAsync(2025, at: null, _cancel)).Count);

        Assert.True(await service.Get<SampleReturns>().InstallAsync(_cancel));

        Assert.Equal(22, (await service.Get<ReturnReader>().StatesAsync(2025, at: null, _cancel)).Count);
        Assert.Equal(FamiliesIn2025, await FamiliesAsync(service));
        Assert.False(await service.Get<SampleReturns>().InstallAsync(_cancel));
    }

    // As a process killed after posting one territory's 2025 return and before another's leaves the store.
    private static async Task CutShortAsync(Database database)
    {
        await using var connection = await database.OpenAsync(_cancel);
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            DELETE FROM LateException;
            DELETE FROM ReturnEvent WHERE Year = 2025 AND Territory = '248300543' AND State = 'deposee';
            DELETE FROM ReturnExplanation WHERE Year = 2025 AND Territory = '248000531';
            DELETE FROM SmallestCount WHERE Year = 2025 AND Territory = '248000531';
            DELETE FROM ReturnContribution WHERE Year = 2025 AND Territory = '248000531';
            DELETE FROM ReturnLine WHERE Year = 2025 AND Territory = '248000531';
            DELETE FROM ReturnEvent WHERE Year = 2025 AND Territory = '248000531';
            DELETE FROM ReturnVersion WHERE Year = 2025 AND Territory = '248000531';
            """;
        await command.ExecuteNonQueryAsync(_cancel);
    }

    // The sum that the seeded sample gives; it changes only with the sample or with the rules.
    private const decimal FamiliesIn2025 = 20929;

    private static async Task<decimal> FamiliesAsync(RunningService service) =>
        (await service.Get<FigureStore>().OfYearAsync(2025, at: null, Audience.Everything, _cancel))
        .Where(figure => figure.Indicator == Indicators.Enf1).Sum(figure => figure.Value!.Value);

    private static Task<JsonElement> JsonAsync(HttpClient client, string path) =>
        client.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative));

    private async Task<IReadOnlyList<StoredReturn>> ReturnsAsync()
    {
        var returns = new List<StoredReturn>();
        foreach (var territory in await _service.Get<TerritoryStore>().AllAsync(at: null, _cancel))
        {
            foreach (var year in new[] { 2024, 2025 })
            {
                if (await _service.Get<ReturnReader>().FindAsync(year, territory.Siren, null, _cancel) is { } stored)
                {
                    returns.Add(stored);
                }
            }
        }

        return returns;
    }

    public sealed class Installed : IAsyncLifetime, IDisposable
    {
        internal RunningService Service { get; } = new(sampleData: true);

        public async Task InitializeAsync() => (await Service.ClientAsync()).Dispose();

        public Task DisposeAsync() => Task.CompletedTask;

        public void Dispose() => Service.Dispose();
    }
}
