using Reporting.Api.Tests.Hosting;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Transport;

public sealed class ResponseHeaderTests
{
    private const string Nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    [Theory]
    [InlineData("GET", "/v1", 200)]
    [InlineData("GET", "/v1/axes", 200)]
    [InlineData("GET", "/v1/exports/resultats.csv", 200)]
    [InlineData("GET", "/v1/exports/resultats.csv?format=x", 400)]
    [InlineData("GET", "/nulle-part", 404)]
    [InlineData("DELETE", "/v1/axes", 405)]
    [InlineData("GET", "/odata/v1/Axes", 200)]
    [InlineData("GET", "/odata/v1/Axes?$filter=(", 400)]
    [InlineData("GET", "/openapi/v1.json", 200)]
    [InlineData("GET", "/health/ready", 200)]
    public async Task Every_answer_tells_a_browser_to_do_nothing_with_it(string method, string path, int status)
    {
        await using var service = new RunningService();
        using var client = await service.ClientAsync("dgcs");
        using var answer = await client.SendAsync(new(new(method), Of(path)));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(Nothing, Header(answer, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Contains("geolocation=()", Header(answer, "Permissions-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.False(answer.Headers.CacheControl!.Public);
        Assert.True(answer.Headers.CacheControl.Private || answer.Headers.CacheControl.NoStore);
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("X-Powered-By"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Swagger_alone_may_run_scripts_and_only_those_of_the_service()
    {
        await using var service = new RunningService();
        using var client = await service.ClientAsync();
        using var answer = await client.GetAsync(Of("/swagger/index.html"));

        var policy = Header(answer, "Content-Security-Policy");
        Assert.StartsWith(Nothing, policy);
        Assert.Contains("; script-src 'self';", policy);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("x-swagger-ui-version"));
    }

    [Fact]
    public async Task A_request_is_never_repeated_to_whoever_asks_by_TRACE()
    {
        await using var service = new RunningService();
        using var client = await service.ClientAsync("dgcs");
        using var answer = await client.SendAsync(new(HttpMethod.Trace, Of("/v1/axes")));

        Assert.Equal(405, (int)answer.StatusCode);
        Assert.DoesNotContain("Bearer", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("PROPFIND")]
    [InlineData("SECOUER")]
    public async Task An_unknown_method_is_not_permitted(string method)
    {
        await using var service = new RunningService();
        using var client = await service.ClientAsync("dgcs");
        using var answer = await client.SendAsync(new(new(method), Of("/v1/axes")));
        Assert.Equal(405, (int)answer.StatusCode);
    }

    private static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));
}
