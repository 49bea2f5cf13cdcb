using System.Text.Json;
using Reporting.Api.Tests.Hosting;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Lifecycle;

public sealed class RegistryTests : IAsyncLifetime
{
    // Le Mans Métropole, which is not of the first signatories.
    private const string LeMans = "247200132";
    private const string Nantes = "244400404";

    private Rehearsal _rehearsal = null!;

    public async Task InitializeAsync() => _rehearsal = await Rehearsal.StartAsync(new(2025, 3, 10, 12, 0, 0, TimeSpan.Zero));

    public Task DisposeAsync() => _rehearsal.DisposeAsync().AsTask();

    [Fact]
    public async Task A_territory_that_joins_owes_its_first_return_from_then_on()
    {
        var joined = await PutAsync(LeMans, Described("Le Mans Métropole", since: 2025));
        Assert.Equal((201, "\"1\""), (joined.Status, joined.Tag));
        Assert.Equal((23, 24), (await ExpectedAsync(2024), await ExpectedAsync(2025)));

        await _rehearsal.SignContractAsync(LeMans);
        using var owner = await _rehearsal.Service.ClientAsync("metropole", LeMans);
        using var refused = await owner.PutAsync(Of($"/v1/remontees/2024/{LeMans}"), RunningService.Json(Rehearsal.Body(5)));
        var locks = (await ReadAsync(refused)).GetProperty("verrous");
        Assert.Equal("territoire", Assert.Single(locks.EnumerateArray()).GetProperty("nature").GetString());

        await _rehearsal.MoveToAsync(new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero));
        using var later = await _rehearsal.Service.ClientAsync("metropole", LeMans);
        using var accepted = await later.PutAsync(Of($"/v1/remontees/2025/{LeMans}"), RunningService.Json(Rehearsal.Body(5)));
        Assert.Equal(201, (int)accepted.StatusCode);
    }

    [Fact]
    public async Task A_merger_leaves_the_past_where_it_was_and_the_constant_perimeter_joins_it()
    {
        await _rehearsal.SignContractAsync(Nantes);
        await DepositAsync(2024, RunningService.Rennes, 100);
        await DepositAsync(2024, Nantes, 40);
        await _rehearsal.SignContractAsync(RunningService.Bordeaux);
        await DepositAsync(2024, RunningService.Bordeaux, 7);

        // Nantes carries on in Rennes from 2025, and takes another name on its last day.
        Assert.Equal(200, (await PutAsync(Nantes, Described("Nantes, partie de Rennes", until: 2024, into: RunningService.Rennes))).Status);
        Assert.Equal((23, 22), (await ExpectedAsync(2024), await ExpectedAsync(2025)));
        await _rehearsal.MoveToAsync(new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero));
        await DepositAsync(2025, RunningService.Rennes, 150);

        var series = await _rehearsal.GetAsync("/v1/tableaux-de-bord/national/serie?de=2024&a=2025", Actor.Lecteur);
        Assert.Equal([RunningService.Rennes], Sirens(series.GetProperty("territoires")));
        Assert.Equal([RunningService.Rennes, Nantes], series.GetProperty("territoires")[0].GetProperty("reunit").EnumerateArray().Select(siren => siren.GetString()).Order());
        Assert.Equal([140m, 150m], Values(series));
        var bordeaux = series.GetProperty("exclus").EnumerateArray().Single(excluded => excluded.GetProperty("siren").GetString() == RunningService.Bordeaux);
        Assert.Equal((2025, "sans-remontee"), (bordeaux.GetProperty("annee").GetInt32(), bordeaux.GetProperty("motif").GetString()));

        var complete = await _rehearsal.GetAsync("/v1/tableaux-de-bord/national/serie?perimetre=complet", Actor.Lecteur);
        Assert.Equal([147m, 150m], Values(complete));

        // The figure of 2024 is still that of Nantes, whatever it is called now.
        var past = await _rehearsal.GetAsync($"/v1/tableaux-de-bord/territoires/{Nantes}/2024", Actor.Lecteur);
        Assert.Equal(40, Rehearsal.Figure(past, "valeur"));
        Assert.Equal("Nantes, partie de Rennes", past.GetProperty("territoire").GetProperty("nom").GetString());
        Assert.Equal(2, (await _rehearsal.GetAsync($"/v1/territoires/{Nantes}/versions")).GetArrayLength());
    }

    [Fact]
    public async Task A_year_whose_figures_are_in_the_totals_stays_a_year_of_its_territory()
    {
        await DepositAsync(2024, RunningService.Rennes, 100);
        var refused = await PutAsync(RunningService.Rennes, Described("Rennes Métropole", since: 2025));
        Assert.Equal((422, "/signataireDepuis"), (
            refused.Status, Assert.Single(refused.Body.GetProperty("constats").EnumerateArray()).GetProperty("pointeur").GetString()));
        var sentBack = await _rehearsal.SendAsync(
            Actor.Dgcs, HttpMethod.Post, $"/v1/remontees/2024/{RunningService.Rennes}/renvoi", """{"commentaire":"Ne signe qu'en 2025"}""");
        Assert.Equal(200, sentBack.Status);
        Assert.Equal(200, (await PutAsync(RunningService.Rennes, Described("Rennes Métropole", since: 2025))).Status);
    }

    [Theory]
    [InlineData(nameof(Actor.Dgcs), "dgcs@developpement")]
    [InlineData(nameof(Actor.Commissaire), null)]
    [InlineData(nameof(Actor.Owner), null)]
    [InlineData(nameof(Actor.Lecteur), null)]
    public async Task Who_wrote_in_the_registry_is_told_to_the_dgcs_alone(string reader, string? author)
    {
        await PutAsync(LeMans, Described("Le Mans Métropole", since: 2025));

        var version = Assert.Single((await _rehearsal.GetAsync($"/v1/territoires/{LeMans}/versions", Enum.Parse<Actor>(reader))).EnumerateArray());

        Assert.Equal(author, version.TryGetProperty("enregistrePar", out var name) ? name.GetString() : null);
    }

    [Theory]
    [InlineData("nature", "\"VILLE\"", "/nature")]
    [InlineData("departement", "\"99\"", "/departement")]
    [InlineData("region", "\"5\"", "/region")]
    [InlineData("population", "0", "/population")]
    [InlineData("signataireDepuis", "2023", "/signataireDepuis")]
    [InlineData("signataireJusqua", "2028", "/signataireJusqua")]
    [InlineData("fusionneDans", "\"243500139\"", "/signataireJusqua")]
    [InlineData("contenuDans", "\"247200132\"", "/contenuDans")]
    [InlineData("contenuDans", "\"000000000\"", "/contenuDans")]
    [InlineData("aCompterDu", "\"2025-03-11\"", "/aCompterDu")]
    [InlineData("aCompterDu", "\"11/03/2025\"", null)]
    public async Task What_cannot_be_in_the_registry_is_refused_in_its_place(string field, string value, string? pointer)
    {
        var body = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Described("Le Mans Métropole"))!;
        body[field] = JsonSerializer.Deserialize<JsonElement>(value);
        var refused = await PutAsync(LeMans, JsonSerializer.Serialize(body));
        Assert.Equal(pointer is null ? 400 : 422, refused.Status);
        if (pointer is not null)
        {
            Assert.Contains(pointer, refused.Body.GetProperty("constats").EnumerateArray().Select(finding => finding.GetProperty("pointeur").GetString()));
        }

        Assert.Equal(404, (await _rehearsal.SendAsync(Actor.Dgcs, HttpMethod.Get, $"/v1/territoires/{LeMans}")).Status);
    }

    [Fact]
    public async Task A_change_goes_by_its_tag_and_the_same_again_is_the_same_version()
    {
        Assert.Equal(404, (await PutAsync("247200133", Described("Clé fausse"))).Status);
        var first = await PutAsync(LeMans, Described("Le Mans Métropole"));
        Assert.Equal(first.Tag, (await PutAsync(LeMans, Described("Le Mans Métropole"))).Tag);
        Assert.Equal("\"2\"", (await PutAsync(LeMans, Described("Le Mans"), first.Tag)).Tag);
        Assert.Equal(412, (await PutAsync(LeMans, Described("Le Mans !"), first.Tag)).Status);
        Assert.Equal("Le Mans", (await _rehearsal.GetAsync($"/v1/territoires/{LeMans}")).GetProperty("nom").GetString());
    }

    private Task<Reply> PutAsync(string siren, string body, string? tag = null) =>
        _rehearsal.SendAsync(Actor.Dgcs, HttpMethod.Put, $"/v1/territoires/{siren}", body, tag);

    private static string Described(string name, int since = 2024, int? until = null, string? into = null)
    {
        var body = new Dictionary<string, object>
        {
            ["nom"] = name, ["nature"] = "CU", ["departement"] = "72", ["region"] = "52", ["population"] = 205_000,
            ["signataireDepuis"] = since, ["aCompterDu"] = "2025-01-01",
        };
        if (until is { } last)
        {
            body["signataireJusqua"] = last;
        }

        if (into is not null)
        {
            body["fusionneDans"] = into;
        }

        return JsonSerializer.Serialize(body);
    }

    private async Task<int> ExpectedAsync(int year) =>
        (await _rehearsal.GetAsync($"/v1/tableaux-de-bord/national/{year}", Actor.Lecteur)).GetProperty("territoires").GetProperty("attendus").GetInt32();

    private async Task DepositAsync(int year, string siren, decimal value)
    {
        using var owner = await _rehearsal.Service.ClientAsync("metropole", siren);
        using var put = await owner.PutAsync(Of($"/v1/remontees/{year}/{siren}"), RunningService.Json(Rehearsal.Body(value)));
        using var deposit = await owner.PostAsync(Of($"/v1/remontees/{year}/{siren}/depot"), null);
        Assert.Equal((201, 200), ((int)put.StatusCode, (int)deposit.StatusCode));
    }



    private static IEnumerable<string?> Sirens(JsonElement territories) =>
        territories.EnumerateArray().Select(territory => territory.GetProperty("siren").GetString());

    private static IEnumerable<decimal> Values(JsonElement series) => series.GetProperty("axes").EnumerateArray()
        .SelectMany(axis => axis.GetProperty("indicateurs").EnumerateArray())
        .Single(indicator => indicator.GetProperty("code").GetString() == "DRO-6")
        .GetProperty("annees").EnumerateArray().Select(year => year.GetProperty("valeur").GetDecimal());
}
