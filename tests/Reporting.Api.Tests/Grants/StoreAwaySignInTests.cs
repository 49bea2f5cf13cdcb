using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Reporting.Api.Tests.Hosting;
using Reporting.TestSupport.Faults;
using Reporting.TestSupport.SignIn;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Grants;

/// <summary>Whom the store alone can tell is neither let in nor turned away while it is away.</summary>
public sealed class StoreAwaySignInTests : IDisposable
{
    private const string Opening = $"/v1/campagnes/2025/territoires/{RunningService.Rennes}/ouverture";

    private readonly RemovableStore _store = new(EngineUnderTest.Engine);
    private readonly OidcIssuer _issuer = new("/propre");
    private readonly RunningService _service;

    public StoreAwaySignInTests() => _service = new(settings:
    [
        ("Store:ConnectionString", _store.ConnectionString),
        ("Store:Resilience:Retries", "2"),
        ("Store:Resilience:RetryDelay", "00:00:00.001"),
        ("Store:Resilience:BreakerTries", "4"),
        ("Store:Resilience:BreakerPause", "00:00:00.500"),
        ("Reporting:Issuers:propre:Authority", _issuer.Name), ("Reporting:Issuers:propre:Audiences:0", "reporting-api"),
    ]);

    public void Dispose()
    {
        _service.Dispose();
        _store.Dispose();
        _issuer.Dispose();
    }

    [Fact]
    public async Task A_granted_system_and_a_readers_key_are_answered_503_until_the_store_is_back()
    {
        using var dgcs = await _service.ClientAsync("dgcs");
        using var granted = await dgcs.PostAsync(Of("/v1/habilitations"), RunningService.Json(
            $$"""{ "emetteur": "propre", "sujet": "si", "territoire": "{{RunningService.Rennes}}" }"""));
        using var made = await dgcs.PostAsync(Of("/v1/cles-de-lecture"), RunningService.Json("""{ "libelle": "x" }"""));
        var key = (await ReadAsync(made)).GetProperty("cle").GetString();
        using var system = await BearingAsync(new("Bearer", _issuer.Token(Forgery.None, ("aud", "reporting-api"), ("sub", "si"), ("roles", "metropole"))));
        using var reader = await BearingAsync(new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"x:{key}"))));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), await BothAsync(system, reader));

        await _store.TakeAwayAsync();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), await BothAsync(system, reader));

        _store.BringBack();
        for (var attempt = 0; attempt < 100 && await BothAsync(system, reader) != (HttpStatusCode.OK, HttpStatusCode.OK); attempt++)
        {
            await Task.Delay(100);
        }

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), await BothAsync(system, reader));
    }

    private async Task<HttpClient> BearingAsync(AuthenticationHeaderValue credentials)
    {
        var client = await _service.ClientAsync();
        client.DefaultRequestHeaders.Authorization = credentials;
        return client;
    }

    private static async Task<(HttpStatusCode System, HttpStatusCode Reader)> BothAsync(HttpClient system, HttpClient reader)
    {
        using var first = await system.GetAsync(Of(Opening));
        using var second = await reader.GetAsync(Of("/odata/v1/Axes"));
        return (first.StatusCode, second.StatusCode);
    }
}
