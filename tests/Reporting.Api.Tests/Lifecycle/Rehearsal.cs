using System.Net;
using System.Text.Json;
using Reporting.Api.Tests.Hosting;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Lifecycle;

/// <summary>One campaign with everyone who has a part in the return of Rennes, at a clock that only goes forward.</summary>
internal sealed class Rehearsal : IAsyncDisposable
{
    public const string Return = $"/v1/remontees/2025/{RunningService.Rennes}";
    public const string Opening = $"/v1/campagnes/2025/territoires/{RunningService.Rennes}/ouverture";
    public const string Exceptions = $"/v1/campagnes/2025/territoires/{RunningService.Rennes}/derogations";
    private const string Bretagne = "53";
    private const string Aquitaine = "75";

    private readonly Dictionary<Actor, HttpClient> _clients = [];

    private Rehearsal(RunningService service) => Service = service;

    public RunningService Service { get; }

    public DateTimeOffset Now => Service.Clock.GetUtcNow();

    public static async Task<Rehearsal> StartAsync(DateTimeOffset? now = null, string territory = RunningService.Rennes)
    {
        var rehearsal = new Rehearsal(new RunningService(now));
        await rehearsal.SignInAsync();
        await rehearsal.SignContractAsync(territory);
        return rehearsal;
    }

    public HttpClient As(Actor actor) => _clients[actor];

    /// <summary>A contract for DRO-6 alone.</summary>
    public async Task SignContractAsync(string territory)
    {
        using var contract = await As(Actor.Dgcs).PutAsync(Of($"/v1/contrats/{territory}"), RunningService.Json(
            """
            { "actions": [ { "numero": "3.1", "intitule": "Droits", "indicateurs": ["DRO-6"] } ],
              "trajectoires": [ { "indicateur": "DRO-6", "cibles": { "2024": 1, "2025": 1, "2026": 1, "2027": 1 } } ] }
            """));
        Assert.Equal(HttpStatusCode.Created, contract.StatusCode);
    }

    /// <summary>Moves the clock on, and signs everyone in again, since tokens last thirty days.</summary>
    public async Task AdvanceAsync(TimeSpan time)
    {
        Service.Clock.Advance(time);
        await SignInAsync();
    }

    public Task MoveToAsync(DateTimeOffset instant) => AdvanceAsync(instant - Now);

    public Task<Reply> PutAsync(decimal value, Actor actor = Actor.Owner, string? tag = null) =>
        SendAsync(actor, HttpMethod.Put, Return, Body(value), tag);

    public Task<Reply> DepositAsync(Actor actor = Actor.Owner, string? tag = null) =>
        SendAsync(actor, HttpMethod.Post, $"{Return}/depot", null, tag);

    public Task<Reply> ValidateAsync(int? version = null, Actor actor = Actor.Commissaire, string? tag = null) =>
        SendAsync(actor, HttpMethod.Post, $"{Return}/validation", version is null ? null : $$"""{"version":{{version}}}""", tag);

    public Task<Reply> SendBackAsync(int? version = null, Actor actor = Actor.Commissaire, string? until = null, string? tag = null)
    {
        var members = new Dictionary<string, object> { ["commentaire"] = "Revoir DRO-6" };
        if (version is { } named)
        {
            members["version"] = named;
        }

        if (until is not null)
        {
            members["jusqua"] = until;
        }

        return SendAsync(actor, HttpMethod.Post, $"{Return}/renvoi", JsonSerializer.Serialize(members), tag);
    }

    public async Task<Reply> SendAsync(Actor actor, HttpMethod method, string path, string? body = null, string? tag = null)
    {
        using var request = new HttpRequestMessage(method, Of(path));
        if (body is not null)
        {
            request.Content = RunningService.Json(body);
        }

        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        using var answer = await As(actor).SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return new(
            (int)answer.StatusCode, text is "" ? default : JsonDocument.Parse(text).RootElement, answer.Headers.ETag?.ToString());
    }

    public async Task<JsonElement> GetAsync(string path, Actor actor = Actor.Dgcs)
    {
        var reply = await SendAsync(actor, HttpMethod.Get, path);
        Assert.Equal((path, 200), (path, reply.Status));
        return reply.Body;
    }

    /// <summary>The total of DRO-6 over the country, however few people it counts.</summary>
    public async Task<decimal?> TotalAsync(string query = "") =>
        Figure(await GetAsync($"/v1/tableaux-de-bord/national/2025{query}"), "valeur");

    public static decimal? Figure(JsonElement dashboard, string field)
    {
        var figure = dashboard.GetProperty("axes").EnumerateArray()
            .SelectMany(axis => axis.GetProperty("indicateurs").EnumerateArray())
            .Single(indicator => indicator.GetProperty("code").GetString() == "DRO-6").GetProperty(field);
        return figure.ValueKind is JsonValueKind.Null ? null : figure.GetDecimal();
    }

    public static string Body(decimal value) =>
        FormattableString.Invariant($$"""{"indicateurs":[{"code":"DRO-6","cible":100,"valeur":{{value}}}]}""");

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }

        await Service.DisposeAsync();
    }

    private async Task SignInAsync()
    {
        foreach (var (actor, role, scope) in new[]
        {
            (Actor.Owner, "metropole", RunningService.Rennes), (Actor.Stranger, "metropole", RunningService.Bordeaux),
            (Actor.Commissaire, "commissaire", Bretagne), (Actor.OtherCommissaire, "commissaire", Aquitaine),
            (Actor.Dgcs, "dgcs", null), (Actor.Lecteur, "lecteur", null),
        })
        {
            _clients.GetValueOrDefault(actor)?.Dispose();
            _clients[actor] = await Service.ClientAsync(role, scope is null ? [] : [scope]);
        }
    }
}

/// <summary>Everyone who may try something on the return of Rennes.</summary>
internal enum Actor
{
    Owner,
    Stranger,
    Commissaire,
    OtherCommissaire,
    Dgcs,
    Lecteur,
}

/// <summary>What was answered.</summary>
internal sealed record Reply(int Status, JsonElement Body, string? Tag)
{
    public string? Problem => Status < 400 ? null : Body.GetProperty("type").GetString()!["urn:reporting:".Length..];

    public int Version => Body.GetProperty("version").GetInt32();

    public string State => Body.GetProperty("etat").GetString()!;
}
