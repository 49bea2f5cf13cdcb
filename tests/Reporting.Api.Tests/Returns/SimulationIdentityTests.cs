using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Reporting.Api.Tests.Hosting;
using Xunit.Abstractions;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Returns;

public sealed class SimulationIdentityTests(OpenCampaign campaign, ITestOutputHelper output) : IClassFixture<OpenCampaign>
{
    private const int Returns = 2_000;

    [Fact]
    public async Task Whatever_is_simulated_adds_up_line_by_line_and_leaves_nothing()
    {
        var failures = new ConcurrentBag<string>();
        var codes = new ConcurrentDictionary<string, int>();
        int acceptable = 0, refused = 0, misshapen = 0;
        await Parallel.ForAsync(0, Returns, async (seed, cancel) =>
        {
            var body = GeneratedReturn.Json(seed);
            using var response = await campaign.Metropole.PostAsync(Of($"{Route}/simulation"), RunningService.Json(body), cancel);
            if (response.StatusCode is HttpStatusCode.BadRequest)
            {
                Interlocked.Increment(ref misshapen);
                return;
            }

            if (response.StatusCode is not HttpStatusCode.OK)
            {
                failures.Add($"{seed}: answered {(int)response.StatusCode} to {body}");
                return;
            }

            var answer = await ReadAsync(response);
            Interlocked.Increment(ref answer.GetProperty("acceptable").GetBoolean() ? ref acceptable : ref refused);
            foreach (var complaint in Complaints(answer))
            {
                failures.Add($"{seed}: {complaint} for {body}");
            }

            foreach (var line in answer.GetProperty("lignes").EnumerateArray())
            {
                codes.AddOrUpdate(line.GetProperty("code").GetString()!, 1, (_, count) => count + 1);
            }
        });

        output.WriteLine($"{acceptable} acceptable, {refused} refused by a rule, {misshapen} misshapen; lines: {string.Join(", ", codes)}");
        Assert.Empty(failures);
        Assert.InRange(acceptable, Returns * 30 / 100, Returns * 90 / 100);
        Assert.InRange(refused, Returns * 5 / 100, Returns);
        Assert.InRange(misshapen, Returns / 100, Returns * 30 / 100);
        Assert.Equal(20, codes.Count);
        Assert.All(codes, code => Assert.True(code.Value > 50, $"{code.Key} was counted {code.Value} times only"));
        using var stored = await campaign.Metropole.GetAsync(Of(Route));
        Assert.Equal(HttpStatusCode.NotFound, stored.StatusCode);
    }

    [Fact]
    public async Task Whatever_is_posted_gets_the_lines_that_its_simulation_promised()
    {
        using var client = await campaign.Service.ClientAsync("metropole", RunningService.Bordeaux);
        const string route = $"/v1/remontees/2025/{RunningService.Bordeaux}";
        var posted = 0;
        for (var seed = Returns; seed < Returns + 150; seed++)
        {
            var body = GeneratedReturn.Json(seed);
            using var simulation = await client.PostAsync(Of($"{route}/simulation"), RunningService.Json(body));
            using var put = await client.PutAsync(Of(route), RunningService.Json(body));
            if (simulation.StatusCode is not HttpStatusCode.OK)
            {
                Assert.Equal(simulation.StatusCode, put.StatusCode);
                continue;
            }

            var promise = await ReadAsync(simulation);
            if (!promise.GetProperty("acceptable").GetBoolean())
            {
                Assert.Equal(HttpStatusCode.UnprocessableEntity, put.StatusCode);
                continue;
            }

            posted++;
            Assert.True(put.IsSuccessStatusCode, $"{seed}: answered {(int)put.StatusCode} to {body}");
            Assert.Equal(promise.GetProperty("lignes").GetRawText(), (await ReadAsync(put)).GetProperty("lignes").GetRawText());
            using var stored = await client.GetAsync(Of(route));
            Assert.Equal(promise.GetProperty("lignes").GetRawText(), (await ReadAsync(stored)).GetProperty("lignes").GetRawText());
        }

        Assert.InRange(posted, 45, 150);
    }

    private static IEnumerable<string> Complaints(JsonElement answer)
    {
        var lines = answer.GetProperty("lignes").EnumerateArray().ToDictionary(line => line.GetProperty("code").GetString()!);
        foreach (var (code, line) in lines)
        {
            var value = Figure(line, "valeur");
            var effects = line.GetProperty("explication").EnumerateArray().Sum(effect => Figure(effect, "effet"));
            if (Figure(line, "brut") + effects != value)
            {
                yield return $"{code} does not add up";
            }

            if (value < 0 || (line.TryGetProperty("borneBasse", out var lower) && !(lower.GetDecimal() >= 0 && lower.GetDecimal() < value)))
            {
                yield return $"{code} has a lower bound above its value, or none to show";
            }
        }

        var employment = lines.TryGetValue("EMP-1", out var whole) ? Figure(whole, "valeur") : 0;
        foreach (var (code, _) in lines.Where(line =>
            line.Key.StartsWith("EMP-3", StringComparison.Ordinal) && Figure(line.Value, "valeur") > employment))
        {
            yield return $"{code} exceeds EMP-1";
        }

        var errors = answer.GetProperty("constats").EnumerateArray().Any(finding => finding.GetProperty("gravite").GetString() == "erreur");
        if (errors == answer.GetProperty("acceptable").GetBoolean())
        {
            yield return "acceptable does not tell whether there is an error";
        }
    }

    private static decimal Figure(JsonElement element, string name) => element.GetProperty(name).GetDecimal();
}
