using System.Net;
using System.Text.Json;
using Reporting.Api.Tests.Returns;
using Reporting.TestSupport.Faults;

namespace Reporting.Api.Tests.Hosting;

public sealed class StoreAwayTests : IDisposable
{
    private static readonly string[] _paths =
    [
        "/v1/campagnes", "/v1/journal", $"/v1/remontees/2025/{RunningService.Rennes}", "/odata/v1/Resultats",
        "/v1/tableaux-de-bord/national/2025", "/v1/exports/resultats.csv",
    ];

    private static readonly TimeSpan _asLongAsAVerdictIsKept = TimeSpan.FromSeconds(1);

    private readonly RemovableStore _store = new(EngineUnderTest.Engine);
    private readonly RunningService _service;

    public StoreAwayTests() => _service = new(settings:
    [
        ("Store:ConnectionString", _store.ConnectionString),
        ("Store:Resilience:Retries", "2"),
        ("Store:Resilience:RetryDelay", "00:00:00.001"),
        ("Store:Resilience:BreakerTries", "4"),
        ("Store:Resilience:BreakerPause", "00:00:00.500"),
    ]);

    public void Dispose()
    {
        _service.Dispose();
        _store.Dispose();
    }

    [Fact]
    public async Task The_service_starts_without_its_store_and_prepares_it_once_it_answers()
    {
        await _store.TakeAwayAsync();
        using var dgcs = await _service.ClientAsync("dgcs");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(dgcs, "/health/live"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(dgcs, "/openapi/v1.json"));
        await AssertAwayAsync(dgcs);

        _store.BringBack();
        await UntilReadyAsync(dgcs);
        await AssertBackAsync(dgcs);
    }

    [Fact]
    public async Task A_store_that_goes_away_is_answered_503_and_comes_back_by_itself()
    {
        using var dgcs = await _service.ClientAsync("dgcs");
        await AssertBackAsync(dgcs);

        await _store.TakeAwayAsync();
        await AssertAwayAsync(dgcs);
        await AssertAwayAsync(dgcs);

        _store.BringBack();
        await UntilReadyAsync(dgcs);
        await AssertBackAsync(dgcs);
    }

    [Fact]
    public async Task Whether_the_service_is_ready_is_found_out_once_a_second()
    {
        using var probe = await _service.ClientAsync();
        await UntilReadyAsync(probe);

        await _store.TakeAwayAsync();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(probe, "/health/ready"));
        _service.Clock.Advance(_asLongAsAVerdictIsKept);
        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => StatusAsync(probe, "/health/ready")));
        Assert.All(together, status => Assert.Equal(HttpStatusCode.ServiceUnavailable, status));

        _store.BringBack();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(probe, "/health/ready"));
        await UntilReadyAsync(probe);
    }

    [Fact]
    public async Task What_is_posted_to_a_store_that_is_away_is_refused_whole_and_taken_once_it_is_back()
    {
        using var rennes = await _service.ClientAsync("metropole", RunningService.Rennes);
        await _store.TakeAwayAsync();
        using var refused = await rennes.PutAsync(Relative(OpenCampaign.Route), RunningService.Json(MalformedBodies.Example));
        using var deposit = await rennes.PostAsync(Relative($"{OpenCampaign.Route}/depot"), null);
        foreach (var answer in (HttpResponseMessage[])[refused, deposit])
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        }

        _store.BringBack();
        await UntilReadyAsync(rennes);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(rennes, OpenCampaign.Route));
        using var taken = await rennes.PutAsync(Relative(OpenCampaign.Route), RunningService.Json(MalformedBodies.Example));
        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
    }

    private async Task AssertAwayAsync(HttpClient client)
    {
        _service.Clock.Advance(_asLongAsAVerdictIsKept);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(client, "/health/ready"));
        foreach (var path in _paths)
        {
            using var answer = await client.GetAsync(Relative(path));
            Assert.Equal((path, HttpStatusCode.ServiceUnavailable), (path, answer.StatusCode));
            Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero, path);
        }

        using var campaigns = await client.GetAsync(Relative(_paths[0]));
        using var problem = JsonDocument.Parse(await campaigns.Content.ReadAsStringAsync());
        Assert.Equal("urn:reporting:magasin-indisponible", problem.RootElement.GetProperty("type").GetString());
    }

    private static async Task AssertBackAsync(HttpClient client)
    {
        foreach (var path in _paths)
        {
            Assert.True(await StatusAsync(client, path) is HttpStatusCode.OK or HttpStatusCode.NotFound, path);
        }
    }

    private async Task UntilReadyAsync(HttpClient client)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await StatusAsync(client, "/health/ready") != HttpStatusCode.OK)
        {
            _service.Clock.Advance(_asLongAsAVerdictIsKept);
            await Task.Delay(100, patience.Token);
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(Relative(path));
        return answer.StatusCode;
    }

    private static Uri Relative(string path) => new(path, UriKind.Relative);
}
