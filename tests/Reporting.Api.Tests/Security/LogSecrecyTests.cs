using System.Text;
using Reporting.Api.Tests.Access.Matrix;
using Reporting.Api.Tests.Hosting;
using Reporting.Api.Webhooks;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Security;

/// <summary>Plants canaries in everything secret or personal that a request can carry, then reads the log.</summary>
[Collection(Alone.Name)]
public sealed class LogSecrecyTests
{
    private readonly string _canary = $"zzq{Guid.NewGuid():N}";

    [Fact]
    public async Task Nothing_secret_that_a_request_carries_is_logged()
    {
        var log = await LogAsync(async service =>
        {
            // Development announces tokens of Rennes when it starts: those of Bordeaux it never does.
            using var metropole = await service.ClientAsync("metropole", RunningService.Bordeaux);
            var token = metropole.DefaultRequestHeaders.Authorization!.Parameter!;
            using var nobody = await service.ClientAsync();
            foreach (var row in AccessTable.All)
            {
                var path = row.Pattern.Replace("{siren}", RunningService.Bordeaux, StringComparison.Ordinal)
                    .Replace("{annee:int}", "2025", StringComparison.Ordinal).Replace("{id:guid}", "018f0000-0000-7000-8000-000000000001", StringComparison.Ordinal)
                    + (row.Query is "" ? "?" : row.Query + "&") + $"nom={_canary}&cle={_canary}";
                foreach (var (client, scheme, credential) in new[]
                {
                    (metropole, "Bearer", token), (nobody, "Bearer", $"{_canary}.{_canary}.{_canary}"),
                    (nobody, "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{_canary}:{_canary}"))),
                })
                {
                    using var request = new HttpRequestMessage(new(row.Method), Of(path));
                    request.Headers.Authorization = new(scheme, credential);
                    request.Headers.Add("Idempotency-Key", _canary);
                    request.Headers.Add("X-Nom", _canary);
                    request.Content = row.Method is "GET" ? null : RunningService.Json($$"""{ "texte": "{{_canary}}", "{{_canary}}": "{{_canary}}" }""");
                    using var answer = await client.SendAsync(request);
                    var body = await answer.Content.ReadAsStringAsync();
                    Assert.DoesNotContain(token, body, StringComparison.Ordinal);
                    Assert.InRange((int)answer.StatusCode, 200, 499);
                }
            }

            return [_canary, token.Split('.')[2], Convert.ToBase64String(Encoding.UTF8.GetBytes(_canary))[..20]];
        });

        Assert.Contains("/v1/remontees/2025", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_roles_exceptions_and_limits_are_told_by_name()
    {
        var log = await LogAsync(async service =>
        {
            using var lecteur = await service.ClientAsync("lecteur");
            using var refused = await lecteur.GetAsync(Of("/v1/journal"));
            Assert.Equal(403, (int)refused.StatusCode);
            using var limited = await lecteur.GetAsync(Of("/v1/axes"));
            Assert.Equal(429, (int)limited.StatusCode);
            using var dgcs = await service.ClientAsync("dgcs");
            using var granted = await dgcs.PostAsync(
                Of($"/v1/campagnes/2025/territoires/{RunningService.Rennes}/derogations"),
                RunningService.Json($$"""{ "jusqua": "2026-05-01T00:00:00+02:00", "motif": "{{_canary}}" }"""));
            Assert.Equal(201, (int)granted.StatusCode);
            return [_canary];
        }, ("Limits:ReadsPerMinute", "1"));

        Assert.Contains("Role refused: lecteur@developpement may not GET /v1/journal", Plain(log), StringComparison.Ordinal);
        Assert.Contains("Limit met: lecteur@developpement spent lectures", Plain(log), StringComparison.Ordinal);
        Assert.Contains($"Exception granted: dgcs@developpement opened 2025 of {RunningService.Rennes}", Plain(log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receiver_that_is_not_reached_is_told_of_by_its_webhook_alone()
    {
        var webhook = "";
        var log = await LogAsync(async service =>
        {
            const string path = $"/v1/territoires/{RunningService.Bordeaux}/webhooks";
            using var metropole = await service.ClientAsync("metropole", RunningService.Bordeaux);
            using var created = await metropole.PostAsync(
                Of(path), RunningService.Json($$"""{ "url": "https://{{_canary}}.invalid:8443/{{_canary}}" }"""));
            webhook = (await ReadAsync(created)).GetProperty("id").GetString()!;
            using var tried = await metropole.PostAsync(Of($"{path}/{webhook}/essai"), null);
            Assert.Equal(202, (int)tried.StatusCode);
            Assert.Equal(1, await service.Get<WebhookDispatcher>().DeliverDueAsync(default));
            return [_canary, ".invalid", ":8443"];
        });

        Assert.Contains($"Webhook {webhook} was not reached: ", Plain(log), StringComparison.Ordinal);
    }

    private static string Plain(string log) => log.Replace("\"", "", StringComparison.Ordinal);

    private static async Task<string> LogAsync(Func<RunningService, Task<string[]>> act, params (string, string)[] settings)
    {
        var console = Console.Out;
        using var written = new StringWriter();
        Console.SetOut(TextWriter.Synchronized(written));
        string[] secrets;
        try
        {
            await using var service = new RunningService(settings: settings);
            secrets = await act(service);
        }
        finally
        {
            Console.SetOut(console);
        }

        var log = written.ToString();
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase));
        return log;
    }
}
