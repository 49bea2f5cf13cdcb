using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reporting.Api.Json;
using Reporting.Api.Returns;
using Reporting.Api.Tests.Feed;
using Reporting.Api.Tests.Hosting;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;
using Reporting.Store.Returns;
using Reporting.TestSupport.Engines;

namespace Reporting.Api.Tests.Lifecycle;

/// <summary>Does the same things to a running service and to the model, and holds each answer and each state of one to the other.</summary>
internal sealed class LifeRun(Rehearsal rehearsal)
{
    public static readonly DateTimeOffset Start = new(2026, 2, 27, 12, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(11);
    private static readonly int[] Hours = [1, 36, 24 * 6, 24 * 13];
    private static readonly string[] Remembered =
    [
        "/v1/tableaux-de-bord/national/2025", $"/v1/tableaux-de-bord/territoires/{RunningService.Rennes}/2025",
        "/v1/tableaux-de-bord/national/2026", "/v1/tableaux-de-bord/national/serie?de=2024&a=2025&perimetre=complet",
        Rehearsal.Return, "/v1/territoires", "/v1/campagnes",
    ];

    private readonly LifeModel _model = new();
    private readonly List<Guid> _exceptions = [];
    private readonly List<(string Path, string Instant, string Text)> _memories = [];

    public async Task RunAsync(IEnumerable<LifeStep> steps)
    {
        foreach (var step in steps)
        {
            var expected = await DoAsync(step);
            if (expected is { } pair)
            {
                Assert.Equal((step, pair.Expected), (step, pair.Actual));
            }

            await AssertStandsAsync(step);
        }

        await RememberAsync();
        await AssertPastAsync();
    }

    private async Task<((int, string?) Expected, (int, string?) Actual)?> DoAsync(LifeStep step)
    {
        var (actor, value, now) = (step.Actor, step.Value, rehearsal.Now);
        int? version = step.IsNamed ? Math.Max(1, _model.Versions.Count() - value) : null;
        switch (step.Kind)
        {
            case LifeStepKind.Put:
                return (_model.Put(actor, value, now), Outcome(await rehearsal.PutAsync(value, actor)));
            case LifeStepKind.Deposit:
                return (_model.Deposit(actor, now), Outcome(await rehearsal.DepositAsync(actor)));
            case LifeStepKind.Validate:
                return (_model.Validate(actor, version), Outcome(await rehearsal.ValidateAsync(version, actor)));
            case LifeStepKind.SendBack:
                return (_model.SendBack(actor, version, now), Outcome(await rehearsal.SendBackAsync(version, actor)));
            case LifeStepKind.Grant:
                return await GrantAsync(actor, now.AddDays(value + 1));
            case LifeStepKind.Revoke when _exceptions is not []:
                await RevokeAsync(value % _exceptions.Count, now);
                return null;
            case LifeStepKind.Recount:
                return (
                    _model.Recount(actor, !step.IsNamed),
                    Outcome(await rehearsal.SendAsync(
                        actor, HttpMethod.Post, $"/v1/campagnes/2025/recomptage{(step.IsNamed ? "" : "?simulation=true")}")));
            case LifeStepKind.DepositUnderOldRules:
                await DepositUnderOldRulesAsync(value);
                return null;
            case LifeStepKind.Advance:
                await rehearsal.AdvanceAsync(TimeSpan.FromHours(Hours[value]));
                return null;
            case LifeStepKind.Remember:
                await RememberAsync();
                return null;
            case LifeStepKind.Revoke:
                return null;
            default:
                throw new ArgumentOutOfRangeException(nameof(step), step, null);
        }
    }

    private static (int, string?) Outcome(Reply reply) => (reply.Status, reply.Problem);

    private async Task<((int, string?), (int, string?))?> GrantAsync(Actor actor, DateTimeOffset until)
    {
        var expected = _model.Grant(actor, until);
        var granted = await rehearsal.SendAsync(
            actor, HttpMethod.Post, Rehearsal.Exceptions, $$"""{"jusqua":"{{until:yyyy-MM-ddTHH:mm:ss.fffzzz}}","motif":"Panne"}""");
        if (granted.Status == 201)
        {
            _exceptions.Add(granted.Body.GetProperty("id").GetGuid());
        }

        return (expected, Outcome(granted));
    }

    private async Task RevokeAsync(int rank, DateTimeOffset now)
    {
        _model.Revoke(rank, now);
        var revoked = await rehearsal.SendAsync(
            Actor.Dgcs, HttpMethod.Post, $"{Rehearsal.Exceptions}/{_exceptions[rank]}/revocation", """{"motif":"Par erreur"}""");
        Assert.Equal(200, revoked.Status);
        Assert.False(revoked.Body.GetProperty("enCours").GetBoolean());
    }

    private async Task DepositUnderOldRulesAsync(decimal value)
    {
        var cancel = CancellationToken.None;
        var latest = await rehearsal.Service.Get<ReturnReader>().FindAsync(2025, RunningService.Rennes, null, cancel);
        var posted = await rehearsal.SendAsync(Actor.Owner, HttpMethod.Post, $"{Rehearsal.Return}/simulation", Rehearsal.Body(value));
        Assert.Equal(200, posted.Status);
        var body = CanonicalBody.Of(JsonSerializer.Deserialize(Rehearsal.Body(value), WireJson.TypeOf<ReturnBody>())!);
        var old = new StoredReturn
        {
            Year = 2025, Territory = RunningService.Rennes, Version = (latest?.LastVersion ?? 0) + 1,
            Sequence = (latest?.Sequence ?? 0) + 1, State = ReturnState.Draft, RecordedAt = rehearsal.Now, RecordedBy = "si-rennes",
            Digest = body.Digest, Body = body.Text,
            Counted = new(
                [new() { Indicator = Indicators.Dro6, Target = 100, Gross = value + 1000, Value = value + 1000, LowerBound = value + 1000 }],
                [], "annexe6-ancienne"),
        };
        var store = rehearsal.Service.Get<ReturnStore>();
        Assert.True(await store.AppendAsync(old, TestActs.New(), cancel));
        Assert.True(await store.DepositAsync(old, rehearsal.Now, TestActs.New(), cancel));
        _model.DepositUnderOldRules(value);
    }

    private async Task AssertStandsAsync(LifeStep after)
    {
        var opening = await rehearsal.GetAsync(Rehearsal.Opening);
        Assert.Equal((after, _model.IsOpen(rehearsal.Now)), (after, opening.GetProperty("ouverte").GetBoolean()));

        var total = await rehearsal.GetAsync("/v1/tableaux-de-bord/national/2025");
        Assert.Equal((after, _model.Figure), (after, Rehearsal.Figure(total, "valeur")));
        Assert.Equal(
            (after, _model.InForce is null ? 0 : 1, _model.Validated is null ? 0 : 1),
            (after, total.GetProperty("territoires").GetProperty("deposes").GetInt32(), total.GetProperty("territoires").GetProperty("valides").GetInt32()));
        if (_model.Figure > 0)
        {
            Assert.Equal(_model.IsProvisional ? 1 : 0, Rehearsal.Figure(total, "partProvisoire"));
        }

        if (_model.Versions.Any())
        {
            var listed = await rehearsal.GetAsync($"{Rehearsal.Return}/versions");
            Assert.Equal(
                _model.Versions,
                listed.GetProperty("versions").EnumerateArray().Select(version => (
                    version.GetProperty("version").GetInt32(), version.GetProperty("etat").GetString()!, Number(version, "recomptageDe"))));
            Assert.Equal((_model.InForce, _model.Awaiting), (Number(listed, "enVigueur"), Number(listed, "enAttente")));
        }
    }

    private static int? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetInt32() : null;

    // A past instant is read once it is settled, and compared at the end with what was read when it was the present.
    private async Task RememberAsync()
    {
        var instant = rehearsal.Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        foreach (var path in Remembered.Where(path => path != Rehearsal.Return))
        {
            _memories.Add((path, instant, Text(await rehearsal.GetAsync(path))));
        }

        if (_model.InForce is { } inForce)
        {
            _memories.Add((Rehearsal.Return, instant, Text(await rehearsal.GetAsync($"{Rehearsal.Return}?version={inForce}"))));
        }

        await rehearsal.AdvanceAsync(Settled);
    }

    private async Task AssertPastAsync()
    {
        foreach (var (path, instant, text) in _memories)
        {
            var past = await rehearsal.GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}au={instant}");
            Assert.Equal((path, instant, text), (path, instant, Text(past)));
        }

        await StarSchema.AssertWholeAsync(set => rehearsal.GetAsync($"/odata/v1/{set}"));
        foreach (var instant in _memories.Select(memory => memory.Instant).Distinct())
        {
            await StarSchema.AssertWholeAsync(set => rehearsal.GetAsync($"/odata/v1/au/{instant}/{set}"));
        }
    }

    private static string Text(JsonElement document)
    {
        var node = JsonNode.Parse(document.GetRawText());
        (node as JsonObject)?.Remove("au");
        return node!.ToJsonString();
    }
}
