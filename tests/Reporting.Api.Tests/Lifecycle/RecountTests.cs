using Reporting.Api.Json;
using Reporting.Api.Returns;
using Reporting.Api.Tests.Hosting;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;
using Reporting.Store.Returns;
using Reporting.TestSupport.Engines;

namespace Reporting.Api.Tests.Lifecycle;

public sealed class RecountTests : IAsyncLifetime
{
    private const string Recount = "/v1/campagnes/2025/recomptage";

    // ENF-1 posted 180 with 30 contacts without follow-up: the rules count 150, and those of before counted all 180.
    private const string Body =
        """
        {"indicateurs":[{"code":"ENF-1","cible":200,"contributions":[{"action":"1.1","modalite":"reperage","effectif":180,"sansSuite":30}]}]}
        """;

    private Rehearsal _rehearsal = null!;

    public async Task InitializeAsync()
    {
        _rehearsal = await Rehearsal.StartAsync();
        var cancel = CancellationToken.None;
        var body = CanonicalBody.Of(System.Text.Json.JsonSerializer.Deserialize(Body, WireJson.TypeOf<ReturnBody>())!);
        var old = new StoredReturn
        {
            Year = 2025, Territory = RunningService.Rennes, Version = 1, Sequence = 1, State = ReturnState.Draft,
            RecordedAt = _rehearsal.Now, RecordedBy = "si-rennes", Digest = body.Digest, Body = body.Text,
            Counted = new(
                [new() { Indicator = Indicators.Enf1, Target = 200, Gross = 180, Value = 180, LowerBound = 180 }], [], "annexe6-ancienne"),
        };
        Assert.True(await _rehearsal.Service.Get<ReturnStore>().AppendAsync(old, TestActs.New(), cancel));
        Assert.True(await _rehearsal.Service.Get<ReturnStore>().DepositAsync(old, _rehearsal.Now, TestActs.New(), cancel));
        await _rehearsal.AdvanceAsync(TimeSpan.FromHours(1));
    }

    public Task DisposeAsync() => _rehearsal.DisposeAsync().AsTask();

    [Fact]
    public async Task A_simulation_measures_what_the_rules_change_and_writes_nothing()
    {
        var measured = await _rehearsal.SendAsync(Actor.Dgcs, HttpMethod.Post, $"{Recount}?simulation=true");
        Assert.Equal(200, measured.Status);
        Assert.True(measured.Body.GetProperty("simulation").GetBoolean());
        var different = Assert.Single(measured.Body.GetProperty("differences").EnumerateArray());
        Assert.Equal("annexe6-ancienne", different.GetProperty("versionRegles").GetString());
        var line = Assert.Single(different.GetProperty("lignes").EnumerateArray());
        Assert.Equal(("ENF-1", 180, 150), (
            line.GetProperty("code").GetString(), line.GetProperty("valeur").GetProperty("avant").GetInt32(),
            line.GetProperty("valeur").GetProperty("apres").GetInt32()));
        var rule = Assert.Single(line.GetProperty("regles").EnumerateArray());
        Assert.Equal(("ENF1-SUITE", -30), (rule.GetProperty("regle").GetString(), rule.GetProperty("apres").GetInt32()));
        Assert.False(different.TryGetProperty("nouvelleVersion", out _));
        Assert.Equal(1, (await _rehearsal.GetAsync($"{Rehearsal.Return}/versions")).GetProperty("versions").GetArrayLength());
        Assert.Equal(180, await FamiliesAsync());
    }

    [Fact]
    public async Task A_recount_moves_the_totals_keeps_the_state_and_is_marked()
    {
        Assert.Equal(200, (await _rehearsal.ValidateAsync()).Status);
        Assert.Equal(2, (await _rehearsal.PutAsync(5)).Version);
        await _rehearsal.AdvanceAsync(TimeSpan.FromHours(1));
        var before = _rehearsal.Now;
        await _rehearsal.AdvanceAsync(TimeSpan.FromHours(1));

        var done = await _rehearsal.SendAsync(Actor.Dgcs, HttpMethod.Post, Recount);
        Assert.Equal(3, Assert.Single(done.Body.GetProperty("differences").EnumerateArray()).GetProperty("nouvelleVersion").GetInt32());
        Assert.Equal(150, await FamiliesAsync());
        Assert.Equal(180, await FamiliesAsync($"?au={before:yyyy-MM-ddTHH:mm:ss}Z"));
        var recount = await _rehearsal.GetAsync($"{Rehearsal.Return}?version=3");
        Assert.Equal(("validee", 1, "2026-03-15T13:00:00+01:00"), (
            recount.GetProperty("etat").GetString(), recount.GetProperty("recomptageDe").GetInt32(), recount.GetProperty("deposeLe").GetString()));

        // The draft is still what the owner deposits next, under a number of its own.
        var latest = await _rehearsal.SendAsync(Actor.Owner, HttpMethod.Get, Rehearsal.Return);
        Assert.Equal((2, "brouillon"), (latest.Version, latest.State));
        Assert.Equal(4, (await _rehearsal.PutAsync(6)).Version);

        var again = await _rehearsal.SendAsync(Actor.Dgcs, HttpMethod.Post, Recount);
        Assert.Equal((1, 1), (again.Body.GetProperty("recomptees").GetInt32(), again.Body.GetProperty("inchangees").GetInt32()));
    }

