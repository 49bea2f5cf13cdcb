using System.Net.Http.Headers;
using System.Text.Json;

namespace Reporting.Cli.Service;

/// <summary>The requests of one territory's return; each is safe to send again.</summary>
internal sealed class ReturnRequests(int year, string territory)
{
    private readonly string _path = $"v1/remontees/{year}/{Uri.EscapeDataString(territory)}";

    public Func<HttpRequestMessage> Simulate(ReadOnlyMemory<byte> json) =>
        () => new(HttpMethod.Post, $"{_path}/simulation") { Content = Json(json) };

    public Func<HttpRequestMessage> Current() => () => new(HttpMethod.Get, _path);

    /// <summary>The key lets the service recognise a repetition whose first answer was lost.</summary>
    public Func<HttpRequestMessage> Put(ReadOnlyMemory<byte> json, string? replacing)
    {
        var key = Guid.NewGuid().ToString();
        return () => new(HttpMethod.Put, _path)
        {
            Content = Json(json),
            Headers =
            {
                { "Idempotency-Key", key },
                { replacing is null ? "If-None-Match" : "If-Match", replacing ?? "*" },
            },
        };
    }

    /// <summary>With a key, for the same reason.</summary>
    /// <summary>With the receipt of the simulation, so that nothing else is deposited than what was shown.</summary>
    public Func<HttpRequestMessage> Deposit(string version, string receipt)
    {
        var key = Guid.NewGuid().ToString();
        return () => new(HttpMethod.Post, $"{_path}/depot")
        {
            Content = Json(JsonSerializer.SerializeToUtf8Bytes(new(receipt), AnswerContract.Default.DepositRequest)),
            Headers = { { "Idempotency-Key", key }, { "If-Match", version } },
        };
    }

    private static ReadOnlyMemoryContent Json(ReadOnlyMemory<byte> json) =>
        new(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
}
