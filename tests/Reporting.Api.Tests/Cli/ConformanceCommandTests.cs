using System.Text.Json;
using System.Xml.Linq;
using Reporting.Api.Tests.Hosting;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Cli;

public sealed class ConformanceCommandTests : IDisposable
{
    private const string Year = "2026";

    private readonly RunningService _sandbox = new(sampleData: true, settings: ("Reporting:Sandbox", "true"));
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reporting-conformite-");

    public void Dispose()
    {
        _sandbox.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Every_case_passes_on_the_service_itself_twice_over()
    {
        for (var run = 1; run <= 2; run++)
        {
            var played = await PlayAsync(await ReviewerAsync());
            Assert.True(played.ExitCode == 0, played.Out + played.Error);
            Assert.Contains("25 cas : 25 réussis, 0 échoué, 0 non joué.", played.Out);
        }
    }

    [Fact]
    public async Task Without_a_reviewer_it_says_how_to_have_one_or_what_it_did_not_play()
    {
        var refused = await PlayAsync([]);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("reporting jeton commissaire --region CODE", refused.Error);

        var report = Path.Combine(_folder.FullName, "rapport.xml");
        var played = await PlayAsync(["--sans-examen", "--rapport", report]);
        Assert.Contains("25 cas : 21 réussis, 0 échoué, 4 non joués.", played.Out);
        var suite = XDocument.Load(report).Root!;
        Assert.Equal(("25", "0", "4"), (suite.Attribute("tests")?.Value, suite.Attribute("failures")?.Value, suite.Attribute("skipped")?.Value));
        Assert.Equal(4, suite.Elements("testcase").Count(played => played.Element("skipped") is not null));
    }

    [Fact]
    public async Task A_service_that_is_not_a_sandbox_is_not_written_to()
    {
        await using var real = new RunningService(sampleData: true);
        var played = await PlayAsync(["--sans-examen"], real);
        Assert.Equal(2, played.ExitCode);
        Assert.Contains("n'est pas un bac à sable", played.Error);
        using var rennes = await real.ClientAsync("metropole", RunningService.Rennes);
        using var read = await rennes.GetAsync(Of($"/v1/remontees/{Year}/{RunningService.Rennes}"));
        Assert.Equal(404, (int)read.StatusCode);
    }

    [Fact]
    public async Task A_service_that_lets_a_stale_write_pass_fails_the_case_that_says_so_and_no_other()
    {
        await using var proxy = await ForgetfulProxy.StartAsync(await AddressAsync(_sandbox), "If-Match");
        var report = Path.Combine(_folder.FullName, "rapport.json");
        var played = await CommandRun.OfAsync(
            ["conformite", "--url", proxy.Url, "--annee", Year, "--territoire", RunningService.Rennes, "--sans-examen", "--rapport", report],
            new() { ["REPORTING_JETON"] = await TokenAsync(_sandbox, "metropole") }, []);
        Assert.Equal(1, played.ExitCode);
        using var read = JsonDocument.Parse(await File.ReadAllTextAsync(report));
        Assert.False(read.RootElement.GetProperty("conforme").GetBoolean());
        var failed = read.RootElement.GetProperty("cas").EnumerateArray()
            .Where(one => one.GetProperty("resultat").GetString() == "échoué").Select(one => one.GetProperty("cas").GetString());
        Assert.Equal(["IF-MATCH-PERIME"], failed);
    }

    [Fact]
    public async Task What_a_vendor_s_own_client_posted_is_checked_against_its_contract_and_its_file()
    {
        var file = Path.Combine(Repository.Root, "openapi", "examples", "remontee.json");
        string[] check = ["conformite", "--verifier-remontee", RunningService.Rennes, "--annee", Year, "--fichier", file];
        var nothing = await RunAsync(check);
        Assert.Equal(1, nothing.ExitCode);
        Assert.Contains("rien n'a été posté", nothing.Out);

        using var vendor = await _sandbox.ClientAsync("metropole", RunningService.Rennes);
        var text = await File.ReadAllTextAsync(file);
        using var put = await vendor.PutAsync(Of($"/v1/remontees/{Year}/{RunningService.Rennes}"), RunningService.Json(text));
        using var deposit = await vendor.PostAsync(Of($"/v1/remontees/{Year}/{RunningService.Rennes}/depot"), null);
        var good = await RunAsync(check);
        Assert.Contains("│ FIDELE             │ réussi   │", good.Out);
        Assert.Contains("│ DEPOSEE            │ réussi   │", good.Out);

        using var other = await vendor.PutAsync(
            Of($"/v1/remontees/{Year}/{RunningService.Rennes}"), RunningService.Json(text.Replace("\"effectif\": 230", "\"effectif\": 231")));
        var altered = await RunAsync(check);
        Assert.Equal(1, altered.ExitCode);
        Assert.Contains("ENF-1 valeur 356, brut 410, cible 420", altered.Out);
        Assert.Contains("ENF-1 valeur 357, brut 411, cible 420", altered.Out);
    }

    private async Task<CommandRun> PlayAsync(string[] more, RunningService? service = null)
    {
        service ??= _sandbox;
        return await CommandRun.OfAsync(
            ["conformite", "--url", await AddressAsync(service), "--annee", Year, "--territoire", RunningService.Rennes, .. more],
            new() { ["REPORTING_JETON"] = await TokenAsync(service, "metropole") }, []);
    }

    private async Task<CommandRun> RunAsync(string[] args) => await CommandRun.OfAsync(
        [.. args, "--url", await AddressAsync(_sandbox)], new() { ["REPORTING_JETON"] = await TokenAsync(_sandbox, "metropole") }, []);

    private async Task<string[]> ReviewerAsync() => ["--jeton-examinateur", await TokenAsync(_sandbox, "commissaire")];

    private static async Task<string> TokenAsync(RunningService service, string role)
    {
        using var client = await service.ClientAsync(role, role is "metropole" ? RunningService.Rennes : "53");
        return client.DefaultRequestHeaders.Authorization!.Parameter!;
    }

    private static async Task<string> AddressAsync(RunningService service)
    {
        using var client = await service.ClientAsync();
        return client.BaseAddress!.ToString();
    }
}
