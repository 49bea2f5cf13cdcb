using System.Net;
using System.Text;
using Reporting.Api.Tests.Hosting;
using Reporting.Api.Tests.Returns;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Access;

public sealed class SignInTests(OpenCampaign campaign) : IClassFixture<OpenCampaign>
{
    private static readonly (string Name, string Value)[] Entra =
    [
        ("AzureAd:Instance", "https://127.0.0.1:1/"), ("AzureAd:TenantId", "11111111-1111-1111-1111-111111111111"),
        ("AzureAd:ClientId", "22222222-2222-2222-2222-222222222222"),
    ];

    // What no route takes is not there for whoever signed in, and for nobody else is there anything to learn.
    [Theory]
    [InlineData("GET", "/nulle-part", 404)]
    [InlineData("DELETE", Route, 405)]
    [InlineData("GET", "/v1/decomptes?annee=2025", 405)]
    [InlineData("GET", "/v1/campagnes/2025/territoires/123456789/ouverture", 404)]
    public async Task What_is_not_there_is_told_to_every_role_and_to_nobody_else(string method, string path, int status)
    {
        foreach (var role in (string?[])["metropole", "commissaire", "dgcs", "lecteur", null])
        {
            using var client = await campaign.Service.ClientAsync(role);
            using var request = new HttpRequestMessage(new(method), Of(path));
            using var answer = await client.SendAsync(request);
            Assert.Equal((role, role is null ? 401 : status), (role, (int)answer.StatusCode));
            Assert.StartsWith("urn:reporting:", (await ReadAsync(answer)).GetProperty("type").GetString());
        }
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
        foreach (var token in (string[])["x", "a.b.c", "....", "e30.e30.", "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.e30.e30.e30"])
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
