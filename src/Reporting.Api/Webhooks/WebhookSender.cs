using System.Globalization;
using System.Net;
using System.Net.Mime;
using System.Net.Sockets;
using System.Text;
using Reporting.Api.Hosting;
using Reporting.Store.Webhooks;

namespace Reporting.Api.Webhooks;

/// <summary>Posts one message to one receiver, once.</summary>
internal sealed class WebhookSender(
    IHttpClientFactory clients, WebhookSecrets secrets, PublicAddress address, IServiceProvider services, TimeProvider time,
    ILogger<WebhookSender> log)
{
    public const string Client = "webhooks";

    /// <summary>The status that was answered; null when nothing was, or nothing could be sent.</summary>
    public async Task<HttpStatusCode?> SendAsync(Delivery delivery, CancellationToken cancel)
    {
        if (secrets.Find(delivery.Webhook, delivery.KeyName) is not { } secret)
        {
            log.LogError("The key {Key} of webhook {Webhook} is not configured: nothing was sent", delivery.KeyName, delivery.Webhook);
            return null;
        }

        var (id, timestamp) = (WebhookPayload.EventId(delivery.Message), time.GetUtcNow().ToUnixTimeSeconds());
        var body = WebhookPayload.Text(delivery.Message, address.Configured, services.IsSandbox() ? Sandbox.Name : null);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(delivery.Url))
        {
            Content = new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json),
            Headers =
            {
                { "webhook-id", id },
                { "webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture) },
                { "webhook-signature", WebhookSignature.Of(secret, id, timestamp, body) },
            },
        };
        using var client = clients.CreateClient(Client);
        try
        {
            // What the receiver says beyond the status is not read.
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            return answer.StatusCode;
        }
        catch (Exception error) when (error is HttpRequestException || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            log.LogInformation("Webhook {Webhook} was not reached: {Reason}", delivery.Webhook, Reason(error));
            return null;
        }
    }

    // What the exception says names the receiver, whose address is its own.
    private static string Reason(Exception error) => error switch
    {
        HttpRequestException { InnerException: SocketException socket } failed => $"{failed.HttpRequestError}, {socket.SocketErrorCode}",
        HttpRequestException failed => failed.HttpRequestError.ToString(),
        _ => "Timeout",
    };
}
