using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Reporting.Api.Tests.Hosting;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.ReaderKeys;

/// <summary>A key that is used, and one that is refused, are told of by their id; the secret is nowhere, however much is logged.</summary>
[Collection(Alone.Name)]
public sealed class ReaderKeySecrecyTests
{
    [Fact]
    public async Task No_log_trace_or_problem_repeats_a_key()
    {
        var spans = new ConcurrentBag<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => spans.Add(string.Join('\n', span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Append(span.DisplayName))),
        };
        ActivitySource.AddActivityListener(listener);
        var console = Console.Out;
        using var log = new StringWriter();
        Console.SetOut(TextWriter.Synchronized(log));
        string key;
        try
        {
            key = await ReadAndBeRefusedAsync();
        }
        finally
        {
            Console.SetOut(console);
        }

        var (id, secret) = (Guid.ParseExact(key[4..36], "N"), key[^43..]);
        Assert.Contains($"Reader key used: {id}", log.ToString().Replace("\"", "", StringComparison.Ordinal));
        Assert.Contains($"Reader key refused: {id} is revoked", log.ToString().Replace("\"", "", StringComparison.Ordinal));
        Assert.Contains("Request starting", log.ToString());
        Assert.NotEmpty(spans);
        Assert.DoesNotContain(secret, log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Encode($"lecteur:{key}"), log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, string.Join('\n', spans), StringComparison.Ordinal);
    }

    private static async Task<string> ReadAndBeRefusedAsync()
    {
        await using var service = new RunningService(settings:
            [("Serilog:MinimumLevel:Default", "Verbose"), ("Serilog:MinimumLevel:Override:Microsoft", "Verbose")]);
        using var dgcs = await service.ClientAsync("dgcs");
        var created = await ReadAsync(await dgcs.PostAsync(Of("/v1/cles-de-lecture"), RunningService.Json("""{ "libelle": "Tableau" }""")));
        var key = created.GetProperty("cle").GetString()!;
        using var reader = await service.ClientAsync();
        using var keyed = await service.ClientAsync();
        keyed.DefaultRequestHeaders.Authorization = new("Basic", Encode($"lecteur:{key}"));
        foreach (var isRevoked in (bool[])[false, true])
        {
            if (isRevoked)
            {
                (await dgcs.DeleteAsync(Of($"/v1/cles-de-lecture/{created.GetProperty("id").GetString()}"))).Dispose();
            }

            foreach (var (client, path) in ((HttpClient, string)[])[(reader, $"/odata/v1/Axes?cle={key}"), (reader, $"/odata/v1/Axes?$filter=(&cle={key}"), (keyed, "/odata/v1/Axes"), (keyed, "/v1/indicateurs")])
            {
                using var answer = await client.GetAsync(Of(path));
                Assert.DoesNotContain(key[^43..], await answer.Content.ReadAsStringAsync() + answer.Headers, StringComparison.Ordinal);
            }
        }

        return key;
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
