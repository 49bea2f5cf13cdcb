using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging;
using Reporting.Api.Access;
using Reporting.Api.Tests.Hosting;
using Reporting.TestSupport.SignIn;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Access;

/// <summary>Whoever watches over the service is told of every credential that opened nothing, and of nothing in it.</summary>
public sealed class SignInEventTests(TwoIssuers issuers) : IClassFixture<TwoIssuers>
{
    [Fact]
    public async Task Every_credential_that_is_refused_is_told_of_once_and_repeated_nowhere()
    {
        var heard = new HeardEvents();
        await using var service = new RunningService(settings: issuers.Settings).With<ILogger<SecurityEvents>>(heard);
        using var client = await service.ClientAsync();
        var past = TimeProvider.System.GetUtcNow().AddMinutes(-10).ToUnixTimeSeconds();
        var key = Convert.ToBase64String(Encoding.UTF8.GetBytes($"lecteur:cdl_{Guid.NewGuid():N}_{new string('z', 43)}"));
        (string Scheme, string Credential, int Event)[] refused =
        [
            ("Bearer", "charabia", 4001), ("Bearer", "a.b.c", 4001),
            ("Bearer", issuers.OfBroker("dgcs", claims: ("iss", "https://inconnu.exemple.fr")), 4001),
            ("Bearer", issuers.OfBroker("dgcs", claims: ("exp", past)), 4001),
            ("Bearer", issuers.OfSystem("dgcs", claims: ("exp", past)), 4001),
            ("Bearer", issuers.OfBroker("dgcs", forgery: Forgery.ForeignKey), 4001),
            // It names nobody.
            ("Bearer", issuers.OfBroker("dgcs", claims: ("sub", null)), 4001),
            // It has neither a role nor a delegated scope.
            ("Bearer", issuers.OfSystem("", claims: ("roles", null)), 4001),
            ("Basic", key, 4011),
        ];
        foreach (var (scheme, credential, told) in refused)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(scheme, credential);
            using var answer = await client.GetAsync(Of("/v1/campagnes"));
            var events = heard.Take();

            Assert.Equal((credential, HttpStatusCode.Unauthorized), (credential, answer.StatusCode));
            Assert.Equal($"{credential}: {told}", $"{credential}: {string.Join(' ', events.Select(one => one.Id))}");
            Assert.All(credential.Split('.').Where(part => part.Length > 1), part => Assert.DoesNotContain(part, events[0].Text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Who_presents_nothing_or_what_opens_is_no_event()
    {
        var heard = new HeardEvents();
        await using var service = new RunningService(settings: issuers.Settings).With<ILogger<SecurityEvents>>(heard);
        using var client = await service.ClientAsync();
        using var nobody = await client.GetAsync(Of("/v1/campagnes"));
        client.DefaultRequestHeaders.Authorization = new("Bearer", issuers.OfBroker("dgcs"));
        using var somebody = await client.GetAsync(Of("/v1/campagnes"));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (nobody.StatusCode, somebody.StatusCode));
        Assert.Empty(heard.Take());
    }
}
