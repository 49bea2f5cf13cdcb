using System.Net;
using Reporting.Api.Tests.Hosting;
using Reporting.TestSupport.SignIn;

namespace Reporting.Api.Tests.Access;

/// <summary>A service with an issuer of its own, whose keys and absences concern no other test.</summary>
internal sealed class OwnIssuer : IAsyncDisposable
{
    private readonly RunningService _service;

    public OwnIssuer(bool isAway = false)
    {
        Issuer = new("/propre", isAway);
        _service = new(settings:
            [("Reporting:Issuers:propre:Authority", Issuer.Name), ("Reporting:Issuers:propre:Audiences:0", "reporting-api")]);
    }

    public OidcIssuer Issuer { get; }

    public async Task<HttpResponseMessage> SendAsync(Forgery forgery = Forgery.None)
    {
        using var client = await _service.ClientAsync();
        client.DefaultRequestHeaders.Authorization = new(
            "Bearer", Issuer.Token(forgery, ("aud", "reporting-api"), ("sub", "agent"), ("roles", "dgcs")));
        return await client.GetAsync(new Uri("/v1/campagnes", UriKind.Relative));
    }

    public async Task<HttpStatusCode> StatusAsync(Forgery forgery = Forgery.None)
    {
        using var answer = await SendAsync(forgery);
        return answer.StatusCode;
    }

    /// <summary>Keys are fetched beside the request that misses them.</summary>
    public async Task<HttpStatusCode> EventuallyAsync()
    {
        const int attempts = 100;
        for (var attempt = 1; attempt < attempts; attempt++)
        {
            if (await StatusAsync() is HttpStatusCode.OK)
            {
                break;
            }

            await Task.Delay(100);
        }

        return await StatusAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        Issuer.Dispose();
    }
}