    [Fact]
    public async Task A_recount_that_is_sent_back_does_not_bring_the_old_counting_back()
    {
        await _rehearsal.ValidateAsync();
        await _rehearsal.SendAsync(Actor.Dgcs, HttpMethod.Post, Recount);
        Assert.Equal(200, (await _rehearsal.SendBackAsync(2, Actor.Dgcs)).Status);
        Assert.Null(await FamiliesAsync());
    }

    [Fact]
    public async Task Differences_tell_figures_rules_comments_targets_and_contributions_with_who_and_when()
    {
        var posted = await _rehearsal.SendAsync(Actor.Owner, HttpMethod.Put, Rehearsal.Return,
            """
            {"indicateurs":[{"code":"ENF-1","cible":210,"commentaire":"Revu","contributions":[
              {"action":"1.1","modalite":"reperage","effectif":180,"sansSuite":20},{"action":"1.2","modalite":"accompagnement","effectif":5,"doublons":0}]},
              {"code":"DRO-6","cible":1,"valeur":2}]}
            """);
        Assert.Equal(200, posted.Status);
        var differences = await _rehearsal.GetAsync($"{Rehearsal.Return}/differences?de=1&a=2");
        Assert.Equal(("si-rennes", "annexe6-ancienne"), (
            differences.GetProperty("de").GetProperty("enregistrePar").GetString(), differences.GetProperty("de").GetProperty("versionRegles").GetString()));
        Assert.Equal("2026-03-15T14:00:00+01:00", differences.GetProperty("a").GetProperty("enregistreLe").GetString());
        var families = differences.GetProperty("lignes")[0];
        Assert.Equal("""{"avant":180,"apres":165}""", families.GetProperty("valeur").GetRawText());
        Assert.Equal("""{"avant":200,"apres":210}""", families.GetProperty("cible").GetRawText());
        Assert.Equal("""{"apres":"Revu"}""", families.GetProperty("commentaire").GetRawText());
        Assert.Equal(
            ["1.1 30 20", "1.2  "],
            families.GetProperty("contributions").EnumerateArray().Select(contribution =>
                $"{contribution.GetProperty("action").GetString()} {Suite(contribution, "avant")} {Suite(contribution, "apres")}"));
        Assert.Equal(("DRO-6", "ajoutee"), (
            differences.GetProperty("lignes")[1].GetProperty("code").GetString(), differences.GetProperty("lignes")[1].GetProperty("nature").GetString()));
        Assert.Equal(2, differences.GetProperty("lignes").GetArrayLength());
        Assert.Empty((await _rehearsal.GetAsync($"{Rehearsal.Return}/differences?de=2&a=2")).GetProperty("lignes").EnumerateArray());
        Assert.Equal(404, (await _rehearsal.SendAsync(Actor.Dgcs, HttpMethod.Get, $"{Rehearsal.Return}/differences?de=1&a=3")).Status);
        Assert.Equal(400, (await _rehearsal.SendAsync(Actor.Dgcs, HttpMethod.Get, $"{Rehearsal.Return}/differences?de=1")).Status);

        static string Suite(System.Text.Json.JsonElement contribution, string side) =>
            contribution.TryGetProperty(side, out var body) && body.TryGetProperty("sansSuite", out var suite) ? suite.GetRawText() : "";
    }

    private async Task<decimal?> FamiliesAsync(string query = "")
    {
        var value = (await _rehearsal.GetAsync($"/v1/tableaux-de-bord/national/2025{query}", Actor.Lecteur))
            .GetProperty("axes")[0].GetProperty("indicateurs")[0].GetProperty("valeur");
        return value.ValueKind is System.Text.Json.JsonValueKind.Null ? null : value.GetDecimal();
    }
}
