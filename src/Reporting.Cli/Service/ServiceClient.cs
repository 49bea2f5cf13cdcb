using System.Net.Http.Headers;
using Reporting.Cli.Printing;

namespace Reporting.Cli.Service;

internal sealed class ServiceClient : IDisposable
{
    private const int Attempts = 4;

    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http;
    private readonly TimeProvider _clock = TimeProvider.System;

    public ServiceClient(Uri url, string? token, TimeSpan? timeout = null)
    {
        // A redirected POST would come back as a GET without its token: better to say where the service is.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(url.AbsoluteUri.TrimEnd('/') + "/"),
            Timeout = timeout ?? TimeSpan.FromSeconds(100),
        };
        if (token is not null)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Sends again while the service asks to wait, so only what is safe to repeat may be sent through here.</summary>
    public async Task<Answer> SendAsync(Func<HttpRequestMessage> request, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await SendOnceAsync(request, cancel);
            if (answer.RetryAfter is not { } wait || wait > s_longestWait || attempt == Attempts)
                return answer;
            await Task.Delay(wait, _clock, cancel);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<Answer> SendOnceAsync(Func<HttpRequestMessage> request, CancellationToken cancel)
    {
        using var message = request();
        try
        {
            using var response = await _http.SendAsync(message, cancel);
            return new Answer(
                response.StatusCode,
                response.Headers.ETag?.ToString(),
                RetryAfter.Read(response, _clock.GetUtcNow()),
                response.Headers.Location,
                await response.Content.ReadAsByteArrayAsync(cancel))
            {
                Environment = response.Headers.TryGetValues("Reporting-Environnement", out var environment)
                    ? environment.FirstOrDefault()
                    : null,
            };
        }
        catch (HttpRequestException e)
        {
            throw Failure.Unavailable($"{_http.BaseAddress} est injoignable : {Cause(e)}. Vérifiez --url (ou REPORTING_URL) et le réseau.");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw Failure.Unavailable(
                $"{_http.BaseAddress} n'a pas répondu en {FrenchNumbers.Number((decimal)_http.Timeout.TotalSeconds)} s. Relancez la commande : rien n'est compté deux fois.");
        }
    }

    private static string Cause(HttpRequestException e) => e.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "ce nom de machine est inconnu",
        HttpRequestError.ConnectionError => "la connexion est refusée",
        HttpRequestError.SecureConnectionError => "la connexion TLS a échoué (certificat ou protocole)",
        HttpRequestError.ProxyTunnelError => "le mandataire (proxy) refuse le passage",
        HttpRequestError.ResponseEnded => "la connexion a été coupée avant la réponse",
        _ => e.Message,
    };
}
