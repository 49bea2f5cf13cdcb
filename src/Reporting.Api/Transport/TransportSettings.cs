using System.Net;

namespace Reporting.Api.Transport;

/// <summary>How requests reach the service (section <c>Transport</c>).</summary>
internal sealed class TransportSettings
{
    public const string Section = "Transport";

    /// <summary>Addresses or networks (CIDR) of the proxies whose forwarded headers are believed; of nobody's by default.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>How many of these proxies a request passes.</summary>
    public int Hops { get; init; } = 1;

    /// <summary>Origins of the pages, other than the service's own, that may call it from a browser; none by default.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Whether only HTTPS is answered; by default everywhere but in Development.</summary>
    public bool? RequireHttps { get; init; }

    /// <summary>The networks of <see cref="Proxies"/>.</summary>
    /// <exception cref="InvalidOperationException">One of them is neither an address nor a network.</exception>
    public IEnumerable<IPNetwork> Networks() => Proxies.Select(proxy =>
        IPNetwork.TryParse(proxy, out var network) ? network
        : IPAddress.TryParse(proxy, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : throw new InvalidOperationException($"{Section}:{nameof(Proxies)} names « {proxy} », which is neither an address nor a network."));
}
