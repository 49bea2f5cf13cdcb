using System.Net.Http.Headers;
using Reporting.Api.Tests.Hosting;
using Reporting.TestSupport.SignIn;

namespace Reporting.Api.Tests.Access;

/// <summary>A service that a tenant of Entra ID signs callers into, and a broker beside it.</summary>
public sealed class TwoIssuers : IAsyncLifetime
{
    public const string Tenant = "11111111-1111-1111-1111-111111111111";
    public const string Client = "22222222-2222-2222-2222-222222222222";
    public const string Analyst = "33333333-3333-3333-3333-333333333333";
    public const string System = "44444444-4444-4444-4444-444444444444";
    public const string Principal = "55555555-5555-5555-5555-555555555555";

    internal OidcIssuer Entra { get; } = new($"/{Tenant}/v2.0");

    internal OidcIssuer Broker { get; } = new("/realms/etat");

    internal RunningService Service { get; private set; } = null!;

    internal (string Name, string Value)[] Settings =>
    [
        ("AzureAd:Instance", $"{Entra.Site}/"), ("AzureAd:TenantId", Tenant), ("AzureAd:ClientId", Client),
        ("Reporting:PublicBaseUrl", "https://reporting.exemple.fr/service"),
        ("Reporting:Issuers:courtier:Authority", Broker.Name), ("Reporting:Issuers:courtier:Audiences:0", "reporting-api"),
        ("Reporting:Issuers:courtier:RoleClaim", "profils"),
    ];

    public async Task InitializeAsync()
    {
        Service = new(settings: Settings);
        using var first = await Service.ClientAsync();
    }

    public async Task DisposeAsync()
    {
        await Service.DisposeAsync();
        Entra.Dispose();
        Broker.Dispose();
    }

    /// <summary>A client of the service with a token.</summary>
    internal async Task<HttpClient> BearingAsync(string token)
    {
        var client = await Service.ClientAsync();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>The token of an application by its own credentials.</summary>
    internal string OfSystem(string role, string client = System, Forgery forgery = Forgery.None, params (string, object?)[] claims) =>
        Entra.Token(forgery, [("aud", Client), ("tid", Tenant), ("oid", Principal), ("sub", Principal), ("azp", client), ("roles", new[] { role }), .. claims]);

    /// <summary>The token of a person, asked for by an application.</summary>
    internal string OfPerson(string role, string person = Analyst, Forgery forgery = Forgery.None, params (string, object?)[] claims) =>
        Entra.Token(forgery, [("aud", Client), ("tid", Tenant), ("oid", person), ("sub", "pairwise"), ("azp", System), ("scp", "user_impersonation"), ("roles", new[] { role }), .. claims]);

    /// <summary>A token of the broker.</summary>
    internal string OfBroker(string role, string subject = "agent-7", Forgery forgery = Forgery.None, params (string, object?)[] claims) =>
        Broker.Token(forgery, [("aud", "reporting-api"), ("sub", subject), ("profils", new[] { role }), .. claims]);
}
