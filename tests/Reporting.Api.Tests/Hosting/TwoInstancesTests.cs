using System.Net;
using System.Net.Http.Headers;
using Reporting.Store;

namespace Reporting.Api.Tests.Hosting;

/// <summary>Two instances behind a balancer: one store between them, and nothing else that they could disagree on.</summary>
public sealed class TwoInstancesTests : IAsyncLifetime
{
    private const string Territory = RunningService.Bordeaux;
    private const string Route = $"/v1/remontees/2025/{Territory}";

    private const string Contract =
        """
        { "actions": [ { "numero": "3.1", "intitule": "Droits", "indicateurs": ["DRO-6"] } ],
          "trajectoires": [ { "indicateur": "DRO-6", "cibles": { "2024": 1, "2025": 1, "2026": 1, "2027": 1 } } ] }
        """;

    // What each kind of reader asks for, whichever instance answers.
    private static readonly string[] Reads =
    [
        Route, $"{Route}?version=1", "/v1/tableaux-de-bord/national/2025", $"/v1/tableaux-de-bord/territoires/{Territory}/2025",
        "/v1/campagnes", "/v1/campagnes/2025/suivi", "/v1/exports/resultats.csv?annee=2025", "/v1/territoires",
        $"/v1/contrats/{Territory}", "/odata/v1/Resultats?$filter=Annee eq 2025", "/odata/v1/Resultats/$count",
    ];

    private HttpClient[] _metropole = [];
    private HttpClient[] _readers = [];

    private static readonly (string, string) PublicAddress = ("Reporting:PublicBaseUrl", "https://remontees.example");

    private RunningService First { get; } = new(sampleData: true, settings: PublicAddress);

    private RunningService Second { get; set; } = null!;

    public async Task InitializeAsync()
    {
        _metropole = [await First.ClientAsync("metropole", Territory)];
        Second = new(settings: [PublicAddress, ("Store:ConnectionString", First.Get<StoreOptions>().ConnectionString)]);
        _metropole = [.. _metropole, await Second.ClientAsync("metropole", Territory)];
        _readers = [await First.ClientAsync("dgcs"), await Second.ClientAsync("dgcs")];
        // The tag that the first gave is good at the second.
        using var contract = Put($"/v1/contrats/{Territory}", Contract, (await ReadAsync(_readers[0], $"/v1/contrats/{Territory}")).Tag);
        using var replaced = await _readers[1].SendAsync(contract);
        Assert.Equal(HttpStatusCode.OK, replaced.StatusCode);
    }

    public async Task DisposeAsync()
    {
        foreach (var client in _metropole.Concat(_readers))
        {
            client.Dispose();
        }

        await Second.DisposeAsync();
        await First.DisposeAsync();
    }

    [Fact]
    public async Task What_one_writes_the_other_reads_at_once_under_the_same_tag()
    {
        var (_, tag) = await ReadAsync(_metropole[0], Route);
        for (var value = 1; value <= 6; value++)
        {
            var (writer, other) = (_metropole[value % 2], _metropole[(value + 1) % 2]);
            using var written = await writer.SendAsync(Put(value, tag));
            Assert.Equal(HttpStatusCode.OK, written.StatusCode);

            using var late = await other.SendAsync(Put(value, tag));
            Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);

            tag = written.Headers.ETag!;
            Assert.Equal(tag, (await ReadAsync(other, Route)).Tag);
            if (value % 3 == 0)
            {
                using var deposit = await other.SendAsync(Deposit(tag));
                Assert.Equal(HttpStatusCode.OK, deposit.StatusCode);
                tag = deposit.Headers.ETag!;
            }

            await AssertAgreeAsync();
        }
    }

    [Fact]
    public async Task Of_writers_at_both_with_the_same_tag_exactly_one_writes()
    {
        for (var round = 1; round <= 4; round++)
        {
            var (_, tag) = await ReadAsync(_metropole[round % 2], Route);
            var answers = await Task.WhenAll(Enumerable.Range(0, 16)
                .Select(writer => _metropole[writer % 2].SendAsync(Put((round * 100) + writer, tag))));
            var winner = Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.OK);
            Assert.Equal(15, answers.Count(answer => answer.StatusCode is HttpStatusCode.PreconditionFailed));
            Assert.Equal(winner.Headers.ETag, (await ReadAsync(_metropole[0], Route)).Tag);
            await AssertAgreeAsync();
        }
    }

    [Fact]
    public async Task A_page_begun_at_one_goes_on_at_the_other()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Of("/odata/v1/Resultats"));
        request.Headers.Add("Prefer", "odata.maxpagesize=10");
        using var first = await _readers[0].SendAsync(request);
        var next = System.Text.Json.JsonDocument.Parse(await first.Content.ReadAsStringAsync())
            .RootElement.GetProperty("@odata.nextLink").GetString()!;
        var path = Of(next[next.IndexOf("/odata", StringComparison.Ordinal)..]);

        Assert.Equal(await _readers[0].GetStringAsync(path), await _readers[1].GetStringAsync(path));
    }

    private async Task AssertAgreeAsync()
    {
        foreach (var path in Reads)
        {
            var (first, second) = (await ReadAsync(_readers[0], path), await ReadAsync(_readers[1], path));
            Assert.Equal(first, second);
        }
    }

    private static async Task<(string Body, EntityTagHeaderValue? Tag)> ReadAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(Of(path));
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return (await answer.Content.ReadAsStringAsync(), answer.Headers.ETag);
    }

    private static HttpRequestMessage Put(int value, EntityTagHeaderValue? tag) =>
        Put(Route, $$"""{"indicateurs":[{"code":"DRO-6","cible":1,"valeur":{{value}}}]}""", tag);

    private static HttpRequestMessage Put(string path, string body, EntityTagHeaderValue? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, Of(path)) { Content = RunningService.Json(body) };
        request.Headers.IfMatch.Add(tag!);
        return request;
    }

    private static HttpRequestMessage Deposit(EntityTagHeaderValue tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Of($"{Route}/depot"));
        request.Headers.IfMatch.Add(tag);
        return request;
    }

    private static Uri Of(string path) => new(path, UriKind.Relative);
}
