using System.Net;
using System.Net.Sockets;

namespace Reporting.Api.Webhooks;

/// <summary>
/// Which addresses are on the public Internet (IANA's special-purpose registries): a webhook must not reach into the
/// service's own network.
/// </summary>
internal static class PublicNetwork
{
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4",
            // Protocol assignments and tunnels, which carry an address of the other family inside.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    public static bool Holds(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily is AddressFamily.InterNetwork || GlobalUnicast.Contains(plain))
            && !Special.Any(network => network.Contains(plain));
    }
}
