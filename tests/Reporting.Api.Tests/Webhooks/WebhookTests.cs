using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Reporting.Api.Tests.FollowUp;
using Reporting.Api.Tests.Hosting;
using Reporting.Api.Webhooks;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Webhooks;

public sealed class WebhookTests : IAsyncLifetime, IDisposable
{
    private const string Path = $"/v1/territoires/{RunningService.Rennes}/webhooks";

    private readonly RunningService _service = new(settings: ("Reporting:PublicBaseUrl", "https://reporting.exemple.fr/"));
    private Receiver _receiver = null!;
    private HttpClient _rennes = null!;

    public async Task InitializeAsync()
    {
        _receiver = await Receiver.StartAsync();
        _rennes = await _service.ClientAsync("metropole", RunningService.Rennes);
    }

    public async Task DisposeAsync() => await _receiver.DisposeAsync();

    public void Dispose()
    {
        _rennes.Dispose();
        _service.Dispose();
    }

    [Fact]
    public async Task A_deposit_is_told_signed_and_once()
    {
        var webhook = await CreateAsync();
        await OneDeposit.MakeAsync(_service, _rennes);
        _service.Clock.Advance(WebhookWorker.Interval);

        var received = await _receiver.NextAsync(1);
        using var body = JsonDocument.Parse(received.Body);
        Assert.Equal(received.Id, body.RootElement.GetProperty("id").GetString());
        Assert.Equal(
            $$"""{"id":"{{received.Id}}","nature":"deposee","annee":2025,"territoire":"243500139","version":1,"le":"2026-03-15T13:00:00+01:00","lien":"https://reporting.exemple.fr/v1/remontees/2025/243500139?version=1"}""",
            received.Body);
        // 15 March 2026, 12:00:05 UTC: the first look of the worker.
        Assert.Equal("1773576005", received.Timestamp);
        Assert.Equal(Signature(Text(webhook, "secret"), received), received.Signature);

        Assert.Equal(("livree", 1, 204), await AfterAttemptAsync(webhook, 1));
        _service.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await _service.Get<WebhookDispatcher>().DeliverDueAsync(CancellationToken.None));
        Assert.Single(_receiver.Taken);
    }

    [Fact]
    public async Task A_receiver_that_fails_is_told_again_the_same_under_a_new_time_and_its_signature()
    {
        _receiver.Answer = HttpStatusCode.InternalServerError;
        var webhook = await CreateAsync();
        await OneDeposit.MakeAsync(_service, _rennes);
        await DispatchAsync();
        Assert.Equal(("echec", 1, 500), await AfterAttemptAsync(webhook, 1));
        await DispatchAsync();
        Assert.Single(_receiver.Taken);

        _receiver.Answer = HttpStatusCode.OK;
        _service.Clock.Advance(TimeSpan.FromMinutes(1));
        await DispatchAsync();
        var (first, second) = (await _receiver.NextAsync(1), await _receiver.NextAsync(2));
        Assert.Equal((first.Id, first.Body), (second.Id, second.Body));
        Assert.NotEqual(first.Timestamp, second.Timestamp);
        Assert.Equal(Signature(Text(webhook, "secret"), second), second.Signature);
        Assert.Equal(("livree", 2, 200), await AfterAttemptAsync(webhook, 2));
    }

    [Fact]
    public async Task After_eight_attempts_over_about_a_day_it_is_abandoned_and_can_be_delivered_on_demand()
    {
        _receiver.Answer = HttpStatusCode.ServiceUnavailable;
        var webhook = await CreateAsync();
        await OneDeposit.MakeAsync(_service, _rennes);
        for (var attempt = 1; attempt <= 8; attempt++)
        {
            await DispatchAsync();
            Assert.Equal((attempt < 8 ? "echec" : "abandonnee", attempt, 503), await AfterAttemptAsync(webhook, attempt));
            _service.Clock.Advance(TimeSpan.FromHours(15));
        }

        await DispatchAsync();
        Assert.Equal(8, _receiver.Taken.Count);

        _receiver.Answer = HttpStatusCode.OK;
        using var later = await _service.ClientAsync("metropole", RunningService.Rennes);
        var id = (await _receiver.NextAsync(1)).Id;
        using var again = await later.PostAsync(Of($"{Path}/{Text(webhook, "id")}/livraisons/{id}/relance"), null);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        await DispatchAsync();
        Assert.Equal(id, (await _receiver.NextAsync(9)).Id);
        Assert.Equal(("livree", 1, 200), await AfterAttemptAsync(webhook, 1));
    }

    [Theory]
    [InlineData(HttpStatusCode.Gone, "abandonnee")]
    [InlineData(HttpStatusCode.Found, "echec")]
    [InlineData(HttpStatusCode.BadRequest, "echec")]
    public async Task A_redirect_is_not_followed_and_410_ends_it(HttpStatusCode answer, string state)
    {
        _receiver.Answer = answer;
        _receiver.RedirectTo = "/ailleurs";
        var webhook = await CreateAsync();
        await OneDeposit.MakeAsync(_service, _rennes);
        await DispatchAsync();
        Assert.Equal("/recevoir", Assert.Single(_receiver.Taken).Path);
        Assert.Equal((state, 1, (int)answer), await AfterAttemptAsync(webhook, 1));
    }

    [Fact]
    public async Task Every_event_of_a_return_and_its_leaves_is_told_in_order()
    {
        await CreateAsync();
        await OneDeposit.MakeAsync(_service, _rennes);
        using var dgcs = await _service.ClientAsync("dgcs");
        await OneDeposit.SendAsync(dgcs, HttpMethod.Post, $"{Route}/renvoi", """{"version":1,"commentaire":"À revoir"}""");
        await OneDeposit.SendAsync(_rennes, HttpMethod.Put, Route, OneDeposit.Whole.Replace("\"valeur\":1", "\"valeur\":2"));
        await OneDeposit.SendAsync(_rennes, HttpMethod.Post, $"{Route}/depot", null);
        await OneDeposit.SendAsync(dgcs, HttpMethod.Post, $"{Route}/validation", """{"version":2}""");
        while (await DispatchAsync() > 0)
        {
        }

        var told = new List<string>();
        for (var number = 1; number <= 4; number++)
        {
            using var body = JsonDocument.Parse((await _receiver.NextAsync(number)).Body);
            told.Add($"{Text(body.RootElement, "nature")} {body.RootElement.GetProperty("version")}");
        }

        Assert.Equal(["deposee 1", "renvoyee 1", "deposee 2", "validee 2"], told);
    }

    [Fact]
    public async Task Two_instances_at_once_deliver_once()
    {
        await CreateAsync();
        await CreateAsync();
        await OneDeposit.MakeAsync(_service, _rennes);
        var dispatcher = _service.Get<WebhookDispatcher>();
        var tried = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => dispatcher.DeliverDueAsync(CancellationToken.None))));
        Assert.Equal(2, tried.Sum());
        Assert.Equal(2, _receiver.Taken.Count);
        Assert.Single(_receiver.Taken.Select(received => received.Id).Distinct());
        Assert.Equal(2, _receiver.Taken.Select(received => received.Signature).Distinct().Count());
    }

    [Fact]
    public async Task A_revoked_webhook_is_told_nothing_and_a_trial_reaches_its_webhook_alone()
    {
        var revoked = await CreateAsync();
        var kept = await CreateAsync();
        await OneDeposit.MakeAsync(_service, _rennes);
        using var gone = await _rennes.DeleteAsync(Of($"{Path}/{Text(revoked, "id")}"));
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        await DispatchAsync();
        Assert.Equal(Signature(Text(kept, "secret"), _receiver.Taken.Single()), _receiver.Taken.Single().Signature);

        using var trial = await _rennes.PostAsync(Of($"{Path}/{Text(kept, "id")}/essai"), null);
        using var refused = await _rennes.PostAsync(Of($"{Path}/{Text(revoked, "id")}/essai"), null);
        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Conflict), (trial.StatusCode, refused.StatusCode));
        await DispatchAsync();
        Assert.Contains("\"nature\":\"essai\"", (await _receiver.NextAsync(2)).Body);
        Assert.Equal(2, _receiver.Taken.Count);
    }

    [Fact]
    public async Task Its_secret_is_shown_once()
    {
        var secret = Text(await CreateAsync(), "secret");
        Assert.StartsWith("whsec_", secret);
        Assert.Equal(32, Convert.FromBase64String(secret["whsec_".Length..]).Length);
        using var listed = await _rennes.GetAsync(Of(Path));
        Assert.DoesNotContain("secret", await listed.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("""{"url":"ftp://exemple.fr/"}""", 400)]
    [InlineData("""{"url":"/chemin"}""", 400)]
    [InlineData("""{"url":"https://moi:secret@exemple.fr/"}""", 400)]
    [InlineData("""{"url":"https://exemple.fr/#x"}""", 400)]
    [InlineData("""{"adresse":"https://exemple.fr/"}""", 400)]
    [InlineData("""{"url":"https://exemple.fr/crochet?c=1"}""", 201)]
    public async Task An_address_is_held_to_its_shape(string body, int status)
    {
        using var answer = await _rennes.PostAsync(Of(Path), RunningService.Json(body));
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task An_eleventh_webhook_is_refused_until_one_is_revoked()
    {
        for (var number = 1; number <= 10; number++)
        {
            await CreateAsync();
        }

        using var refused = await _rennes.PostAsync(Of(Path), RunningService.Json("""{"url":"https://exemple.fr/"}"""));
        Assert.Equal("urn:reporting:limite-atteinte", (await ReadAsync(refused)).GetProperty("type").GetString());
    }

    private async Task<JsonElement> CreateAsync()
    {
        using var answer = await _rennes.PostAsync(Of(Path), RunningService.Json($$"""{"url":"{{_receiver.Url}}"}"""));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await ReadAsync(answer);
    }

    private Task<int> DispatchAsync() => _service.Get<WebhookDispatcher>().DeliverDueAsync(CancellationToken.None);

    // The worker looks on its own too: an attempt that it has taken is waited for.
    private async Task<(string State, int Attempts, int Status)> AfterAttemptAsync(JsonElement webhook, int attempt)
    {
        using var client = await _service.ClientAsync("metropole", RunningService.Rennes);
        for (var wait = 0; ; wait++)
        {
            using var answer = await client.GetAsync(Of($"{Path}/{Text(webhook, "id")}/livraisons"));
            var delivery = (await ReadAsync(answer)).EnumerateArray().First();
            var attempts = delivery.GetProperty("essais").GetInt32();
            if ((Text(delivery, "etat") is "echec" or "livree" or "abandonnee" && attempts == attempt) || wait == 200)
            {
                return (Text(delivery, "etat"), attempts, delivery.GetProperty("statut").GetInt32());
            }

            await Task.Delay(20);
        }
    }

    private static string Signature(string secret, Received received) => "v1," + Convert.ToBase64String(
        new HMACSHA256(Convert.FromBase64String(secret["whsec_".Length..])).ComputeHash(
            Encoding.UTF8.GetBytes($"{received.Id}.{long.Parse(received.Timestamp, CultureInfo.InvariantCulture)}.{received.Body}")));

    private static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString()!;
}
