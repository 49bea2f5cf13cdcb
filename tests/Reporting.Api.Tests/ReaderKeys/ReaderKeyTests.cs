using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Reporting.Api.Tests.Hosting;
using Reporting.Store;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.ReaderKeys;

/// <summary>Reading without an identity provider: what a key opens, and when it no longer does.</summary>
public sealed class ReaderKeyTests : IAsyncLifetime
{
    private const string National = "/v1/tableaux-de-bord/national/2025";
    private const string Rennes = $"/v1/tableaux-de-bord/territoires/{RunningService.Rennes}/2025";
    private const string Bordeaux = $"/v1/tableaux-de-bord/territoires/{RunningService.Bordeaux}/2025";
    private const string Feed = "/odata/v1/Territoires";
    private static readonly string _pepper = Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray());

    private RunningService Service { get; } = new(settings: ("Reporting:ReaderKeyPeppers:a", _pepper));

    private HttpClient Dgcs { get; set; } = null!;

    public async Task InitializeAsync() => Dgcs = await Service.ClientAsync("dgcs");

    public async Task DisposeAsync()
    {
        Dgcs.Dispose();
        await Service.DisposeAsync();
    }

    [Fact]
    public async Task A_key_reads_what_a_reader_may_and_nothing_else()
    {
        var (_, key) = await CreateAsync();
        foreach (var path in (string[])["/odata/v1/", Feed, "/odata/v1/$metadata", National, Rennes, "/v1/exports/resultats.csv?annee=2025", "/v1/indicateurs"])
        {
            Assert.Equal((path, 200), (path, await StatusAsync(path, key)));
        }

        foreach (var path in (string[])["/v1/journal", "/v1/habilitations", "/v1/cles-de-lecture", "/v1/campagnes/2025/suivi", $"/v1/contrats/{RunningService.Rennes}"])
        {
            Assert.Equal((path, 403), (path, await StatusAsync(path, key)));
        }
    }

    [Fact]
    public async Task On_the_feed_a_key_may_stand_in_the_URL_and_elsewhere_it_may_not()
    {
        var (_, key) = await CreateAsync();
        Assert.Equal(200, await StatusAsync($"/odata/v1/?cle={key}"));
        Assert.Equal(200, await StatusAsync($"{Feed}?$top=1&cle={key}"));
        Assert.Equal(200, await StatusAsync($"{Feed}?%63le={key}&$top=1"));
        Assert.Equal(401, await StatusAsync($"{Feed}?cle={key}&cle={key}"));
        Assert.Equal(401, await StatusAsync($"{National}?cle={key}"));
    }

    [Fact]
    public async Task A_next_link_does_not_repeat_the_key_and_goes_on_with_it()
    {
        var (_, key) = await CreateAsync();
        using var client = await Service.ClientAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, Of($"{Feed}?$select=Siren&cle={key}"));
        request.Headers.Add("Prefer", "odata.maxpagesize=2");
        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain(key, body + answer.Headers, StringComparison.Ordinal);
        Assert.DoesNotContain("cle=", body, StringComparison.Ordinal);

        var next = JsonDocument.Parse(body).RootElement.GetProperty("@odata.nextLink").GetString()!;
        Assert.Equal(401, await StatusAsync(next));
        Assert.Equal(200, await StatusAsync($"{next}&cle={key}"));
        Assert.Equal(200, await StatusAsync(next, key));
    }

    [Fact]
    public async Task A_key_opens_nothing_from_the_moment_it_is_revoked_or_expires()
    {
        var (revoked, first) = await CreateAsync();
        using var answer = await Dgcs.DeleteAsync(Of($"/v1/cles-de-lecture/{revoked}"));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(401, await StatusAsync(Feed, first));

        var (_, second) = await CreateAsync("""{ "libelle": "Courte", "expireLe": "2026-03-20T00:00:00Z" }""");
        Service.Clock.SetUtcNow(new(2026, 3, 19, 23, 59, 59, TimeSpan.Zero));
        Assert.Equal(200, await StatusAsync(Feed, second));
        Service.Clock.SetUtcNow(new(2026, 3, 20, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(401, await StatusAsync(Feed, second));
    }

    [Fact]
    public async Task A_key_is_shown_once_and_the_store_cannot_tell_it()
    {
        var (id, key) = await CreateAsync();
        Assert.Matches("^cdl_[0-9a-f]{32}_[A-Za-z0-9_-]{43}$", key);
        var listed = Assert.Single((await ReadAsync(await Dgcs.GetAsync(Of("/v1/cles-de-lecture")))).EnumerateArray());
        Assert.Equal(
            (id, "Tableau national", "2027-03-15T13:00:00+01:00", false),
            (listed.GetProperty("id").GetString(), listed.GetProperty("libelle").GetString(),
                listed.GetProperty("expireLe").GetString(), listed.TryGetProperty("cle", out _)));

        await using var connection = await Service.Get<Database>().OpenAsync(default);
        var kept = Assert.Single(await Dapper.SqlMapper.QueryAsync<(string Hash, string Pepper)>(connection, "SELECT SecretHash, PepperName FROM ReaderKey;"));
        Assert.Equal((64, "a"), (kept.Hash.Length, kept.Pepper));
        Assert.DoesNotContain(key[^43..], kept.Hash, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Whatever_is_not_the_whole_key_opens_nothing()
    {
        var (_, key) = await CreateAsync();
        var (_, other) = await CreateAsync();
        string[] wrong =
        [
            "", "x", key[..^1], key + "A", key[..^1] + (key[^1] == 'A' ? 'B' : 'A'), key[..37] + other[37..],
            key.ToUpperInvariant(), $"cdl_{Guid.NewGuid():N}_{key[^43..]}", $" {key}",
        ];
        foreach (var text in wrong)
        {
            Assert.Equal((text, 401), (text, await StatusAsync(Feed, text)));
        }

        Assert.Equal(200, await StatusAsync(Feed, key));
    }

    [Fact]
    public async Task A_key_of_some_territories_reads_their_dashboards_alone()
    {
        var (_, key) = await CreateAsync($$"""{ "libelle": "Rennes", "territoires": ["{{RunningService.Rennes}}"] }""");
        Assert.Equal(200, await StatusAsync(Rennes, key));
        Assert.Equal(404, await StatusAsync(Bordeaux, key));
        foreach (var path in (string[])[National, "/v1/exports/resultats.csv?annee=2025", "/v1/tableaux-de-bord/national/serie"])
        {
            Assert.Equal((path, 403), (path, await StatusAsync(path, key)));
        }
    }

    [Theory]
    [InlineData("""{ "libelle": "x", "expireLe": "2026-03-15T12:00:00Z" }""", "/expireLe")]
    [InlineData("""{ "libelle": "x", "expireLe": "2029-01-01T00:00:00Z" }""", "/expireLe")]
    [InlineData("""{ "libelle": "x", "territoires": [] }""", "/territoires")]
    [InlineData("""{ "libelle": "x", "territoires": ["243500139", "123456789"] }""", "/territoires/1")]
    public async Task A_key_that_would_open_nothing_or_for_too_long_is_not_made(string body, string pointer)
    {
        using var answer = await Dgcs.PostAsync(Of("/v1/cles-de-lecture"), RunningService.Json(body));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(pointer, Assert.Single((await ReadAsync(answer)).GetProperty("constats").EnumerateArray()).GetProperty("pointeur").GetString());
    }

    [Fact]
    public async Task What_is_made_and_revoked_is_in_the_journal()
    {
        var (id, _) = await CreateAsync();
        (await Dgcs.DeleteAsync(Of($"/v1/cles-de-lecture/{id}"))).Dispose();
        var actions = (await ReadAsync(await Dgcs.GetAsync(Of("/v1/journal?limite=2")))).GetProperty("entrees").EnumerateArray()
            .Select(entry => entry.GetProperty("action").GetString());
        Assert.Equal(["cle-de-lecture.revoquer", "cle-de-lecture.creer"], actions);
    }

    [Fact]
    public async Task A_key_goes_with_the_name_of_its_pepper_and_not_with_another_of_the_name()
    {
        var (_, key) = await CreateAsync();
        var store = ("Store:ConnectionString", Service.Get<StoreOptions>().ConnectionString);
        await using var rotated = new RunningService(settings:
            [store, ("Reporting:ReaderKeyPeppers:a", _pepper), ("Reporting:ReaderKeyPeppers:b", Convert.ToBase64String(new byte[32]))]);
        Assert.Equal(200, await StatusAsync(Feed, key, rotated));
        await using var replaced = new RunningService(settings: [store, ("Reporting:ReaderKeyPeppers:a", Convert.ToBase64String(new byte[32]))]);
        Assert.Equal(401, await StatusAsync(Feed, key, replaced));
    }

    [Fact]
    public async Task Outside_development_a_key_that_came_without_TLS_is_refused()
    {
        var (_, key) = await CreateAsync();
        await using var production = new RunningService(environment: "Production", settings:
        [
            ("Store:ConnectionString", Service.Get<StoreOptions>().ConnectionString), ("Reporting:ReaderKeyPeppers:a", _pepper),
            ("Reporting:Issuers:courtier:Authority", "https://127.0.0.1:1"), ("Reporting:Issuers:courtier:Audiences:0", "reporting-api"),
        ]);
        Assert.Equal(401, await StatusAsync(Feed, key, production));
        Assert.Equal(401, await StatusAsync($"{Feed}?cle={key}", service: production));
    }

    private async Task<(string Id, string Key)> CreateAsync(string body = """{ "libelle": "Tableau national" }""")
    {
        using var answer = await Dgcs.PostAsync(Of("/v1/cles-de-lecture"), RunningService.Json(body));
        Assert.Equal((HttpStatusCode.Created, "no-store"), (answer.StatusCode, answer.Headers.CacheControl?.ToString()));
        var created = await ReadAsync(answer);
        return (created.GetProperty("id").GetString()!, created.GetProperty("cle").GetString()!);
    }

    private async Task<int> StatusAsync(string path, string? key = null, RunningService? service = null)
    {
        using var client = await (service ?? Service).ClientAsync();
        if (key is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"lecteur:{key}")));
        }

        using var answer = await client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));
        return (int)answer.StatusCode;
    }
}
