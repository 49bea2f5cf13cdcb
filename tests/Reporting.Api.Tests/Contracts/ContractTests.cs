using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Reporting.Api.Tests.Hosting;

namespace Reporting.Api.Tests.Contracts;

public sealed class ContractTests : IClassFixture<ContractTests.EmptyService>
{
    private const string SaintEtienne = "244200770";
    private readonly RunningService _service;

    public ContractTests(EmptyService empty)
    {
        ArgumentNullException.ThrowIfNull(empty);
        _service = empty.Service;
    }

    [Fact]
    public async Task A_contract_is_created_kept_when_the_same_comes_again_and_versioned_when_it_changes()
    {
        using var dgcs = await _service.ClientAsync("dgcs");
        var example = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "examples", "contrat.json"));
        Assert.Equal((HttpStatusCode.Created, 1), await VersionAsync(dgcs, example));
        Assert.Equal((HttpStatusCode.OK, 1), await VersionAsync(dgcs, example.Replace("310", "310.00")));
        Assert.Equal((HttpStatusCode.OK, 2), await VersionAsync(dgcs, example.Replace("310", "311")));

        using var metropole = await _service.ClientAsync("metropole", RunningService.Rennes);
        using var read = await metropole.GetAsync(Route(RunningService.Rennes));
        Assert.Equal("\"2\"", read.Headers.ETag?.Tag);
        var contract = await read.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(RunningService.Rennes, contract.GetProperty("territoire").GetString());
        Assert.Equal("Plateforme de mobilité", contract.GetProperty("actions")[1].GetProperty("intitule").GetString());
        Assert.Equal(
            """{"indicateur":"ENF-1","t0":311,"cibles":{"2024":350,"2025":380,"2026":400,"2027":420}}""",
            contract.GetProperty("trajectoires")[0].GetRawText());
    }

    [Fact]
    public async Task Everything_wrong_with_a_contract_is_told_at_once_and_nothing_is_kept()
    {
        using var dgcs = await _service.ClientAsync("dgcs");
        using var answer = await dgcs.PutAsync(Route(SaintEtienne), RunningService.Json(
            """
            { "actions": [
                { "numero": "5.1", "intitule": "A", "indicateurs": ["ENF-1"] },
                { "numero": "1.2", "intitule": "B", "indicateurs": ["ENF-2", "ENF-2"] },
                { "numero": "1.2", "intitule": "C", "indicateurs": ["ENF-9"] } ],
              "trajectoires": [
                { "indicateur": "ENF-1", "t0": 1.5, "cibles": { "2024": 1, "2025": 2, "2026": -3, "2028": 4 } },
                { "indicateur": "TES-1", "cibles": { "2024": 1, "2025": 2, "2026": 3, "2027": 4 } },
                { "indicateur": "TES-1", "cibles": {} } ] }
            """));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("urn:reporting:document-refuse", problem.GetProperty("type").GetString());
        Assert.Equal(
            [
                ("action-repetee", "/actions/2/numero"),
                ("annee-hors-contrat", "/trajectoires/0/cibles"),
                ("chiffre-impossible", "/trajectoires/0/cibles/2026"),
                ("chiffre-impossible", "/trajectoires/0/t0"),
                ("cible-manquante", "/trajectoires/0/cibles"),
                ("indicateur-inconnu", "/actions/2/indicateurs/0"),
                ("indicateur-repete", "/actions/1/indicateurs/1"),
                ("indicateur-repete", "/trajectoires/2/indicateur"),
                ("numero-action", "/actions/0/numero"),
                ("trajectoire-manquante", "/trajectoires"),
                ("trajectoire-sans-action", "/trajectoires"),
            ],
            problem.GetProperty("constats").EnumerateArray()
                .SelectMany(finding => Pointers(finding).Select(pointer => (finding.GetProperty("code").GetString()!, pointer)))
                .OrderBy(finding => finding.Item1, StringComparer.Ordinal).ThenBy(finding => finding.Item2, StringComparer.Ordinal));
        using var read = await dgcs.GetAsync(Route(SaintEtienne));
        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
    }

    private static IEnumerable<string> Pointers(JsonElement finding) =>
    [
        finding.GetProperty("pointeur").GetString()!,
        .. finding.TryGetProperty("autresPointeurs", out var others)
            ? others.EnumerateArray().Select(pointer => pointer.GetString()!)
            : [],
    ];

    [Theory]
    [InlineData("""{ "actions": [], "trajectoires": [] }""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{ "actions": [] }""", HttpStatusCode.BadRequest)]
    [InlineData("""{ "actions": [], "trajectoires": [], "cible": 1 }""", HttpStatusCode.BadRequest)]
    [InlineData("actions", HttpStatusCode.BadRequest)]
    public async Task A_document_that_is_no_contract_is_refused(string body, HttpStatusCode status)
    {
        using var dgcs = await _service.ClientAsync("dgcs");
        using var answer = await dgcs.PutAsync(Route(SaintEtienne), RunningService.Json(body));
        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("metropole", SaintEtienne)]
    [InlineData("commissaire", "84")]
    [InlineData("lecteur", null)]
    public async Task Only_the_dgcs_writes_a_contract(string role, string? scope)
    {
        using var client = await _service.ClientAsync(role, scope is null ? [] : [scope]);
        using var answer = await client.PutAsync(Route(SaintEtienne), RunningService.Json("{}"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Another_metropole_cannot_tell_whether_a_contract_exists()
    {
        using var metropole = await _service.ClientAsync("metropole", SaintEtienne);
        using var read = await metropole.GetAsync(Route(RunningService.Rennes));
        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
    }

    [Fact]
    public async Task A_territory_that_signed_nothing_has_no_contract()
    {
        using var dgcs = await _service.ClientAsync("dgcs");
        using var answer = await dgcs.PutAsync(Route("000000000"), RunningService.Json("{}"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static Uri Route(string siren) => new($"/v1/contrats/{siren}", UriKind.Relative);

    private static async Task<(HttpStatusCode Status, int Version)> VersionAsync(HttpClient dgcs, string body)
    {
        using var answer = await dgcs.PutAsync(Route(RunningService.Rennes), RunningService.Json(body));
        var contract = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.StatusCode, contract.GetProperty("version").GetInt32());
    }

    public sealed class EmptyService : IDisposable
    {
        internal RunningService Service { get; } = new();

        public void Dispose() => Service.Dispose();
    }
}
