using System.Text;
using System.Text.Json;
using Reporting.Api.Tests.Hosting;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Limits;

public sealed class QuotaTests
{
    private const string Read = "/v1/axes";
    private const string Body = """{"indicateurs":[{"code":"DRO-6","cible":1,"valeur":1}]}""";

    [Fact]
    public async Task Every_answer_tells_the_quota_and_what_is_left_of_it()
    {
        await using var service = new RunningService(settings: ("Limits:ReadsPerMinute", "6"));
        using var client = await service.ClientAsync("lecteur");

        using var answer = await client.GetAsync(Of(Read));

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("\"lectures\";q=6;w=60", Assert.Single(answer.Headers.GetValues("RateLimit-Policy")));
        Assert.Equal("\"lectures\";r=5;t=10", Assert.Single(answer.Headers.GetValues("RateLimit")));
    }

    [Fact]
    public async Task A_client_that_spent_its_quota_is_told_when_to_come_back()
    {
        await using var service = new RunningService(settings: ("Limits:ReadsPerMinute", "2"));
        using var client = await service.ClientAsync("lecteur");
        for (var request = 0; request < 2; request++)
        {
            using var passed = await client.GetAsync(Of(Read));
            Assert.Equal(200, (int)passed.StatusCode);
        }

        using var refused = await client.GetAsync(Of(Read));

        Assert.Equal(429, (int)refused.StatusCode);
        Assert.Equal("urn:reporting:quota-epuise", (await ReadAsync(refused)).GetProperty("type").GetString());
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 30);
        Assert.Equal("\"lectures\";r=0;t=60", Assert.Single(refused.Headers.GetValues("RateLimit")));
    }

    [Fact]
    public async Task Clients_and_quotas_are_counted_apart()
    {
        await using var service = new RunningService(settings:
            [("Limits:ReadsPerMinute", "1"), ("Limits:WritesPerMinute", "1"), ("Limits:CountsPerMinute", "1")]);
        using var metropole = await service.ClientAsync("metropole", RunningService.Rennes);
        using var dgcs = await service.ClientAsync("dgcs");

        Assert.Equal("200 429", await TwiceAsync(() => metropole.GetAsync(Of(Read))));
        Assert.Equal("201 429", await TwiceAsync(() => metropole.PutAsync(Of(Route), RunningService.Json(Body))));
        Assert.Equal("415 429", await TwiceAsync(() => metropole.PostAsync(Of("/v1/decomptes?annee=2025"), RunningService.Json("{}"))));
        Assert.Equal("200 429", await TwiceAsync(() => dgcs.GetAsync(Of(Read))));
    }

    [Fact]
    public async Task Whoever_does_not_sign_in_or_fails_to_spends_the_quota_of_the_address()
    {
        await using var service = new RunningService(settings: ("Limits:AnonymousPerMinute", "2"));
        using var nobody = await service.ClientAsync();
        using var forger = await service.ClientAsync();
        forger.DefaultRequestHeaders.Authorization = new("Bearer", "abc.def.ghi");

        using var first = await nobody.GetAsync(Of(Read));
        using var second = await forger.GetAsync(Of(Read));
        using var third = await forger.GetAsync(Of(Read));

        Assert.Equal([401, 401, 429], new[] { first, second, third }.Select(answer => (int)answer.StatusCode));
    }

    [Fact]
    public async Task Each_request_of_a_batch_spends_the_quota()
    {
        await using var service = new RunningService(settings: ("Limits:ReadsPerMinute", "3"));
        using var client = await service.ClientAsync("lecteur");
        var parts = string.Join(',', Enumerable.Range(1, 5).Select(id => $$"""{"id":"{{id}}","method":"GET","url":"Axes/$count"}"""));
        using var request = new HttpRequestMessage(HttpMethod.Post, Of("/odata/v1/$batch")) { Content = RunningService.Json($$"""{"requests":[{{parts}}]}""") };
        request.Headers.Add("Prefer", "continue-on-error");

        using var answer = await client.SendAsync(request);

        var responses = (await ReadAsync(answer)).GetProperty("responses").EnumerateArray();
        Assert.Equal([200, 200, 200, 429, 429], responses.Select(response => response.GetProperty("status").GetInt32()));
    }

    [Fact]
    public async Task Guesses_of_readers_keys_spend_the_quota_of_the_address_and_keep_no_known_reader_out()
    {
        await using var service = new RunningService(settings: ("Limits:AnonymousPerMinute", "4"));
        using var dgcs = await service.ClientAsync("dgcs");
        var key = await KeyAsync(dgcs);
        var unused = await KeyAsync(dgcs);

        // The first of the four was spent on the development token.
        Assert.Equal(200, await StatusAsync(key));
        foreach (var expected in (int[])[401, 401, 401, 429, 429])
        {
            Assert.Equal(expected, await StatusAsync($"cdl_{Guid.NewGuid():N}_{new string('a', 43)}"));
        }

        Assert.Equal(429, await StatusAsync(unused));
        Assert.Equal(200, await StatusAsync(key));

        async Task<int> StatusAsync(string presented)
        {
            using var client = await service.ClientAsync();
            client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"lecteur:{presented}")));
            using var answer = await client.GetAsync(Of(Read));
            return (int)answer.StatusCode;
        }

        static async Task<string> KeyAsync(HttpClient dgcs)
        {
            using var made = await dgcs.PostAsync(Of("/v1/cles-de-lecture"), RunningService.Json("""{"libelle":"Tableau"}"""));
            return (await ReadAsync(made)).GetProperty("cle").GetString()!;
        }
    }

    [Fact]
    public async Task Probes_are_always_answered()
    {
        await using var service = new RunningService(settings: ("Limits:AnonymousPerMinute", "1"));
        using var probe = await service.ClientAsync();

        Assert.Equal("200 200", await TwiceAsync(() => probe.GetAsync(Of("/health/live"))));
    }

    [Fact]
    public async Task The_quotas_are_published()
    {
        await using var service = new RunningService(settings: ("Limits:WritesPerMinute", "77"));
        using var client = await service.ClientAsync();
        using var answer = await client.GetAsync(Of("/v1"));

        var described = await ReadAsync(answer);

        Assert.Equal(
            "lectures=6000 ecritures=77 decomptes=600 sans-authentification=1200",
            string.Join(' ', described.GetProperty("quotas").EnumerateArray().Select(Quota)));
        Assert.Equal(1_048_576, described.GetProperty("tailles").GetProperty("documentOctets").GetInt32());
    }

    [Theory]
    [InlineData("Limits:ReadsPerMinute", "0")]
    [InlineData("Limits:HeavyReadsAtOnce", "-1")]
    public async Task A_limit_that_makes_no_sense_keeps_the_service_from_starting(string setting, string value)
    {
        var refusal = await RunningService.RefusalAsync<Exception>(() => new(settings: (setting, value)));
        Assert.Contains(setting, refusal.ToString(), StringComparison.Ordinal);
    }

    private static string Quota(JsonElement quota) => $"{quota.GetProperty("nom").GetString()}={quota.GetProperty("parMinute").GetInt32()}";

    private static async Task<string> TwiceAsync(Func<Task<HttpResponseMessage>> send)
    {
        using var first = await send();
        using var second = await send();
        return $"{(int)first.StatusCode} {(int)second.StatusCode}";
    }
}
