using System.Net;
using Reporting.Api.Webhooks;

namespace Reporting.Api.Tests.Webhooks;

public sealed class PublicNetworkTests
{
    [Theory]
    [InlineData("8.8.8.8"), InlineData("172.15.255.255"), InlineData("172.32.0.0"), InlineData("100.63.255.255")]
    [InlineData("100.128.0.0"), InlineData("169.253.255.255"), InlineData("223.255.255.255"), InlineData("192.169.0.1")]
    [InlineData("2606:4700::1111"), InlineData("2001:4860:4860::8888"), InlineData("::ffff:8.8.8.8")]
    public void A_public_address_is_reached(string address) => Assert.True(PublicNetwork.Holds(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0"), InlineData("10.255.255.255"), InlineData("100.64.0.0"), InlineData("127.0.0.1"), InlineData("127.255.255.254")]
    [InlineData("169.254.169.254"), InlineData("172.16.0.0"), InlineData("172.31.255.255"), InlineData("192.168.1.1")]
    [InlineData("192.0.2.1"), InlineData("198.18.0.1"), InlineData("198.51.100.1"), InlineData("203.0.113.1")]
    [InlineData("224.0.0.1"), InlineData("240.0.0.1"), InlineData("255.255.255.255")]
    [InlineData("::"), InlineData("::1"), InlineData("::ffff:127.0.0.1"), InlineData("::ffff:10.0.0.1"), InlineData("::10.0.0.1")]
    [InlineData("fe80::1"), InlineData("fc00::1"), InlineData("fd12:3456::1"), InlineData("ff02::1"), InlineData("64:ff9b::a00:1")]
    [InlineData("2001::1"), InlineData("2001:db8::1"), InlineData("2002:a00:1::1"), InlineData("3fff::1")]
    public void An_address_of_no_public_network_is_not(string address) => Assert.False(PublicNetwork.Holds(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://exemple.fr/", "adresse « https:// » complète")]
    [InlineData("https://127.0.0.1/", "Internet public")]
    [InlineData("https://localhost/", "Internet public")]
    [InlineData("https://[::1]:8443/", "Internet public")]
    [InlineData("https://2130706433/", "Internet public")]
    [InlineData("https://0x7f.1/", "Internet public")]
    [InlineData("https://169.254.169.254/latest/meta-data", "Internet public")]
    public void Outside_development_an_address_that_is_not_public_is_refused_at_once(string url, string refusal) =>
        Assert.Contains(refusal, WebhookUrl.Refusal(url, development: false));

    [Theory]
    [InlineData("127.0.0.1"), InlineData("localhost")]
    public async Task Outside_development_a_name_that_leads_inside_is_not_connected_to(string host)
    {
        await using var receiver = await Receiver.StartAsync();
        var url = new UriBuilder(receiver.Url) { Host = host }.Uri;
        using var open = new HttpClient(WebhookConnection.Handler(publicOnly: false));
        using var answer = await open.PostAsync(url, null);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        using var guarded = new HttpClient(WebhookConnection.Handler(publicOnly: true));
        var refusal = await Assert.ThrowsAsync<HttpRequestException>(() => guarded.PostAsync(url, null));
        Assert.StartsWith($"{host} has no public address.", refusal.Message);
        Assert.Single(receiver.Taken);
    }
}
