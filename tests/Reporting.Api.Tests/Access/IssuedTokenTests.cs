using System.Net;
using Reporting.TestSupport.SignIn;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Access;

/// <summary>Which tokens of an issuer sign somebody in, real ones over real discovery.</summary>
public sealed class IssuedTokenTests(TwoIssuers issuers) : IClassFixture<TwoIssuers>
{
    private const string National = "/v1/tableaux-de-bord/national/2025";
    private const string Any = "/v1/campagnes";

    [Theory]
    [InlineData("dgcs", National, 200)]
    [InlineData("lecteur", National, 200)]
    [InlineData("metropole", National, 403)]
    [InlineData("metropole", Any, 200)]
    [InlineData("commissaire", Any, 200)]
    [InlineData("dgcs ", National, 403)]
    [InlineData("DGCS", National, 403)]
    public async Task A_role_is_that_of_the_token_whoever_issued_it(string role, string path, int status)
    {
        foreach (var token in (string[])[issuers.OfSystem(role), issuers.OfPerson(role), issuers.OfBroker(role)])
        {
            Assert.Equal(status, await StatusAsync(token, path));
        }
    }

    [Fact]
    public async Task A_token_without_a_role_opens_nothing()
    {
        Assert.Equal(403, await StatusAsync(issuers.OfPerson("", claims: ("roles", null)), Any));
        Assert.Equal(403, await StatusAsync(issuers.OfBroker("", claims: ("profils", null)), Any));
        Assert.Equal(403, await StatusAsync(issuers.OfBroker("", claims: [("profils", null), ("roles", new[] { "dgcs" })]), Any));
        // Neither a role nor a delegated scope: not a token for an API at all.
        Assert.Equal(401, await StatusAsync(issuers.OfSystem("", claims: ("roles", null)), Any));
    }

    [Theory]
    [InlineData(Forgery.Unsigned)]
    [InlineData(Forgery.PublicKeyAsSecret)]
    [InlineData(Forgery.ForeignKey)]
    [InlineData(Forgery.UnknownKey)]
    public async Task A_forged_token_signs_nobody_in(Forgery forgery)
    {
        Assert.Equal(401, await StatusAsync(issuers.OfSystem("dgcs", forgery: forgery), Any));
        Assert.Equal(401, await StatusAsync(issuers.OfPerson("dgcs", forgery: forgery), Any));
        Assert.Equal(401, await StatusAsync(issuers.OfBroker("dgcs", forgery: forgery), Any));
    }

    public static TheoryData<string, object?> WrongClaims()
    {
        var now = TimeProvider.System.GetUtcNow();
        return new()
        {
            { "exp", now.AddMinutes(-10).ToUnixTimeSeconds() },
            { "exp", null },
            { "nbf", now.AddHours(2).ToUnixTimeSeconds() }, // the values are made when the run begins
            { "aud", "00000003-0000-0000-c000-000000000000" },
            { "aud", "https://autre.exemple.fr" },
            { "aud", null },
            { "iss", "https://login.microsoftonline.com/99999999-9999-9999-9999-999999999999/v2.0" },
            { "iss", "https://sts.windows.net/99999999-9999-9999-9999-999999999999/" },
            { "iss", "reporting-developpement" },
            { "iss", null },
        };
    }

    [Theory, MemberData(nameof(WrongClaims))]
    public async Task A_token_of_another_time_for_another_service_or_by_another_issuer_signs_nobody_in(string name, object? value)
    {
        Assert.Equal(401, await StatusAsync(issuers.OfSystem("dgcs", claims: (name, value)), Any));
        Assert.Equal(401, await StatusAsync(issuers.OfBroker("dgcs", claims: (name, value)), Any));
    }

    [Fact]
    public async Task An_issuer_does_not_sign_for_another()
    {
        Assert.Equal(401, await StatusAsync(issuers.OfBroker("dgcs", claims: [("iss", issuers.Entra.Name), ("aud", TwoIssuers.Client)]), Any));
        Assert.Equal(401, await StatusAsync(issuers.OfSystem("dgcs", claims: [("iss", issuers.Broker.Name), ("aud", "reporting-api"), ("sub", "x"), ("profils", "dgcs")]), Any));
    }

    [Theory]
    [InlineData(TwoIssuers.Client)]
    [InlineData($"api://{TwoIssuers.Client}")]
    [InlineData("https://reporting.exemple.fr")]
    [InlineData("https://reporting.exemple.fr/")]
    public async Task Power_BI_may_ask_for_a_token_by_the_services_address(string audience) =>
        Assert.Equal(200, await StatusAsync(issuers.OfPerson("lecteur", claims: ("aud", audience)), "/odata/v1/"));

    [Fact]
    public async Task A_token_of_the_first_version_is_the_same_tenants() =>
        Assert.Equal(200, await StatusAsync(
            issuers.OfPerson("lecteur", claims: [("iss", $"https://sts.windows.net/{TwoIssuers.Tenant}/"), ("aud", $"api://{TwoIssuers.Client}"), ("ver", "1.0")]),
            National));

    [Fact]
    public async Task A_new_key_is_fetched_when_it_is_first_met_and_a_flood_of_unknown_ones_is_not()
    {
        await using var own = new OwnIssuer();
        Assert.Equal(HttpStatusCode.OK, await own.StatusAsync());
        own.Issuer.Rotate();
        Assert.Equal(HttpStatusCode.OK, await own.EventuallyAsync());

        var reads = own.Issuer.KeyReads;
        for (var request = 0; request < 200; request++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await own.StatusAsync(Forgery.UnknownKey));
        }

        Assert.InRange(own.Issuer.KeyReads - reads, 0, 1);
        Assert.Equal(HttpStatusCode.OK, await own.StatusAsync());
    }

    [Fact]
    public async Task An_issuer_that_never_told_its_keys_is_waited_for_and_one_that_did_is_not_missed()
    {
        await using var own = new OwnIssuer(isAway: true);
        using var refused = await own.SendAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("urn:reporting:emetteur-indisponible", (await ReadAsync(refused)).GetProperty("type").GetString());
        Assert.NotNull(refused.Headers.RetryAfter);

        own.Issuer.Answer();
        Assert.Equal(HttpStatusCode.OK, await own.EventuallyAsync());
        own.Issuer.GoAway();
        Assert.Equal(HttpStatusCode.OK, await own.StatusAsync());
    }

    [Fact]
    public async Task A_flood_of_tokens_does_not_flood_an_issuer_that_cannot_answer()
    {
        await using var own = new OwnIssuer();
        own.Issuer.IsBroken = true;
        for (var request = 0; request < 100; request++)
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await own.StatusAsync(Forgery.ForeignKey));
        }

        Assert.InRange(own.Issuer.Requests, 1, 50);
        own.Issuer.IsBroken = false;
        Assert.Equal(HttpStatusCode.OK, await own.EventuallyAsync());
    }

    private async Task<int> StatusAsync(string token, string path)
    {
        using var client = await issuers.BearingAsync(token);
        using var answer = await client.GetAsync(Of(path));
        return (int)answer.StatusCode;
    }
}
