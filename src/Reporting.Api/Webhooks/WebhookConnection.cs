using System.Net;
using System.Net.Sockets;

namespace Reporting.Api.Webhooks;

/// <summary>
/// How receivers are reached: no redirect, no proxy, no cookie, little patience, and outside Development the public
/// Internet alone. The name is resolved here and the connection made to the very address that was checked.
/// </summary>
internal static class WebhookConnection
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private const int LongestHeadersKilobytes = 16;

    public static SocketsHttpHandler Handler(bool publicOnly) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = Patience / 2,
        MaxResponseHeadersLength = LongestHeadersKilobytes,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = (context, cancel) => ConnectAsync(context.DnsEndPoint, publicOnly, cancel),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint place, bool publicOnly, CancellationToken cancel)
    {
        var addresses = (await Dns.GetHostAddressesAsync(place.Host, cancel))
            .Where(address => !publicOnly || PublicNetwork.Holds(address)).ToArray();
        if (addresses is [])
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, $"{place.Host} has no public address.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, place.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
