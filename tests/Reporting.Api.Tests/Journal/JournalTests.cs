using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Reporting.Api.Tests.Hosting;
using Reporting.Store.Journal;

namespace Reporting.Api.Tests.Journal;

public sealed class JournalTests : IAsyncLifetime, IDisposable
{
    private const string Return = $"/v1/remontees/2025/{RunningService.Rennes}";
    private const string OfRennes = $"/v1/journal?territoire={RunningService.Rennes}";

    private readonly RunningService _service = new();
    private HttpClient _rennes = null!;
    private HttpClient _dgcs = null!;

    public async Task InitializeAsync()
    {
        _dgcs = await _service.ClientAsync("dgcs");
        _rennes = await _service.ClientAsync("metropole", RunningService.Rennes);
        var contract = await _dgcs.PutAsync(
            Relative($"/v1/contrats/{RunningService.Rennes}"), RunningService.Json(await ExampleAsync("contrat.json")));
        Assert.Equal(HttpStatusCode.Created, contract.StatusCode);
        var posted = await _rennes.PutAsync(Relative(Return), RunningService.Json(await ExampleAsync("remontee.json")));
        Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _rennes.Dispose();
        _dgcs.Dispose();
        _service.Dispose();
    }

    [Fact]
    public async Task Every_write_and_every_sensitive_read_is_told_newest_first()
    {
        await _rennes.PostAsync(Relative($"{Return}/depot"), null);
        await _rennes.GetAsync(Relative(Return));
        await _dgcs.GetAsync(Relative($"/v1/contrats/{RunningService.Rennes}"));
        await _rennes.GetAsync(Relative(OfRennes));
        var page = await PageAsync(_dgcs, OfRennes);
        Assert.Equal(
            [
                "journal.lire metropole@developpement metropole", "contrat.lire dgcs@developpement dgcs",
                "remontee.lire metropole@developpement metropole", "remontee.deposer metropole@developpement metropole",
                "remontee.poster metropole@developpement metropole", "contrat.remplacer dgcs@developpement dgcs",
            ],
            Entries(page).Select(entry => $"{Text(entry, "action")} {Text(entry, "acteur")} {Text(entry, "role")}"));
        var deposit = Entries(page)[3];
        Assert.Equal((2025, RunningService.Rennes, 1), (deposit.GetProperty("annee").GetInt32(), Text(deposit, "territoire"), deposit.GetProperty("version").GetInt32()));
        Assert.True(IPAddress.IsLoopback(IPAddress.Parse(Text(deposit, "adresse"))));
        Assert.Equal("2026-03-15T13:00:00+01:00", Text(deposit, "le"));
        Assert.Equal(32, Text(deposit, "traceId").Length);
        Assert.Equal(Text(Entries(page)[4], "empreinte"), Text(deposit, "empreintePrecedente"));
    }

    [Fact]
    public async Task What_is_refused_or_not_found_or_already_so_leaves_no_entry()
    {
        var before = await LastAsync();
        await _rennes.PutAsync(Relative(Return), RunningService.Json(await ExampleAsync("remontee.json")));
        await _rennes.PutAsync(Relative(Return), RunningService.Json("{}"));
        await _rennes.GetAsync(Relative($"/v1/remontees/2024/{RunningService.Rennes}"));
        await _rennes.GetAsync(Relative($"/v1/contrats/{RunningService.Bordeaux}"));
        Assert.Equal(before, await LastAsync());
    }

