using System.Net;
using System.Text;
using Reporting.Api.Tests.Hosting;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Returns;

public sealed class AccessTests(OpenCampaign campaign) : IClassFixture<OpenCampaign>
{
    private const string Other = $"/v1/remontees/2025/{RunningService.Bordeaux}";
    private const string Unknown = "/v1/remontees/2025/123456789";
    private const string Body = """{"indicateurs":[{"code":"DRO-6","cible":1,"valeur":1}]}""";

    private static readonly (string Name, string Value)[] Entra =
    [
        ("AzureAd:Instance", "https://127.0.0.1:1/"), ("AzureAd:TenantId", "11111111-1111-1111-1111-111111111111"),
        ("AzureAd:ClientId", "22222222-2222-2222-2222-222222222222"),
    ];

    // metropole of Rennes, commissaire of Bretagne, dgcs, lecteur, nobody.
    [Theory]
    [InlineData("GET", "/v1", "200 200 200 200 200")]
    [InlineData("GET", "/v1/indicateurs", "200 200 200 200 401")]
    [InlineData("GET", "/v1/territoires", "200 200 200 200 401")]
    [InlineData("GET", $"/v1/territoires/{RunningService.Bordeaux}", "200 200 200 200 401")]
    [InlineData("GET", "/v1/campagnes/2025", "200 200 200 200 401")]
    [InlineData("GET", "/v1/campagnes/2025/suivi", "403 200 200 403 401")]
    [InlineData("GET", "/v1/campagnes/2025/suivi.csv", "403 200 200 403 401")]
    [InlineData("GET", $"/v1/campagnes/2025/territoires/{RunningService.Rennes}/calendrier.ics", "200 200 200 403 401")]
    [InlineData("GET", $"/v1/campagnes/2025/territoires/{RunningService.Bordeaux}/calendrier.ics", "404 404 200 403 401")]
    [InlineData("GET", $"/v1/campagnes/2025/territoires/{RunningService.Rennes}/rappels.atom", "200 200 200 403 401")]
    [InlineData("GET", $"/v1/campagnes/2025/territoires/{RunningService.Bordeaux}/rappels.atom", "404 404 200 403 401")]
    [InlineData("POST", $"/v1/territoires/{RunningService.Rennes}/abonnements", "201 403 201 403 401")]
    [InlineData("POST", $"/v1/territoires/{RunningService.Bordeaux}/abonnements", "404 403 201 403 401")]
    [InlineData("GET", $"/v1/territoires/{RunningService.Rennes}/abonnements", "200 403 200 403 401")]
    [InlineData("GET", $"/v1/territoires/{RunningService.Bordeaux}/abonnements", "404 403 200 403 401")]
    [InlineData("DELETE", $"/v1/territoires/{RunningService.Rennes}/abonnements/018f0000-0000-7000-8000-000000000001", "404 403 404 403 401")]
    [InlineData("GET", "/v1/abonnements/calendrier.ics?cle=inconnue", "404 404 404 404 404")]
    [InlineData("GET", "/v1/abonnements/rappels.atom", "404 404 404 404 404")]
    [InlineData("POST", $"/v1/territoires/{RunningService.Rennes}/webhooks", "415 403 415 403 401")]
    [InlineData("POST", $"/v1/territoires/{RunningService.Bordeaux}/webhooks", "404 403 415 403 401")]
    [InlineData("GET", $"/v1/territoires/{RunningService.Rennes}/webhooks", "200 403 200 403 401")]
    [InlineData("GET", $"/v1/territoires/{RunningService.Bordeaux}/webhooks", "404 403 200 403 401")]
    [InlineData("DELETE", $"/v1/territoires/{RunningService.Rennes}/webhooks/018f0000-0000-7000-8000-000000000001", "404 403 404 403 401")]
    [InlineData("GET", $"/v1/territoires/{RunningService.Bordeaux}/webhooks/018f0000-0000-7000-8000-000000000001/livraisons", "404 403 404 403 401")]
    [InlineData("POST", $"/v1/territoires/{RunningService.Rennes}/webhooks/018f0000-0000-7000-8000-000000000001/essai", "404 403 404 403 401")]
    [InlineData("POST", $"/v1/territoires/{RunningService.Rennes}/webhooks/018f0000-0000-7000-8000-000000000001/livraisons/x/relance", "404 403 404 403 401")]
    [InlineData("GET", Route, "404 404 404 403 401")]
    [InlineData("GET", Other, "404 404 404 403 401")]
    [InlineData("PUT", Other, "404 403 403 403 401")]
    [InlineData("PUT", Unknown, "404 403 403 403 401")]
    [InlineData("POST", $"{Route}/simulation", "200 403 403 403 401")]
    [InlineData("POST", $"{Other}/simulation", "404 403 403 403 401")]
    [InlineData("POST", $"{Route}/depot", "404 403 403 403 401")]
    [InlineData("POST", $"{Other}/depot", "404 403 403 403 401")]
    [InlineData("GET", $"{Route}/versions", "404 404 404 403 401")]
    [InlineData("GET", $"{Other}/versions", "404 404 404 403 401")]
    [InlineData("GET", $"{Route}/differences?de=1&a=2", "404 404 404 403 401")]
    [InlineData("POST", $"{Route}/validation", "403 404 404 403 401")]
    [InlineData("POST", $"{Other}/validation", "403 404 404 403 401")]
    [InlineData("POST", $"{Route}/renvoi", "403 415 415 403 401")]
    [InlineData("POST", $"{Other}/renvoi", "403 404 415 403 401")]
    [InlineData("GET", $"{Route}/commentaires", "404 404 404 403 401")]
    [InlineData("POST", $"{Route}/commentaires", "404 404 404 403 401")]
    [InlineData("GET", $"/v1/campagnes/2025/territoires/{RunningService.Rennes}/ouverture", "200 200 200 200 401")]
    [InlineData("GET", $"/v1/campagnes/2025/territoires/{RunningService.Bordeaux}/ouverture", "404 404 200 200 401")]
    [InlineData("GET", "/v1/campagnes/2025/territoires/123456789/ouverture", "404 404 404 404 401")]
    [InlineData("GET", $"/v1/campagnes/2025/territoires/{RunningService.Rennes}/derogations", "200 200 200 403 401")]
    [InlineData("GET", $"/v1/campagnes/2025/territoires/{RunningService.Bordeaux}/derogations", "404 404 200 403 401")]
    [InlineData("POST", $"/v1/campagnes/2025/territoires/{RunningService.Rennes}/derogations", "403 403 415 403 401")]
    [InlineData("POST", $"/v1/campagnes/2025/territoires/{RunningService.Rennes}/derogations/018f0000-0000-7000-8000-000000000001/revocation", "403 403 404 403 401")]
    [InlineData("PUT", "/v1/campagnes/2026", "403 403 400 403 401")]
    [InlineData("POST", "/v1/campagnes/2026/recomptage?simulation=true", "403 403 200 403 401")]
    [InlineData("PUT", $"/v1/territoires/{RunningService.Rennes}", "403 403 400 403 401")]
    [InlineData("GET", $"/v1/territoires/{RunningService.Rennes}/versions", "200 200 200 200 401")]
    [InlineData("GET", "/v1/tableaux-de-bord/national/serie", "403 403 200 200 401")]
    [InlineData("POST", "/v1/decomptes?annee=2025", "415 403 403 403 401")]
    [InlineData("GET", "/v1/decomptes?annee=2025", "405 405 405 405 401")]
    [InlineData("GET", $"/v1/contrats/{RunningService.Bordeaux}", "404 404 404 403 401")]
    [InlineData("PUT", $"/v1/contrats/{RunningService.Rennes}", "403 403 400 403 401")]
    [InlineData("GET", "/v1/tableaux-de-bord/national/2025", "403 403 200 200 401")]
    [InlineData("GET", $"/v1/tableaux-de-bord/territoires/{RunningService.Rennes}/2025", "200 200 200 200 401")]
    [InlineData("GET", $"/v1/tableaux-de-bord/territoires/{RunningService.Bordeaux}/2025", "404 404 200 200 401")]
    [InlineData("GET", "/v1/exports/resultats.csv?annee=2025", "403 403 200 200 401")]
    [InlineData("GET", "/nulle-part", "404 404 404 404 401")]
    [InlineData("DELETE", Route, "405 405 405 405 401")]
    [InlineData("GET", "/health/live", "200 200 200 200 200")]
    public async Task Each_route_answers_each_role_its_own(string method, string path, string statuses)
    {
        (string? Role, string[] Scope)[] callers =
        [
            ("metropole", [RunningService.Rennes]), ("commissaire", ["53"]), ("dgcs", []), ("lecteur", []), (null, []),
        ];
        var answered = new List<int>();
        foreach (var (role, scope) in callers)
        {
            using var client = await campaign.Service.ClientAsync(role, scope);
            using var request = new HttpRequestMessage(new HttpMethod(method), Of(path));
            if (method is "PUT" || path.EndsWith("simulation", StringComparison.Ordinal))
            {
                request.Content = RunningService.Json(Body);
            }

            using var answer = await client.SendAsync(request);
            answered.Add((int)answer.StatusCode);
            if (!answer.IsSuccessStatusCode)
            {
                Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
                Assert.StartsWith("urn:reporting:", (await ReadAsync(answer)).GetProperty("type").GetString());
            }
        }

        Assert.Equal(statuses, string.Join(' ', answered));
    }

