using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Reporting.Api.Access;
using Reporting.Api.Limits;
using Reporting.Api.Tests.Hosting;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Limits;

/// <summary>In March the returns come first, however much is read.</summary>
public sealed class ReservedShareTests
{
    private const string Export = "/v1/exports/resultats.csv";
    private static readonly (string, string)[] _oneReadAtOnce =
        [("Limits:ReadsAtOnce", "1"), ("Limits:HeavyReadsAtOnce", "1"), ("Limits:ReadsWaiting", "0")];

    [Fact]
    public async Task A_return_is_posted_and_deposited_while_every_place_of_the_reads_is_taken()
    {
        await using var service = new RunningService(settings: _oneReadAtOnce);
        using var metropole = await service.ClientAsync("metropole", RunningService.Rennes);
        await PutContractAsync(service);
        using (await service.Get<ReadPlaces>().EnterAsync(AnyRead()))
        {
            using var read = await metropole.GetAsync(Of("/v1/axes"));
            Assert.Equal(429, (int)read.StatusCode);
            Assert.Equal("urn:reporting:trop-de-lectures", (await ReadAsync(read)).GetProperty("type").GetString());
            Assert.Equal(5, read.Headers.RetryAfter!.Delta!.Value.TotalSeconds);

            Assert.Equal((201, 200), await PostAndDepositAsync(metropole));
        }

        using var after = await metropole.GetAsync(Of("/v1/axes"));
        Assert.Equal(200, (int)after.StatusCode);
    }

    [Fact]
    public async Task A_return_is_posted_and_deposited_in_a_flood_of_reads()
    {
        await using var service = new RunningService(settings: _oneReadAtOnce);
        using var metropole = await service.ClientAsync("metropole", RunningService.Rennes);
        using var dgcs = await service.ClientAsync("dgcs");
        await PutContractAsync(service);
        var refused = 0;
        var flood = Enumerable.Range(0, 24).Select(_ => FloodAsync()).ToList();

        do
        {
            Assert.Equal(200, (await PostAndDepositAsync(metropole)).Deposited);
        }
        while (!flood.TrueForAll(reader => reader.IsCompleted));

        await Task.WhenAll(flood);

        // It goes on until the limit was met often: otherwise it was no flood.
        async Task FloodAsync()
        {
            while (Volatile.Read(ref refused) < 24)
            {
                using var answer = await dgcs.GetAsync(Of(Export));
                if (answer.StatusCode is HttpStatusCode.TooManyRequests)
                {
                    Interlocked.Increment(ref refused);
                }
            }
        }
    }

    private static async Task<(int Posted, int Deposited)> PostAndDepositAsync(HttpClient metropole)
    {
        using var posted = await metropole.PutAsync(Of(Route), RunningService.Json("""{"indicateurs":[{"code":"DRO-5","cible":2,"valeur":2}]}"""));
        using var deposited = await metropole.PostAsync(Of($"{Route}/depot"), null);
        return ((int)posted.StatusCode, (int)deposited.StatusCode);
    }

    private static async Task PutContractAsync(RunningService service)
    {
        using var dgcs = await service.ClientAsync("dgcs");
        using var answer = await dgcs.PutAsync(Of($"/v1/contrats/{RunningService.Rennes}"), RunningService.Json("""
            { "actions": [ { "numero": "3.1", "intitule": "Accueil", "indicateurs": ["DRO-5"] } ],
              "trajectoires": [ { "indicateur": "DRO-5", "t0": 1, "cibles": { "2024": 1, "2025": 2, "2026": 3, "2027": 4 } } ] }
            """));
        Assert.True(answer.IsSuccessStatusCode);
    }

    private static DefaultHttpContext AnyRead() => new()
    {
        User = new(new ClaimsIdentity([new(Claims.Subject, "another")], "test")),
        Request = { Method = HttpMethods.Get },
    };
}
