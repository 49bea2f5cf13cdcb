using System.Net.Sockets;
using System.Text;
using Reporting.Api.Tests.Hosting;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Limits;

/// <summary>What the server itself refuses, over a socket: no client library would send it.</summary>
public sealed class ServerLimitTests
{
    [Fact]
    public async Task Headers_that_never_end_are_cut_off() =>
        Assert.StartsWith("HTTP/1.1 408 ", await RawAsync(
            "GET /v1/axes HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", ("Kestrel:Limits:RequestHeadersTimeout", "00:00:01")));

    [Fact]
    public async Task A_body_that_trickles_is_cut_off()
    {
        await using var service = new RunningService(settings: ("Limits:Seconds", "1"));
        var token = (await service.ClientAsync("metropole", RunningService.Rennes)).DefaultRequestHeaders.Authorization;
        var answer = await RawAsync(service,
            $"PUT {Route} HTTP/1.1\r\nHost: localhost\r\nAuthorization: {token}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{");

        Assert.StartsWith("HTTP/1.1 503 ", answer);
        Assert.Contains("urn:reporting:delai-depasse", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_longer_than_sixteen_kibibytes_is_refused() =>
        Assert.StartsWith("HTTP/1.1 414 ", await RawAsync(
            $"GET /v1/axes?x={new string('x', 16 * 1024)} HTTP/1.1\r\nHost: localhost\r\n\r\n"));

    [Fact]
    public async Task More_headers_than_any_client_sends_are_refused() =>
        Assert.StartsWith("HTTP/1.1 431 ", await RawAsync(
            $"GET /v1/axes HTTP/1.1\r\nHost: localhost\r\n{string.Concat(Enumerable.Range(0, 70).Select(n => $"X-{n}: 1\r\n"))}\r\n"));

    [Fact]
    public async Task Headers_of_more_than_thirty_two_kibibytes_are_refused() =>
        Assert.StartsWith("HTTP/1.1 431 ", await RawAsync(
            $"GET /v1/axes HTTP/1.1\r\nHost: localhost\r\nX-Long: {new string('x', 33 * 1024)}\r\n\r\n"));

    [Theory]
    [InlineData("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}")]
    [InlineData("Transfer-Encoding: gzip\r\n\r\n{}")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n")]
    public async Task A_body_of_ambiguous_length_is_refused_or_read_one_way_only(string rest)
    {
        var answer = await RawAsync($"POST /v1/decomptes?annee=2025 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: text/csv\r\n{rest}");
        Assert.Matches("^HTTP/1.1 4[0-9][0-9] ", answer);
        Assert.Equal(1, answer.Split("HTTP/1.1 ").Length - 1);
    }

    [Fact]
    public async Task A_chunk_longer_than_any_number_is_a_bad_request_and_no_fault()
    {
        await using var service = new RunningService();
        var token = (await service.ClientAsync("metropole", RunningService.Rennes)).DefaultRequestHeaders.Authorization;
        Assert.StartsWith("HTTP/1.1 400 ", await RawAsync(service,
            $"PUT {Route} HTTP/1.1\r\nHost: localhost\r\nAuthorization: {token}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n{{}}"));
    }

    private static async Task<string> RawAsync(string request, params (string, string)[] settings)
    {
        await using var service = new RunningService(settings: settings);
        return await RawAsync(service, request);
    }

    private static async Task<string> RawAsync(RunningService service, string request)
    {
        using var client = await service.ClientAsync();
        using var connection = new TcpClient();
        await connection.ConnectAsync(client.BaseAddress!.Host, client.BaseAddress.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = new StringBuilder();
        var buffer = new char[4096];
        // An answer that does not close its connection is over at the end of its problem.
        while (!answer.ToString().EndsWith("}\r\n0\r\n\r\n", StringComparison.Ordinal) && await reader.ReadAsync(buffer) is > 0 and var read)
        {
            answer.Append(buffer, 0, read);
        }

        return answer.ToString();
    }
}
