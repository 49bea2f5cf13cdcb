using System.Net;
using Reporting.Api.Access;

namespace Reporting.Api.Limits;

/// <summary>Whose limits a request spends.</summary>
internal static class Client
{
    private const int BytesOfASite = 8;

    /// <summary>The application or person of the token, or the address of a caller that did not sign in.</summary>
    public static string Of(HttpContext http) =>
        http.User.Identity is { IsAuthenticated: true } ? http.User.Actor() : Site(http.Connection.RemoteIpAddress);

    // Whoever has one IPv6 address has the 2^64 of its site.
    private static string Site(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } =>
            Convert.ToHexString(address.GetAddressBytes().AsSpan(0, BytesOfASite)),
        _ => address.ToString(),
    };
}