    [Fact]
    public async Task A_metropole_reads_its_own_territory_s_journal_alone()
    {
        var own = Entries(await PageAsync(_rennes, OfRennes));
        Assert.NotEmpty(own);
        Assert.All(own, entry => Assert.Equal(
            Text(entry, "acteur") == "metropole@developpement", entry.TryGetProperty("adresse", out var address) && address.ValueKind is JsonValueKind.String));
        Assert.Contains(own, entry => Text(entry, "acteur") == "dgcs@developpement");
        Assert.All(Entries(await PageAsync(_rennes, OfRennes)), entry => Assert.Equal(RunningService.Rennes, Text(entry, "territoire")));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(_rennes, $"/v1/journal?territoire={RunningService.Bordeaux}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(_rennes, "/v1/journal?territoire=999999999"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(_rennes, "/v1/journal"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(await _service.ClientAsync("commissaire", "53"), OfRennes));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(await _service.ClientAsync("lecteur"), "/v1/journal"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(await _service.ClientAsync(), "/v1/journal"));
    }

    [Fact]
    public async Task Hashes_which_every_address_can_be_tried_against_are_the_DGCS_s_alone()
    {
        var own = await _rennes.GetStringAsync(Relative(OfRennes));
        var all = Entries(await PageAsync(_dgcs, "/v1/journal?limite=1000"));

        Assert.Contains(all, entry => own.Contains(Text(entry, "id"), StringComparison.Ordinal));
        Assert.All(all, entry => Assert.Equal(64, Text(entry, "empreinte").Length));
        Assert.All(all, entry => Assert.DoesNotContain(Text(entry, "empreinte"), own, StringComparison.Ordinal));
        Assert.All(all, entry => Assert.DoesNotContain(Text(entry, "empreintePrecedente"), own, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("annee=2025", "remontee.poster")]
    [InlineData("action=contrat.remplacer", "contrat.remplacer")]
    [InlineData("acteur=metropole@developpement", "remontee.poster")]
    [InlineData("depuis=2026-03-15T12:00:00Z&action=remontee.poster", "remontee.poster")]
    [InlineData("jusqu=2026-03-15T12:00:00Z", "")]
    public async Task The_journal_is_filtered(string filter, string actions) => Assert.Equal(
        actions, string.Join(',', Entries(await PageAsync(_dgcs, $"/v1/journal?{filter}")).Select(entry => Text(entry, "action"))));

    [Fact]
    public async Task The_next_link_leads_through_every_entry_once()
    {
        var numbers = new List<long>();
        var next = "/v1/journal?limite=2&depuis=2026-03-15T12:00:00Z";
        while (next is not null)
        {
            var page = await PageAsync(_dgcs, next);
            numbers.AddRange(Entries(page).Select(entry => entry.GetProperty("numero").GetInt64()));
            next = page.TryGetProperty("suivant", out var link) ? link.GetString() : null;
        }

        Assert.InRange(numbers.Count, 4, 20);
        Assert.Equal(Enumerable.Range(1, numbers.Count).Reverse().Select(n => (long)n), numbers);
    }

    [Theory]
    [InlineData("page=2")]
    [InlineData("limite=0")]
    [InlineData("limite=1001")]
    [InlineData("depuis=hier")]
    [InlineData("annee=MMXXV")]
    public async Task A_parameter_that_is_unknown_or_unreadable_is_refused(string parameter) =>
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(_dgcs, $"/v1/journal?{parameter}"));

    [Fact]
    public async Task The_whole_chain_holds() => Assert.IsType<JournalVerdict.Whole>(
        await _service.Get<JournalStore>().VerifyAsync(null, null, CancellationToken.None));

    private async Task<long> LastAsync() =>
        (await _service.Get<JournalStore>().NewestAsync(new(), 1, CancellationToken.None))[0].Sequence;

    private static Task<string> ExampleAsync(string file) =>
        File.ReadAllTextAsync(Path.Combine(Repository.Root, "openapi", "examples", file));

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(Relative(path));
        return answer.StatusCode;
    }

    private static Task<JsonElement> PageAsync(HttpClient client, string path) =>
        client.GetFromJsonAsync<JsonElement>(Relative(path));

    private static List<JsonElement> Entries(JsonElement page) => [.. page.GetProperty("entrees").EnumerateArray()];

    private static string Text(JsonElement entry, string name) => entry.GetProperty(name).GetString()!;

    private static Uri Relative(string path) => new(path, UriKind.Relative);
}
