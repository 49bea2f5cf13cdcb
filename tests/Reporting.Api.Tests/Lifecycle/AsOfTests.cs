using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reporting.Api.Tests.Hosting;
using Reporting.Store;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Lifecycle;

public sealed class AsOfTests : IAsyncLifetime
{
    private const string National = "/v1/tableaux-de-bord/national/2025";

    private Rehearsal _rehearsal = null!;

    public async Task InitializeAsync() => _rehearsal = await Rehearsal.StartAsync();

    public Task DisposeAsync() => _rehearsal.DisposeAsync().AsTask();

    [Fact]
    public async Task A_dashboard_is_re_read_exactly_after_corrections_contracts_territories_and_exceptions()
    {
        await _rehearsal.PutAsync(100);
        await _rehearsal.DepositAsync();
        var then = _rehearsal.Now;
        string[] paths =
        [
            National, $"/v1/tableaux-de-bord/territoires/{RunningService.Rennes}/2025", "/v1/territoires", "/v1/campagnes",
            $"/v1/contrats/{RunningService.Rennes}", "/v1/tableaux-de-bord/national/serie?de=2024&a=2025",
        ];
        var before = new List<string>();
        foreach (var path in paths)
        {
            before.Add(Text(await _rehearsal.GetAsync(path)));
        }

        var export = await ExportAsync("");
        await _rehearsal.AdvanceAsync(TimeSpan.FromHours(1));
        await _rehearsal.ValidateAsync();
        await _rehearsal.PutAsync(70);
        await _rehearsal.DepositAsync();
        await _rehearsal.ValidateAsync(2);
        Assert.Equal(200, (await _rehearsal.SendAsync(Actor.Dgcs, HttpMethod.Put, $"/v1/contrats/{RunningService.Rennes}",
            """
            { "derniereAnnee": 2024, "actions": [ { "numero": "3.1", "intitule": "Droits", "indicateurs": ["DRO-6"] } ],
              "trajectoires": [ { "indicateur": "DRO-6", "cibles": { "2024": 1 } } ] }
            """)).Status);
        Assert.Equal(200, (await _rehearsal.SendAsync(Actor.Dgcs, HttpMethod.Put, $"/v1/territoires/{RunningService.Rennes}",
            """
            { "nom": "Rennes et alentour", "nature": "METRO", "departement": "22", "region": "52", "population": 5,
              "signataireDepuis": 2024, "signataireJusqua": 2026, "contenuDans": "243300316", "aCompterDu": "2026-03-01" }
            """)).Status);
        await _rehearsal.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(70, await _rehearsal.TotalAsync());
        for (var i = 0; i < paths.Length; i++)
        {
            if (paths[i] != "/v1/campagnes")
            {
                Assert.NotEqual((paths[i], before[i]), (paths[i], Text(await _rehearsal.GetAsync(paths[i]))));
            }

            Assert.Equal((paths[i], before[i]), (paths[i], Text(await _rehearsal.GetAsync(At(paths[i], then)))));
        }

        Assert.NotEqual(export, await ExportAsync(""));
        Assert.Equal(export, await ExportAsync(At("", then)));
        var past = await _rehearsal.GetAsync(At(Rehearsal.Return, then));
        Assert.Equal((1, "deposee"), (past.GetProperty("version").GetInt32(), past.GetProperty("etat").GetString()));
        Assert.Equal("validee", (await _rehearsal.GetAsync($"{Rehearsal.Return}?version=1")).GetProperty("etat").GetString());
        Assert.Equal("deposee", (await _rehearsal.GetAsync(At($"{Rehearsal.Return}?version=1", then))).GetProperty("etat").GetString());
        Assert.Equal(404, (await _rehearsal.SendAsync(Actor.Dgcs, HttpMethod.Get, At($"{Rehearsal.Return}?version=2", then))).Status);
    }

    [Fact]
    public async Task Between_two_events_of_one_instant_the_last_one_stands()
    {
        await _rehearsal.PutAsync(1);
        await _rehearsal.DepositAsync();
        await _rehearsal.PutAsync(2);
        await _rehearsal.DepositAsync();
        var then = _rehearsal.Now;
        await _rehearsal.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(2, await _rehearsal.TotalAsync(At("", then)));
        Assert.Null(await _rehearsal.TotalAsync(At("", then.AddMilliseconds(-1))));
    }

    // Ten seconds must have gone by: no write may then still be on its way.
    [Theory]
    [InlineData("2026-03-15T12:00:00.001Z", "avenir")]
    [InlineData("2027-01-01T00:00:00Z", "avenir")]
    [InlineData("2026-03-15T12:00:00Z", "récent")]
    [InlineData("2026-03-15T11:59:50.001Z", "récent")]
    [InlineData("2026-03-15", "ISO 8601")]
    [InlineData("2026-03-15T10:00:00", "ISO 8601")]
    [InlineData("hier", "ISO 8601")]
    [InlineData("", "ISO 8601")]
    public async Task An_instant_that_is_not_past_and_settled_is_refused(string instant, string reason)
    {
        foreach (var path in new[] { National, Rehearsal.Return, "/v1/territoires", "/v1/campagnes/2025", $"/v1/contrats/{RunningService.Rennes}", "/v1/exports/resultats.csv" })
        {
            var refused = await _rehearsal.SendAsync(Actor.Dgcs, HttpMethod.Get, $"{path}?au={instant}");
            Assert.Equal((path, 400), (path, refused.Status));
            Assert.Contains(reason, refused.Body.GetProperty("detail").GetString());
        }
    }

    [Theory]
    [InlineData("2026-03-15T11:59:50Z")]
    [InlineData("2026-03-15T12:59:50%2B01:00")]
    [InlineData("2026-03-15T11:59Z")]
    [InlineData("2026-03-14T23:00:00.1234567Z")]
    public async Task A_settled_instant_is_read_however_it_is_written(string instant) =>
        Assert.Null(await _rehearsal.TotalAsync($"?au={instant}"));

    [Fact]
    public async Task A_clock_that_goes_back_writes_no_event_before_the_last_one()
    {
        await _rehearsal.PutAsync(1);
        var posted = (await _rehearsal.GetAsync($"{Rehearsal.Return}/versions")).GetProperty("versions")[0].GetProperty("enregistreLe");

        // Another instance on the same store, whose clock is three seconds behind.
        await using var earlier = new RunningService(
            _rehearsal.Now.AddSeconds(-3),
            settings: ("Store:ConnectionString", _rehearsal.Service.Get<StoreOptions>().ConnectionString));
        using var owner = await earlier.ClientAsync("metropole", RunningService.Rennes);
        using var deposit = await owner.PostAsync(Of($"{Rehearsal.Return}/depot"), null);
        Assert.Equal(posted.GetString(), (await ReadAsync(deposit)).GetProperty("deposeLe").GetString());
    }

    private async Task<string> ExportAsync(string query) =>
        await _rehearsal.As(Actor.Lecteur).GetStringAsync(Of($"/v1/exports/resultats.csv{query}"));

    private static string At(string path, DateTimeOffset instant) =>
        $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}au={instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)}";

    private static string Text(JsonElement document)
    {
        var node = JsonNode.Parse(document.GetRawText());
        (node as JsonObject)?.Remove("au");
        return node!.ToJsonString();
    }
}
