using Reporting.Api.Tests.Hosting;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Limits;

/// <summary>A batch is heavy for what it asks, not for how long its body takes to come.</summary>
public sealed class SlowBatchTests
{
    private const string Json = "application/json";
    private const string Batch = """{"requests":[{"id":"1","method":"GET","url":"Axes/$count"}]}""";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Batches_that_trickle_in_keep_no_place_from_other_readers()
    {
        await using var service = new RunningService(settings: [("Limits:HeavyReadsAtOnce", "2"), ("Limits:HeavyReadsPerClient", "1")]);
        using var dgcs = await service.ClientAsync("dgcs");
        using var both = await service.ClientAsync("dgcs+lecteur");
        using var lecteur = await service.ClientAsync("lecteur");
        var trickles = await Task.WhenAll(new[] { dgcs, dgcs, both, both }.Select(client => PostAsync(client, 250_000)));
        await Task.WhenAll(trickles.Select(trickle => trickle.IsReceiving)).WaitAsync(Patience);

        using var answer = await lecteur.GetAsync(Of("/odata/v1/Axes")).WaitAsync(Patience);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.All(trickles, trickle => Assert.False(trickle.Answer.IsCompleted));
        Array.ForEach(trickles, trickle => trickle.Dispose());
    }

    [Fact]
    public async Task A_batch_that_is_not_there_in_time_is_refused_as_OData_has_errors()
    {
        await using var service = new RunningService(settings: ("Limits:Seconds", "1"));
        using var client = await service.ClientAsync("lecteur");
        using var trickle = await PostAsync(client, 250_000);

        var answer = await trickle.Answer.WaitAsync(Patience);

        Assert.StartsWith("HTTP/1.1 408 ", answer);
        Assert.Contains("{\"error\":{\"code\":\"envoi-trop-lent\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_that_trickles_in_and_is_there_in_time_is_answered()
    {
        await using var service = new RunningService();
        using var client = await service.ClientAsync("lecteur");
        using var trickle = await PostAsync(client, 400);

        var answer = await trickle.Answer.WaitAsync(Patience);

        Assert.StartsWith("HTTP/1.1 200 ", answer);
        Assert.Contains("""{"id":"1","status":200,""", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_received_from_whoever_may_not_read()
    {
        await using var service = new RunningService();
        using var nobody = await service.ClientAsync();
        using var trickle = await PostAsync(nobody, 250_000);

        Assert.StartsWith("HTTP/1.1 401 ", await trickle.Answer.WaitAsync(Patience));
        Assert.False(trickle.IsReceiving.IsCompleted);
    }

    [Fact]
    public async Task A_batch_that_is_too_large_is_told_how_large_it_may_be()
    {
        await using var service = new RunningService(settings: ("Feed:BatchBytes", "2048"));
        using var client = await service.ClientAsync("lecteur");

        using var fits = await client.PostAsync(Of("/odata/v1/$batch"), RunningService.Json(Batch.PadRight(2048)));
        using var refused = await client.PostAsync(Of("/odata/v1/$batch"), RunningService.Json(Batch.PadRight(2049)));

        Assert.Equal((200, 413), ((int)fits.StatusCode, (int)refused.StatusCode));
        Assert.Contains(" 2 Kio", (await ReadAsync(refused)).GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static Task<TrickledRequest> PostAsync(HttpClient client, int length) =>
        TrickledRequest.PostAsync(client, "/odata/v1/$batch", Json, Batch, length);
}
