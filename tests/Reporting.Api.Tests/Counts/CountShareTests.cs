using System.Text.Json;
using Reporting.Api.Tests.Hosting;
using Reporting.Api.Tests.Limits;
using static Reporting.Api.Tests.Counts.PostedCounts;

namespace Reporting.Api.Tests.Counts;

/// <summary>The places of counting are everybody's: nobody has two, nor one for as long as a body can be drawn out.</summary>
public sealed class CountShareTests
{
    private const string Path = "/v1/decomptes?annee=2025";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_client_has_one_count_at_a_time_and_the_other_places_are_left_to_others()
    {
        await using var service = new RunningService();
        using var client = await service.MetropoleAsync();
        using var other = await OtherAsync(service);
        using var trickle = await TrickledRequest.PostAsync(client, Path, Csv, Records, 100_000);
        await trickle.IsReceiving.WaitAsync(Patience);

        using (var refused = await client.PostAsync(new Uri(Path, UriKind.Relative), Body(Records)))
        {
            Assert.Equal((429, "10"), ((int)refused.StatusCode, refused.Headers.RetryAfter!.ToString()));
            var problem = JsonDocument.Parse(await refused.Content.ReadAsByteArrayAsync()).RootElement;
            Assert.Equal("urn:reporting:trop-de-decomptes", problem.Type());
            Assert.Contains("déjà un de vos envois", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }

        Assert.Equal(200, (await other.CountAsync(Body(Records))).Status);
        Assert.Equal(200, (await other.CountAsync(Body(Records))).Status);
    }

    [Fact]
    public async Task A_body_that_trickles_is_cut_off_after_its_grace_and_gives_its_place_back()
    {
        await using var service = new RunningService(settings: [("Counts:AtOnce", "1"), ("Counts:GraceSeconds", "1")]);
        using var client = await service.MetropoleAsync();
        using var other = await OtherAsync(service);
        using var trickle = await TrickledRequest.PostAsync(client, Path, Csv, Records, 100_000);

        var answer = await trickle.Answer.WaitAsync(Patience);

        Assert.StartsWith("HTTP/1.1 408 ", answer);
        Assert.Contains("urn:reporting:envoi-trop-lent", answer, StringComparison.Ordinal);
        Assert.Equal(200, (await other.CountAsync(Body(Records))).Status);
        Assert.Equal(200, (await client.CountAsync(Body(Records))).Status);
    }

    [Fact]
    public async Task A_body_that_keeps_the_pace_is_counted_however_long_it_takes()
    {
        await using var service = new RunningService(settings: [("Counts:MinimumBytesPerSecond", "50"), ("Counts:GraceSeconds", "1")]);
        using var client = await service.MetropoleAsync();
        using var trickle = await TrickledRequest.PostAsync(client, Path, Csv, Records.PadRight(900, '\n'), 900);

        Assert.StartsWith("HTTP/1.1 200 ", await trickle.Answer.WaitAsync(Patience));
    }

    private static Task<HttpClient> OtherAsync(RunningService service) =>
        service.ClientAsync("metropole+lecteur", RunningService.Bordeaux);
}
