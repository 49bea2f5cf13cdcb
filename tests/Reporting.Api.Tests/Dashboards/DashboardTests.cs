using System.Net;
using System.Text.Json;
using Reporting.Api.Tests.Hosting;

namespace Reporting.Api.Tests.Dashboards;

public sealed class DashboardTests(TwoCampaigns campaigns) : IClassFixture<TwoCampaigns>
{
    [Fact]
    public async Task A_total_adds_what_is_deposited_and_not_the_draft_of_Nantes()
    {
        var families = Indicator(await campaigns.DashboardAsync("national/2025"), "ENF-1");
        Assert.Equal(500, families.GetProperty("valeur").GetDecimal());
        Assert.Equal(600, families.GetProperty("cible").GetDecimal());
        Assert.Equal(0.8333m, families.GetProperty("tauxRealisation").GetDecimal());
        Assert.Equal(3, families.GetProperty("territoiresComptes").GetInt32());
        Assert.Equal(4, families.GetProperty("territoiresAttendus").GetInt32());
    }

    [Fact]
    public async Task The_lower_bound_knows_unknown_duplicates_and_that_Marseille_lies_inside_Aix_Marseille_Provence()
    {
        var families = Indicator(await campaigns.DashboardAsync("national/2025"), "ENF-1");
        // Rennes: at least 100 of 100 + 60; Aix-Marseille-Provence: at least its 250, Marseille's 90 among them.
        Assert.Equal(350, families.GetProperty("borneBasse").GetDecimal());
    }

    [Fact]
    public async Task The_quality_of_a_total_is_told_beside_it()
    {
        var families = Indicator(await campaigns.DashboardAsync("national/2025"), "ENF-1");
        Assert.Equal(1, families.GetProperty("partProvisoire").GetDecimal());
        Assert.Equal(0.32m, families.GetProperty("partEstimee").GetDecimal());
        Assert.Equal(1, families.GetProperty("ruptures").GetInt32());
    }

    [Fact]
    public async Task The_year_before_is_compared_over_the_territories_counted_twice_and_by_its_method()
    {
        var before = Indicator(await campaigns.DashboardAsync("national/2025"), "ENF-1").GetProperty("anneePrecedente");
        Assert.Equal(300, before.GetProperty("valeur").GetDecimal());
        Assert.Equal(300, before.GetProperty("borneBasse").GetDecimal());
        // Rennes 160 - 10 and Aix-Marseille-Provence 250, against 100 and 200; Marseille has no 2024.
        Assert.Equal(0.3333m, before.GetProperty("evolutionComparable").GetDecimal());
    }

    [Fact]
    public async Task The_first_year_has_no_year_before()
    {
        var families = Indicator(await campaigns.DashboardAsync("national/2024"), "ENF-1");
        Assert.Equal(300, families.GetProperty("valeur").GetDecimal());
        Assert.Equal(0.625m, families.GetProperty("tauxRealisation").GetDecimal());
        Assert.False(families.TryGetProperty("anneePrecedente", out _));
    }

    [Fact]
    public async Task An_indicator_that_nobody_reported_is_null_and_says_so()
    {
        var mothers = Indicator(await campaigns.DashboardAsync("national/2025"), "ENF-2");
        foreach (var field in new[] { "valeur", "borneBasse", "cible", "tauxRealisation", "partProvisoire", "partEstimee" })
        {
            Assert.Equal(JsonValueKind.Null, mothers.GetProperty(field).ValueKind);
        }

        Assert.Equal(0, mothers.GetProperty("territoiresComptes").GetInt32());
        Assert.Equal(0, mothers.GetProperty("territoiresAttendus").GetInt32());
    }

    [Fact]
    public async Task A_total_keeps_the_decimals_of_full_time_equivalents()
    {
        var posts = Indicator(await campaigns.DashboardAsync("national/2025"), "DRO-4");
        Assert.Equal(1.25m, posts.GetProperty("valeur").GetDecimal());
        Assert.Equal(0.25m, posts.GetProperty("anneePrecedente").GetProperty("evolutionComparable").GetDecimal());
    }

    [Fact]
    public async Task The_dashboard_tells_where_the_campaign_stands()
    {
        var dashboard = await campaigns.DashboardAsync("national/2025");
        Assert.Equal("ouverte", dashboard.GetProperty("campagne").GetProperty("etat").GetString());
        Assert.Equal(
            """{"attendus":23,"deposes":3,"valides":0}""", dashboard.GetProperty("territoires").GetRawText());
        Assert.False(dashboard.TryGetProperty("fictif", out _));
        Assert.Equal(
            ["enfance", "emploi", "droits", "transition"],
            dashboard.GetProperty("axes").EnumerateArray().Select(axis => axis.GetProperty("code").GetString()));
        Assert.Equal(20, dashboard.GetProperty("axes").EnumerateArray().Sum(axis => axis.GetProperty("indicateurs").GetArrayLength()));
    }

    [Fact]
    public async Task The_dashboard_of_a_territory_holds_its_own_figures()
    {
        var dashboard = await campaigns.DashboardAsync($"territoires/{RunningService.Rennes}/2025");
        Assert.Equal("Rennes Métropole", dashboard.GetProperty("territoire").GetProperty("nom").GetString());
        var families = Indicator(dashboard, "ENF-1");
        Assert.Equal(160, families.GetProperty("valeur").GetDecimal());
        Assert.Equal(100, families.GetProperty("borneBasse").GetDecimal());
        Assert.Equal(1, families.GetProperty("territoiresAttendus").GetInt32());
        Assert.Equal(0.5m, families.GetProperty("anneePrecedente").GetProperty("evolutionComparable").GetDecimal());
    }

    [Fact]
    public async Task Inside_its_own_dashboard_Marseille_counts_fully()
    {
        var families = Indicator(await campaigns.DashboardAsync($"territoires/{TwoCampaigns.Marseille}/2025"), "ENF-1");
        Assert.Equal(90, families.GetProperty("valeur").GetDecimal());
        Assert.Equal(90, families.GetProperty("borneBasse").GetDecimal());
        Assert.False(families.TryGetProperty("anneePrecedente", out _));
    }

    [Theory]
    [InlineData("national/2023")]
    [InlineData("national/2028")]
    [InlineData("national/abc")]
    [InlineData("territoires/243500139/2023")]
    [InlineData("territoires/000000000/2025")]
    public async Task What_does_not_exist_is_not_found(string path)
    {
        using var client = await campaigns.ClientAsync();
        using var answer = await client.GetAsync(new Uri($"/v1/tableaux-de-bord/{path}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_metropole_reads_its_own_dashboard_and_no_other()
    {
        using var client = await campaigns.ClientAsync("metropole", TwoCampaigns.Rennes);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, $"territoires/{TwoCampaigns.Rennes}/2025"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, $"territoires/{TwoCampaigns.Nantes}/2025"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(client, "national/2025"));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri($"/v1/tableaux-de-bord/{path}", UriKind.Relative));
        return answer.StatusCode;
    }

    private static JsonElement Indicator(JsonElement dashboard, string code) =>
        dashboard.GetProperty("axes").EnumerateArray()
            .SelectMany(axis => axis.GetProperty("indicateurs").EnumerateArray())
            .Single(indicator => indicator.GetProperty("code").GetString() == code);
}