    [Fact]
    public async Task Another_territory_cannot_be_told_from_one_that_does_not_exist()
    {
        using var bordeaux = await campaign.Service.ClientAsync("metropole", RunningService.Bordeaux);
        using var posted = await bordeaux.PutAsync(Of(Other), RunningService.Json(Body));
        Assert.True(posted.IsSuccessStatusCode);
        foreach (var (method, path) in ((HttpMethod, string)[])[(HttpMethod.Get, ""), (HttpMethod.Put, ""), (HttpMethod.Post, "/simulation"), (HttpMethod.Post, "/depot"),
            (HttpMethod.Get, "/versions"), (HttpMethod.Get, "/differences?de=1&a=1"), (HttpMethod.Get, "/commentaires"), (HttpMethod.Post, "/commentaires")])
        {
            Assert.Equal(await BodyAsync(method, Unknown + path), await BodyAsync(method, Other + path));
        }

        // A commissaire sees the returns of its regions, and of no other.
        using var aquitaine = await campaign.Service.ClientAsync("commissaire", "75");
        using var bretagne = await campaign.Service.ClientAsync("commissaire", "53");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(aquitaine, Other));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(bretagne, Other));
    }

    [Fact]
    public async Task A_token_that_the_service_did_not_sign_for_now_signs_nobody_in()
    {
        await using var service = new RunningService();
        using var client = await service.ClientAsync("dgcs");
        await using var stranger = new RunningService();
        using var otherKey = await stranger.ClientAsync("dgcs");
        var genuine = client.DefaultRequestHeaders.Authorization!.Parameter!;
        var parts = genuine.Split('.');
        string[] refused =
        [
            "", "x", "a.b.c", "....", $"{parts[0]}.{parts[1]}.", $"{parts[0]}.{parts[1]}.{parts[2][..^4]}AAAA",
            $"{Base64("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.", $"{Base64("""{"alg":"none"}""")}.{parts[1]}.{parts[2]}",
            otherKey.DefaultRequestHeaders.Authorization!.Parameter!,
        ];
        foreach (var token in refused)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
            Assert.Equal((token, "urn:reporting:non-authentifie"), (token, await TypeOfRefusalAsync(client)));
        }

        client.DefaultRequestHeaders.Authorization = new("Bearer", genuine);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/v1/campagnes"));
        service.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal("urn:reporting:non-authentifie", await TypeOfRefusalAsync(client));
    }

    [Fact]
    public async Task Garbage_is_refused_beside_Entra_too()
    {
        await using var service = new RunningService(settings: Entra);
        using var client = await service.ClientAsync("dgcs");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/v1/campagnes"));
        foreach (var token in (string[])["x", "a.b.c", "....", "e30.e30."])
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
            Assert.Equal((token, "urn:reporting:non-authentifie"), (token, await TypeOfRefusalAsync(client)));
        }
    }

    [Fact]
    public async Task In_production_development_tokens_and_their_routes_do_not_exist()
    {
        await using var service = new RunningService(environment: "Production", settings: Entra);
        using var client = await service.ClientAsync();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/health/live"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, "/dev/jetons/dgcs"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, "/dev/connexion.js"));
        client.DefaultRequestHeaders.Authorization = campaign.Metropole.DefaultRequestHeaders.Authorization;
        Assert.Equal("urn:reporting:non-authentifie", await TypeOfRefusalAsync(client));
    }

    [Fact]
    public async Task Outside_development_the_service_does_not_start_without_a_way_to_sign_in()
    {
        await using var service = new RunningService(environment: "Production");
        await Assert.ThrowsAsync<InvalidOperationException>(() => service.ClientAsync());
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=');

    private async Task<string> BodyAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, Of(path)) { Content = method == HttpMethod.Get ? null : RunningService.Json(Body) };
        using var answer = await campaign.Metropole.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        return string.Join('\n', (await ReadAsync(answer)).EnumerateObject().Where(field => field.Name != "traceId"));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(Of(path));
        return answer.StatusCode;
    }

    private static async Task<string?> TypeOfRefusalAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(Of("/v1/campagnes"));
        return answer.StatusCode is HttpStatusCode.Unauthorized
            ? (await ReadAsync(answer)).GetProperty("type").GetString()
            : $"{(int)answer.StatusCode}";
    }
}
