using Reporting.Api.Tests.Hosting;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Transport;

public sealed class TransportTests
{
    private const string Public = "reporting.exemple.fr";

    private static readonly (string, string)[] Production =
    [
        ("AzureAd:Instance", "https://127.0.0.1:1/"), ("AzureAd:TenantId", "11111111-1111-1111-1111-111111111111"),
        ("AzureAd:ClientId", "22222222-2222-2222-2222-222222222222"), ("Transport:RequireHttps", ""),
    ];

    [Fact]
    public async Task Outside_Development_only_HTTPS_is_answered_and_nothing_is_redirected()
    {
        await using var service = new RunningService(environment: "Production", settings: Production);
        using var client = await service.ClientAsync();

        using var plain = await client.GetAsync(Of("/v1"));
        Assert.Equal(400, (int)plain.StatusCode);
        Assert.Equal("urn:reporting:https-requis", (await ReadAsync(plain)).GetProperty("type").GetString());
        Assert.Null(plain.Headers.Location);
        using var probe = await client.GetAsync(Of("/health/live"));
        Assert.Equal(200, (int)probe.StatusCode);
    }

    [Fact]
    public async Task HTTPS_that_ends_at_a_named_proxy_is_HTTPS_and_stays_so_for_a_year()
    {
        await using var service = new RunningService(environment: "Production", settings: [.. Production, ("Transport:Proxies:0", "127.0.0.1")]);
        using var client = await service.ClientAsync();

        using var answer = await client.SendAsync(Forwarded("/v1"));

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("10.0.0.0/8", false)]
    [InlineData("127.0.0.0/8", true)]
    [InlineData("127.0.0.1", true)]
    public async Task Forwarded_headers_are_believed_of_named_proxies_alone(string? proxy, bool isBelieved)
    {
        await using var service = new RunningService(settings: proxy is null ? [] : [("Transport:Proxies:0", proxy)]);
        using var client = await service.ClientAsync("lecteur");

        using var answer = await client.SendAsync(Forwarded("/odata/v1/"));

        var context = (await ReadAsync(answer)).GetProperty("@odata.context").GetString();
        Assert.Equal(isBelieved, context == $"https://{Public}/odata/v1/$metadata");
        Assert.Equal(!isBelieved, context == $"{client.BaseAddress}odata/v1/$metadata");
    }

    [Theory]
    [InlineData("Transport:Proxies:0", "le-proxy")]
    [InlineData("FORWARDEDHEADERS_ENABLED", "true")]
    public async Task A_service_that_would_believe_anybody_does_not_start(string setting, string value)
    {
        var refusal = await RunningService.RefusalAsync<Exception>(() => new(settings: (setting, value)));
        Assert.Contains("Transport:Proxies", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_other_origins_are_answered_where_they_are_named()
    {
        await using var closed = new RunningService();
        Assert.Null(await AllowedAsync(closed, "https://ailleurs.fr"));
        await using var open = new RunningService(settings: ("Transport:Origins:0", "https://tableau.gouv.fr"));
        Assert.Null(await AllowedAsync(open, "https://ailleurs.fr"));
        Assert.Equal("https://tableau.gouv.fr", await AllowedAsync(open, "https://tableau.gouv.fr"));
    }

    [Fact]
    public async Task Where_hosts_are_named_the_service_answers_to_no_other()
    {
        await using var service = new RunningService(settings: ("AllowedHosts", $"{Public};localhost"));
        using var client = await service.ClientAsync();
        using var known = new HttpRequestMessage(HttpMethod.Get, Of("/v1")) { Headers = { Host = Public } };
        using var strange = new HttpRequestMessage(HttpMethod.Get, Of("/v1")) { Headers = { Host = "ailleurs.fr" } };

        Assert.Equal(200, (int)(await client.SendAsync(known)).StatusCode);
        Assert.Equal(400, (int)(await client.SendAsync(strange)).StatusCode);
    }

    private static HttpRequestMessage Forwarded(string path) => new(HttpMethod.Get, Of(path))
    {
        Headers =
        {
            { "X-Forwarded-For", "192.0.2.7" }, { "X-Forwarded-Proto", "https" }, { "X-Forwarded-Host", Public },
        },
    };

    private static async Task<string?> AllowedAsync(RunningService service, string origin)
    {
        using var client = await service.ClientAsync();
        using var preflight = new HttpRequestMessage(HttpMethod.Options, Of("/v1/axes"))
        {
            Headers = { { "Origin", origin }, { "Access-Control-Request-Method", "GET" }, { "Access-Control-Request-Headers", "authorization" } },
        };
        using var answer = await client.SendAsync(preflight);
        return answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? Assert.Single(allowed) : null;
    }
}
