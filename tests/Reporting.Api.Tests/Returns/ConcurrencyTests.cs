using System.Net;
using System.Net.Http.Headers;
using Reporting.Api.Tests.Hosting;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Returns;

public sealed class ConcurrencyTests(OpenCampaign campaign) : IClassFixture<OpenCampaign>
{
    private const int Writers = 50;
    private const int Rounds = 4;

    // Every test writes to a territory of its own.
    private const string Bordeaux = "243300316";
    private const string Toulouse = "243100518";
    private const string Nantes = "244400404";

    [Fact]
    public async Task Of_fifty_writers_with_the_same_tag_exactly_one_writes_and_the_others_are_told()
    {
        using var client = await ClientAsync(Bordeaux);
        using var first = await client.SendAsync(Put(Bordeaux, 0, null));
        var tag = first.Headers.ETag!;
        for (var round = 1; round <= Rounds; round++)
        {
            var known = tag;
            var answers = await Task.WhenAll(Enumerable.Range(1, Writers)
                .Select(writer => client.SendAsync(Put(Bordeaux, (round * 1_000) + writer, known))));
            var winner = Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.OK);
            Assert.Equal(Writers - 1, answers.Count(answer => answer.StatusCode is HttpStatusCode.PreconditionFailed));
            Assert.Equal(round + 1, (await ReadAsync(winner)).GetProperty("version").GetInt32());
            tag = winner.Headers.ETag!;
            Assert.NotEqual(known, tag);
        }

        await AssertGaplessAsync(client, Bordeaux, Rounds + 1);
    }

    [Fact]
    public async Task Writers_without_a_tag_all_write_one_after_the_other()
    {
        using var client = await ClientAsync(Toulouse);
        var answers = await Task.WhenAll(Enumerable.Range(1, Writers).Select(writer => client.SendAsync(Put(Toulouse, writer, null))));

        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.Created);
        Assert.Equal(Writers - 1, answers.Count(answer => answer.StatusCode is HttpStatusCode.OK));
        var versions = await Task.WhenAll(answers.Select(async answer => (await ReadAsync(answer)).GetProperty("version").GetInt32()));
        Assert.Equal(Enumerable.Range(1, Writers), versions.Order());
        await AssertGaplessAsync(client, Toulouse, Writers);
    }

    [Fact]
    public async Task What_is_deposited_is_what_the_depositor_saw_whoever_posts_meanwhile()
    {
        using var client = await ClientAsync(Nantes);
        using var dgcs = await campaign.Service.ClientAsync("dgcs");
        using var contract = await dgcs.PutAsync(Of($"/v1/contrats/{Nantes}"), RunningService.Json(
            """
            { "actions": [ { "numero": "3.1", "intitule": "Droits", "indicateurs": ["DRO-6"] } ],
              "trajectoires": [ { "indicateur": "DRO-6", "cibles": { "2024": 1, "2025": 1, "2026": 1, "2027": 1 } } ] }
            """));
        Assert.Equal(HttpStatusCode.Created, contract.StatusCode);

        for (var round = 1; round <= 20; round++)
        {
            using var seen = await client.SendAsync(Put(Nantes, round * 10, null));
            var version = (await ReadAsync(seen)).GetProperty("version").GetInt32();
            var later = Enumerable.Range(1, 3).Select(writer => client.SendAsync(Put(Nantes, (round * 10) + writer, null))).ToList();
            using var deposit = await client.SendAsync(Deposit(Nantes, seen.Headers.ETag!));
            var posted = await Task.WhenAll(later);
            Assert.All(posted, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));

            var state = await StateAsync(client, version);
            if (deposit.StatusCode is HttpStatusCode.OK)
            {
                Assert.Equal(version, (await ReadAsync(deposit)).GetProperty("version").GetInt32());
                Assert.Equal("deposee", state);
            }
            else
            {
                Assert.Equal(HttpStatusCode.PreconditionFailed, deposit.StatusCode);
                Assert.Equal("brouillon", state);
            }

            for (var unseen = version + 1; unseen <= version + 3; unseen++)
            {
                Assert.Equal("brouillon", await StateAsync(client, unseen));
            }
        }

        // A depositor alone always comes first; the race itself may go either way.
        using var last = await client.SendAsync(Put(Nantes, 999, null));
        using var undisturbed = await client.SendAsync(Deposit(Nantes, last.Headers.ETag!));
        Assert.Equal(HttpStatusCode.OK, undisturbed.StatusCode);
    }

    private Task<HttpClient> ClientAsync(string territory) => campaign.Service.ClientAsync("metropole", territory);

    private static HttpRequestMessage Put(string territory, int value, EntityTagHeaderValue? tag)
    {
        var body = $$"""{"indicateurs":[{"code":"DRO-6","cible":1,"valeur":{{value}}}]}""";
        return With(tag, new(HttpMethod.Put, Of($"/v1/remontees/2025/{territory}")) { Content = RunningService.Json(body) });
    }

    private static HttpRequestMessage Deposit(string territory, EntityTagHeaderValue tag) =>
        With(tag, new(HttpMethod.Post, Of($"/v1/remontees/2025/{territory}/depot")));

    private static HttpRequestMessage With(EntityTagHeaderValue? tag, HttpRequestMessage request)
    {
        if (tag is not null)
        {
            request.Headers.IfMatch.Add(tag);
        }

        return request;
    }

    private static async Task<string?> StateAsync(HttpClient client, int version)
    {
        using var answer = await client.GetAsync(Of($"/v1/remontees/2025/{Nantes}?version={version}"));
        return (await ReadAsync(answer)).GetProperty("etat").GetString();
    }

    private static async Task AssertGaplessAsync(HttpClient client, string territory, int versions)
    {
        var values = new HashSet<decimal>();
        for (var version = 1; version <= versions; version++)
        {
            using var answer = await client.GetAsync(Of($"/v1/remontees/2025/{territory}?version={version}"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var stored = await ReadAsync(answer);
            Assert.Equal(version, stored.GetProperty("version").GetInt32());
            Assert.True(values.Add(stored.GetProperty("lignes")[0].GetProperty("valeur").GetDecimal()));
        }

        using var beyond = await client.GetAsync(Of($"/v1/remontees/2025/{territory}?version={versions + 1}"));
        Assert.Equal(HttpStatusCode.NotFound, beyond.StatusCode);
    }
}
