using System.Net;
using Reporting.Api.Tests.Hosting;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Access;

/// <summary>How whoever did not sign in is told to: Power BI finds its way by these headers, word for word.</summary>
public sealed class ChallengeTests(TwoIssuers issuers) : IClassFixture<TwoIssuers>
{
    [Theory]
    [InlineData("/odata/v1/")]
    [InlineData("/odata/v1/$metadata")]
    [InlineData("/v1/campagnes")]
    public async Task An_empty_bearer_token_is_answered_with_the_address_to_sign_in_at(string path) => Assert.Equal(
        [$"Bearer authorization_uri={issuers.Entra.Site}/{TwoIssuers.Tenant}/oauth2/authorize"],
        await ChallengeAsync(issuers.Service, path, "Bearer"));

    [Theory]
    [InlineData("/odata/v1/")]
    [InlineData("/v1/campagnes")]
    public async Task No_credentials_are_answered_with_the_realm(string path) => Assert.Equal(
        [$"Bearer realm={issuers.Entra.Site}/{TwoIssuers.Tenant}"], await ChallengeAsync(issuers.Service, path, null));

    [Fact]
    public async Task A_key_that_opens_nothing_is_asked_for_again() => Assert.Equal(
        ["Basic realm=\"Reporting\", charset=\"UTF-8\""], await ChallengeAsync(issuers.Service, "/odata/v1/", "Basic bGVjdGV1cjp4"));

    [Fact]
    public async Task Without_Entra_the_feed_offers_keys_beside_tokens()
    {
        await using var service = new RunningService();
        Assert.Equal(["Bearer", "Basic realm=\"Reporting\", charset=\"UTF-8\""], await ChallengeAsync(service, "/odata/v1/", null));
        Assert.Equal(["Bearer"], await ChallengeAsync(service, "/v1/campagnes", null));
    }

    [Theory]
    [InlineData("AzureAd:TenantId", "common")]
    [InlineData("AzureAd:Instance", "login")]
    [InlineData("Reporting:Issuers:courtier:Authority", "http://courtier.exemple.fr")]
    [InlineData("Reporting:Issuers:courtier:Audiences:0", "")]
    [InlineData("Reporting:Issuers:entra:Authority", "https://courtier.exemple.fr")]
    [InlineData("Reporting:Issuers:cle-de-lecture:Authority", "https://courtier.exemple.fr")]
    public async Task A_way_to_sign_in_that_is_set_wrongly_is_no_way_to_start(string name, string value)
    {
        var settings = new Dictionary<string, string>
        {
            ["AzureAd:Instance"] = "https://login.microsoftonline.com/",
            ["AzureAd:TenantId"] = TwoIssuers.Tenant,
            ["AzureAd:ClientId"] = TwoIssuers.Client,
            ["Reporting:Issuers:courtier:Authority"] = "https://courtier.exemple.fr",
            ["Reporting:Issuers:courtier:Audiences:0"] = "reporting-api",
            [name] = value,
        };
        var refusal = await RunningService.RefusalAsync<InvalidOperationException>(() => new(
            environment: "Production", settings: [.. settings.Select(setting => (setting.Key, setting.Value))]));
        Assert.Contains(name.Split(':')[^1] is "0" ? "Audiences" : name.Split(':')[^2], refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> ChallengeAsync(RunningService service, string path, string? authorization)
    {
        using var client = await service.ClientAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, Of(path));
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        return answer.Headers.GetValues("WWW-Authenticate");
    }
}
