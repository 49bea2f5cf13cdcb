using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Reporting.Api.Tests.Hosting;

namespace Reporting.Api.Tests.Dashboards;

/// <summary>Four contracts, two returns for 2024, three and a draft for 2025, all through the service's own doors.</summary>
public sealed class TwoCampaigns : IAsyncLifetime, IDisposable
{
    internal const string Rennes = RunningService.Rennes;
    internal const string Nantes = "244400404";
    internal const string AixMarseille = "200054807";
    internal const string Marseille = "211300553";

    private readonly RunningService _service = new(now: new(2025, 3, 10, 12, 0, 0, TimeSpan.Zero));

    public async Task InitializeAsync()
    {
        using (var dgcs = await _service.ClientAsync("dgcs"))
        {
            await ContractAsync(dgcs, Rennes, ("1.1", "ENF-1"), ("2.1", "EMP-2"), ("3.1", "DRO-4"));
            await ContractAsync(dgcs, Nantes, ("1.1", "ENF-1"));
            await ContractAsync(dgcs, AixMarseille, ("1.1", "ENF-1"));
            await ContractAsync(dgcs, Marseille, ("1.1", "ENF-1"));
        }

        await DepositAsync(2024, Rennes,
            """
            { "code": "ENF-1", "cible": 80, "valeur": 100 },
            { "code": "EMP-2", "cible": 10, "valeur": 8 },
            { "code": "DRO-4", "cible": 1.5, "valeur": 1 }
            """);
        await DepositAsync(2024, AixMarseille, """{ "code": "ENF-1", "cible": 400, "valeur": 200 }""");

        _service.Clock.SetUtcNow(new(2026, 3, 15, 12, 0, 0, TimeSpan.Zero));
        await DepositAsync(2025, Rennes,
            """
            { "code": "ENF-1", "cible": 200, "changementMethode": { "description": "Un quartier de plus", "effet": 10 }, "contributions": [
              { "action": "1.1", "modalite": "accompagnement", "effectif": 100, "estimation": true },
              { "action": "1.1", "indicateurLocal": "L2", "modalite": "accompagnement", "effectif": 60 } ] },
            { "code": "EMP-2", "cible": 10, "valeur": 12 },
            { "code": "DRO-4", "cible": 1.5, "valeur": 1.25 }
            """);
        await DepositAsync(2025, AixMarseille, """{ "code": "ENF-1", "cible": 300, "valeur": 250 }""");
        await DepositAsync(2025, Marseille, """{ "code": "ENF-1", "cible": 100, "valeur": 90 }""");
        await PutAsync(2025, Nantes, """{ "code": "ENF-1", "cible": 900, "valeur": 1000 }""");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _service.Dispose();

    internal Task<HttpClient> ClientAsync(string? role = "lecteur", params string[] scope) => _service.ClientAsync(role, scope);

    internal async Task<JsonElement> DashboardAsync(string path)
    {
        using var client = await ClientAsync();
        return await client.GetFromJsonAsync<JsonElement>(new Uri($"/v1/tableaux-de-bord/{path}", UriKind.Relative));
    }

    private static async Task ContractAsync(HttpClient dgcs, string siren, params (string Action, string Indicator)[] attached)
    {
        var actions = attached.Select(pair =>
            $$"""{ "numero": "{{pair.Action}}", "intitule": "Action", "indicateurs": ["{{pair.Indicator}}"] }""");
        var trajectories = attached.Select(pair =>
            $$"""{ "indicateur": "{{pair.Indicator}}", "cibles": { "2024": 1, "2025": 2, "2026": 3, "2027": 4 } }""");
        using var answer = await dgcs.PutAsync(
            new Uri($"/v1/contrats/{siren}", UriKind.Relative),
            RunningService.Json($$"""{ "actions": [{{string.Join(',', actions)}}], "trajectoires": [{{string.Join(',', trajectories)}}] }"""));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    private async Task DepositAsync(int year, string siren, string lines)
    {
        await PutAsync(year, siren, lines);
        using var metropole = await _service.ClientAsync("metropole", siren);
        using var answer = await metropole.PostAsync(new Uri($"/v1/remontees/{year}/{siren}/depot", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task PutAsync(int year, string siren, string lines)
    {
        using var metropole = await _service.ClientAsync("metropole", siren);
        using var answer = await metropole.PutAsync(
            new Uri($"/v1/remontees/{year}/{siren}", UriKind.Relative),
            RunningService.Json($$"""{ "indicateurs": [{{lines}}] }"""));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }
}
