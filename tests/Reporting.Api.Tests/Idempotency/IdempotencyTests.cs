using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Reporting.Api.Idempotency;
using Reporting.Api.Tests.Hosting;
using Reporting.Store.Idempotency;
using Reporting.TestSupport.Engines;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Idempotency;

public sealed class IdempotencyTests
{
    private const string One = """{ "indicateurs": [ { "code": "DRO-5", "cible": 2, "valeur": 1 } ] }""";
    private const string Two = """{ "indicateurs": [ { "code": "DRO-5", "cible": 2, "valeur": 2 } ] }""";

    [Fact]
    public async Task Twenty_requests_with_one_key_at_once_on_two_instances_write_once_and_get_one_answer()
    {
        await using var instances = new Instances(2);
        using var client = await instances.ClientAsync("metropole");
        using var other = await instances.ClientAsync("metropole", 1);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(index =>
            Given.ToAsync(index % 2 == 0 ? client : other, Put(One, "k"))));

        Assert.Single(answers.Select(answer => answer.Again()).Distinct());
        Assert.Equal(HttpStatusCode.Created, answers[0].Status);
        Assert.Equal(["remontee.poster"], await instances.WritesAsync());
    }

    [Fact]
    public async Task Of_two_bodies_with_one_key_at_once_one_is_written()
    {
        await using var instances = new Instances(2);
        using var client = await instances.ClientAsync("metropole");
        using var other = await instances.ClientAsync("metropole", 1);
        for (var round = 0; round < 5; round++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(index =>
                Given.ToAsync(index % 4 < 2 ? client : other, Put(index % 2 == 0 ? One : Two, $"k{round}"))));

            Assert.Single(answers.Where(answer => answer.IsSuccess).Select(answer => answer.Body).Distinct());
            Assert.Equal(5, answers.Count(answer => answer.IsSuccess));
            Assert.All(answers.Where(answer => !answer.IsSuccess), refused => Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status));
        }
    }

    [Fact]
    public async Task A_refusal_is_not_kept_for_what_was_closed_may_open()
    {
        await using var service = new RunningService(now: new(2026, 2, 25, 12, 0, 0, TimeSpan.Zero));
        using var client = await service.ClientAsync("metropole", RunningService.Rennes);

        Assert.Equal(HttpStatusCode.Conflict, (await Given.ToAsync(client, Put(One, "k"))).Status);
        service.Clock.SetUtcNow(new(2026, 2, 26, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.Conflict, (await Given.ToAsync(client, Put(Two, "k"))).Status);
        service.Clock.SetUtcNow(new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.Created, (await Given.ToAsync(client, Put(One, "k"))).Status);
    }

    [Fact]
    public async Task What_was_answered_without_writing_is_kept_too()
    {
        await using var instances = new Instances();
        using var client = await instances.ClientAsync("metropole");
        Assert.Equal(HttpStatusCode.Created, (await Given.ToAsync(client, Put(One, "first"))).Status);
        var same = await Given.ToAsync(client, Put(One, "same"));
        Assert.True((await Given.ToAsync(client, Put(Two, "second"))).IsSuccess);

        Assert.Equal(HttpStatusCode.OK, same.Status);
        Assert.Equal(same.Again(), await Given.ToAsync(client, Put(One, "same")));
        Assert.Equal(["remontee.poster", "remontee.poster"], await instances.WritesAsync());
    }

    [Fact]
    public async Task A_key_is_of_one_client_alone()
    {
        await using var instances = new Instances();
        foreach (var write in WriteRoutes.All.Take(2))
        {
            Assert.True(await instances.SendAsync(write, "k") is { IsSuccess: true, IsReplayed: false });
        }
    }

    [Theory]
    [InlineData("\"0c5f1b4e-5d1b-4d8e-9d1f-2f3a4b5c6d7e\"", true)]
    [InlineData("!", true)]
    [InlineData("é", false)]
    [InlineData("deux mots", false)]
    [InlineData("\"\"", false)]
    [InlineData("255", true)]
    [InlineData("256", false)]
    public async Task A_key_is_1_to_255_visible_characters(string key, bool isKey)
    {
        await using var service = new RunningService();
        using var client = await service.ClientAsync("metropole", RunningService.Rennes);
        using var request = Put(One, null);
        var given = int.TryParse(key, out var length) ? new string('k', length) : key;
        Assert.True(request.Headers.TryAddWithoutValidation("Idempotency-Key", given));
        using var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 };
        using var plain = new HttpClient(handler) { BaseAddress = client.BaseAddress };
        plain.DefaultRequestHeaders.Authorization = client.DefaultRequestHeaders.Authorization;
        using var answer = await plain.SendAsync(request);

        Assert.Equal(isKey ? HttpStatusCode.Created : HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Two_keys_are_none()
    {
        await using var service = new RunningService();
        using var client = await service.ClientAsync("metropole", RunningService.Rennes);
        using var request = Put(One, null);
        request.Headers.TryAddWithoutValidation("Idempotency-Key", ["a", "b"]);
        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith("« Idempotency-Key »", (await ReadAsync(answer)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_simulation_stores_nothing_and_minds_no_key()
    {
        await using var service = new RunningService();
        using var client = await service.ClientAsync("metropole", RunningService.Rennes);
        foreach (var body in (string[])[One, Two])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Of($"{Route}/simulation")) { Content = RunningService.Json(body) };
            request.Headers.Add("Idempotency-Key", "k");
            using var answer = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData(30, null)]
    [InlineData(7, "7")]
    public async Task Kept_answers_are_there_for_as_long_as_is_set_30_days_at_first_and_gone_soon_after(int days, string? setting)
    {
        await using var service = new RunningService(
            now: new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), settings: setting is null ? [] : [("Retention:AnswerDays", setting)]);
        using var client = await service.ClientAsync("metropole", RunningService.Rennes);
        Assert.Equal(HttpStatusCode.Created, (await Given.ToAsync(client, Put(One, "k"))).Status);

        service.Clock.Advance(TimeSpan.FromDays(1));
        service.Clock.Advance(TimeSpan.FromDays(days - 1.1));
        Assert.True((await Given.ToAsync(client, Put(One, "k"))).IsReplayed);
        var store = service.Get<KeptAnswerStore>();
        service.Clock.Advance(TimeSpan.FromHours(3));
        service.Clock.Advance(TimeSpan.FromHours(1));
        for (var attempt = 0; attempt < 100 && await store.FindAsync("metropole@developpement", Domain.Digest.Of("k"), default) is not null; attempt++)
        {
            await Task.Delay(50);
        }

        Assert.Null(await store.FindAsync("metropole@developpement", Domain.Digest.Of("k"), default));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("3651")]
    [InlineData("un mois")]
    public async Task A_retention_that_makes_no_sense_keeps_the_service_from_starting(string days)
    {
        var refusal = await RunningService.RefusalAsync<Exception>(() => new(settings: ("Retention:AnswerDays", days)));
        Assert.Contains("Retention:AnswerDays", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_tells_no_secret_of_an_answer_to_whoever_reads_the_store_and_guesses_the_key()
    {
        await using var instances = new Instances();
        var subscription = WriteRoutes.All.Single(write => write.Route == "POST /v1/territoires/{siren}/abonnements");
        var first = await instances.SendAsync(subscription, "2026-03-02");
        var kept = await instances[0].Get<KeptAnswerStore>().FindAsync("metropole@developpement", Domain.Digest.Of("2026-03-02"), default);
        var (end, guessed) = (kept!.SealedBody.IndexOf(':', StringComparison.Ordinal), Encoding.UTF8.GetBytes("2026-03-02"));

        Assert.Contains("?cle=", first.Body, StringComparison.Ordinal);
        Assert.Equal("0a", kept.SealedBody[..end]);
        Assert.Throws<AuthenticationTagMismatchException>(() => Seal.Open(kept.SealedBody[(end + 1)..], guessed, "metropole@developpement"));
        Assert.Equal(first.Again(), await instances.SendAsync(subscription, "2026-03-02"));
    }

    [Theory]
    [InlineData("a", "AAAA", true)]
    [InlineData("b", "AAAA", false)]
    [InlineData("a", "////", false)]
    public async Task An_answer_whose_key_of_the_service_is_gone_is_refused_and_never_given_by_writing_again(string name, string starts, bool isThere)
    {
        await using var store = TestDatabase.Create(EngineUnderTest.Engine);
        await using var first = new RunningService(settings: Settings("a", "AAAA"));
        using var client = await first.ClientAsync("metropole", RunningService.Rennes);
        var answer = await Given.ToAsync(client, Put(One, "k"));
        await using var later = new RunningService(settings: [.. Settings(name, starts), ("Reporting:ReaderKeyPeppers:z", Key("zzzz"))]);
        using var other = await later.ClientAsync("metropole", RunningService.Rennes);
        var again = await Given.ToAsync(other, Put(One, "k"));

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal(isThere ? HttpStatusCode.Created : HttpStatusCode.Conflict, again.Status);
        using var request = new HttpRequestMessage(HttpMethod.Get, Of(Route));
        Assert.Equal("\"1\"", (await Given.ToAsync(other, request)).ETag);

        (string, string)[] Settings(string key, string value) =>
            [("Store:ConnectionString", store.Options.ConnectionString), ($"Reporting:ReaderKeyPeppers:{key}", Key(value))];

        static string Key(string start) => start + Convert.ToBase64String(new byte[30]);
    }

    /// <summary>A client that repeats what it got no answer to, whenever it was cut off, has each of its writes take place once.</summary>
    [Fact]
    public async Task Whatever_is_cut_short_and_repeated_takes_place_once()
    {
        var random = new Random(168);
        await using var instances = new Instances(2);
        using var first = await instances.ClientAsync("metropole");
        using var second = await instances.ClientAsync("metropole", 1);
        var cut = 0;
        var versions = new List<int>();
        for (var operation = 0; operation < 60; operation++)
        {
            var body = One.Replace("\"valeur\": 1", $"\"valeur\": {operation + 1}", StringComparison.Ordinal);
            Given? answer = null;
            while (answer is not { IsSuccess: true })
            {
                var instance = random.Next(2);
                instances.Crashes[instance].IsArmed = random.Next(3) == 0;
                using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(3) == 0 ? random.Next(1, 25) : 10_000));
                try
                {
                    using var request = Put(body, $"k{operation}");
                    using var response = await (instance == 0 ? first : second).SendAsync(request, patience.Token);
                    instances.Crashes[instance].IsArmed = false;
                    answer = new(response.StatusCode, null, null, null, await response.Content.ReadAsStringAsync(), false);
                }
                catch (OperationCanceledException)
                {
                    instances.Crashes[instance].IsArmed = false;
                    cut++;
                }
            }

            using var stored = JsonDocument.Parse(answer.Body);
            versions.Add(stored.RootElement.GetProperty("version").GetInt32());
        }

        Assert.Equal(Enumerable.Range(1, 60), versions);
        Assert.Equal(60, (await instances.WritesAsync()).Count);
        Assert.True(cut + instances.Crashes.Sum(crash => crash.Crashes) > 10, "too few were cut short");
    }

    private static HttpRequestMessage Put(string body, string? key)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, Of(Route)) { Content = RunningService.Json(body) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return request;
    }
}
