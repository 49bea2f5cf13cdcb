using System.Net;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Hosting;

public sealed class SandboxTests
{
    private const string Sandbox = "Reporting:Sandbox";
    private const string Header = "Reporting-Environnement";
    private const string Body = """{"indicateurs":[{"code":"DRO-6","cible":1,"valeur":1}]}""";

    [Theory]
    [InlineData("2024-01-01T00:00:00Z"), InlineData("2026-08-15T12:00:00Z"), InlineData("2028-12-31T23:00:00Z")]
    public async Task Every_campaign_is_open_on_any_day_of_the_year(string day)
    {
        await using var service = New(DateTimeOffset.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        using var rennes = await service.ClientAsync("metropole", RunningService.Rennes);
        foreach (var year in (int[])[2024, 2025, 2026, 2027])
        {
            using var put = await rennes.PutAsync(Of($"/v1/remontees/{year}/{RunningService.Rennes}"), RunningService.Json(Body));
            Assert.Equal((year, HttpStatusCode.Created), (year, put.StatusCode));
            Assert.True((await ReadAsync(put)).GetProperty("fictif").GetBoolean());
        }
    }

    [Theory]
    [InlineData("metropole", "/v1/campagnes")]
    [InlineData("metropole", "/v1/remontees/2025/123456789")]
    [InlineData("lecteur", "/odata/v1/")]
    [InlineData("lecteur", "/odata/v1/Campagnes")]
    [InlineData("lecteur", "/odata/v1/NullePart")]
    [InlineData("lecteur", "/v1/exports/resultats.csv")]
    [InlineData(null, "/v1/campagnes")]
    [InlineData(null, "/health/live")]
    [InlineData(null, "/swagger/index.html")]
    public async Task Every_answer_says_that_it_comes_from_a_sandbox(string? role, string path)
    {
        await using var service = New();
        using var client = await service.ClientAsync(role, role is "metropole" ? [RunningService.Rennes] : []);
        using var answer = await client.GetAsync(Of(path));
        Assert.Equal("bac-a-sable", answer.Headers.GetValues(Header).Single());
        if (answer.Content.Headers.ContentType?.MediaType is "application/problem+json")
        {
            Assert.Equal("bac-a-sable", (await ReadAsync(answer)).GetProperty("environnement").GetString());
        }
    }

    [Fact]
    public async Task The_real_service_does_not_say_so()
    {
        await using var service = new RunningService();
        using var nobody = await service.ClientAsync();
        using var answer = await nobody.GetAsync(Of("/v1/campagnes"));
        Assert.False(answer.Headers.Contains(Header));
        Assert.False((await ReadAsync(answer)).TryGetProperty("environnement", out _));
    }

    [Fact]
    public async Task It_comes_with_contracts_and_made_up_returns()
    {
        await using var service = New();
        using var lecteur = await service.ClientAsync("lecteur");
        using var answer = await lecteur.GetAsync(Of("/v1/tableaux-de-bord/national/2025"));
        var dashboard = await ReadAsync(answer);
        Assert.True(dashboard.GetProperty("fictif").GetBoolean());
        Assert.Equal(22, dashboard.GetProperty("territoires").GetProperty("deposes").GetInt32());
    }

    private static RunningService New(DateTimeOffset? now = null, params (string, string)[] settings) =>
        new(now, sampleData: true, settings: [.. settings, (Sandbox, "true")]);
}
