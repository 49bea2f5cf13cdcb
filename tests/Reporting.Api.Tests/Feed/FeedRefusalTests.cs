using System.Text.Json;
using Reporting.Api.Tests.Hosting;
using Reporting.TestSupport.Faults;

namespace Reporting.Api.Tests.Feed;

/// <summary>What the rest of the service refuses in the name of the feed is an error of OData too.</summary>
public sealed class FeedRefusalTests
{
    [Theory]
    [InlineData(null, "GET", "/odata/v1/", 401, "non-authentifie")]
    [InlineData(null, "GET", "/odata/v1/Resultats?$filter=Nope", 401, "non-authentifie")]
    [InlineData(null, "HEAD", "/odata/v1/$metadata", 401, null)]
    [InlineData("metropole", "GET", "/odata/v1/Resultats", 403, "role-insuffisant")]
    [InlineData("lecteur", "GET", "/odata", 404, "introuvable")]
    [InlineData("lecteur", "GET", "/odata/v2/Resultats", 404, "introuvable")]
    [InlineData("lecteur", "DELETE", "/odata/v1/Resultats", 405, "methode-refusee")]
    public async Task A_refusal_below_odata_has_the_body_and_the_header_of_OData(
        string? role, string method, string path, int status, string? code)
    {
        await using var service = new RunningService();
        using var client = await service.ClientAsync(role, role == "metropole" ? [RunningService.Bordeaux] : []);
        using var response = await client.SendAsync(new HttpRequestMessage(new(method), new Uri(path, UriKind.Relative)));
        Assert.Equal(status, (int)response.StatusCode);
        await AssertErrorAsync(response, code);
    }

    [Fact]
    public async Task A_refusal_elsewhere_stays_a_problem()
    {
        await using var service = new RunningService();
        using var client = await service.ClientAsync();
        using var response = await client.GetAsync(new Uri("/v1/campagnes", UriKind.Relative));
        Assert.Equal(401, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.False(response.Headers.Contains("OData-Version"));
    }

    [Fact]
    public async Task A_store_that_is_away_is_told_in_the_same_form()
    {
        using var store = new RemovableStore(EngineUnderTest.Engine);
        await store.TakeAwayAsync();
        await using var service = new RunningService(settings: ("Store:ConnectionString", store.ConnectionString));
        using var client = await service.ClientAsync("lecteur");
        using var response = await client.GetAsync(new Uri("/odata/v1/Axes", UriKind.Relative));
        Assert.Equal(503, (int)response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        await AssertErrorAsync(response, "magasin-indisponible");
    }

    private static async Task AssertErrorAsync(HttpResponseMessage response, string? code)
    {
        Assert.Equal("4.0", Assert.Single(response.Headers.GetValues("OData-Version")));
        Assert.Equal(
            "application/json; odata.metadata=minimal; odata.streaming=true; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        var body = await response.Content.ReadAsStringAsync();
        if (code is null)
        {
            Assert.Empty(body);
            return;
        }

        var error = JsonDocument.Parse(body).RootElement.GetProperty("error");
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
    }
}
