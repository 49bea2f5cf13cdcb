using Reporting.Api.Tests.Hosting;
using Reporting.Domain.Territories;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Idempotency;

/// <summary>A write, what must be there before it, and another body that the same route takes.</summary>
/// <param name="Route">As the service's routing names it.</param>
/// <param name="Role">Who may.</param>
/// <param name="Path">Where, for the test's territory.</param>
/// <param name="Body">The body.</param>
/// <param name="OtherBody">A body that asks for something else.</param>
/// <param name="Before">What is written before it.</param>
internal sealed record WriteRoute(
    string Route, string Role, string Path, string? Body, string OtherBody, params WriteRoute[] Before)
{
    private const string Region = "53";

    /// <summary>
    /// Whether the answer is read from the store once the write is done, so that it is kept just after and not with it:
    /// a repetition after a crash between the two finds the state and is answered by it.
    /// </summary>
    public bool IsReadAfter { get; init; }

    /// <summary>For whom the role acts; for the test's territory and its region by default.</summary>
    public IReadOnlyList<string>? Scope { get; init; }

    /// <summary>Stands in a path for the id of what was made before.</summary>
    public const string Created = "{id}";

    /// <summary>Stands in a path for the event that was queued before.</summary>
    public const string Event = "{evenement}";

    /// <summary>Whether it is done to the test's territory, and not to all or to none.</summary>
    public bool NamesTerritory => Path.Contains(RunningService.Rennes, StringComparison.Ordinal);

    /// <summary>The same for another territory, which takes the place of the test's own.</summary>
    public WriteRoute In(Territory other)
    {
        return this with
        {
            Path = There(Path),
            Body = Body is null ? null : There(Body),
            OtherBody = There(OtherBody),
            Scope = [.. (Scope ?? ScopeOf(Role)).Select(code => Exchanged(Exchanged(code, RunningService.Rennes, other.Siren), Region, other.Region))],
            Before = [.. Before.Select(before => before.In(other))],
        };

        string There(string text) => text.Replace(RunningService.Rennes, other.Siren, StringComparison.Ordinal);

        static string Exchanged(string code, string one, string other) => code == one ? other : code == other ? one : code;
    }

    /// <summary>For whom a role acts unless told otherwise.</summary>
    public static IReadOnlyList<string> ScopeOf(string role) => role switch
    {
        "metropole" => [RunningService.Rennes],
        "commissaire" => [Region],
        _ => [],
    };

    public HttpMethod Method => new(Route.Split(' ')[0]);

    public HttpRequestMessage Request(string? key = null, bool other = false)
    {
        var body = other ? OtherBody : Body;
        var request = new HttpRequestMessage(Method, Of(Path)) { Content = body is null ? null : RunningService.Json(body) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return request;
    }
}

/// <summary>Every route that writes.</summary>
internal static class WriteRoutes
{
    private const string Contract = """
        { "actions": [ { "numero": "3.1", "intitule": "Accueil", "indicateurs": ["DRO-5"] } ],
          "trajectoires": [ { "indicateur": "DRO-5", "t0": 1, "cibles": { "2024": 1, "2025": 2, "2026": 3, "2027": 4 } } ] }
        """;

    private const string Return = """{ "indicateurs": [ { "code": "DRO-5", "cible": 2, "valeur": 2 } ] }""";

    private static readonly WriteRoute PutContract = new(
        "PUT /v1/contrats/{siren}", "dgcs", $"/v1/contrats/{RunningService.Rennes}", Contract, Contract.Replace("Accueil", "Autre accueil", StringComparison.Ordinal));

    private static readonly WriteRoute PutReturn = new(
        "PUT /v1/remontees/{annee:int}/{siren}", "metropole", Route, Return, Return.Replace("\"valeur\": 2", "\"valeur\": 3", StringComparison.Ordinal));

    private static readonly WriteRoute Deposit = new(
        "POST /v1/remontees/{annee:int}/{siren}/depot", "metropole", $"{Route}/depot", null, "{}", PutContract, PutReturn);

    private static readonly WriteRoute Subscribe = new(
        "POST /v1/territoires/{siren}/abonnements", "metropole", $"/v1/territoires/{RunningService.Rennes}/abonnements",
        """{ "libelle": "Agenda" }""", """{ "libelle": "Autre agenda" }""");

    private static readonly WriteRoute Unsubscribe = new(
        "DELETE /v1/territoires/{siren}/abonnements/{id:guid}", "metropole", $"{Subscribe.Path}/{WriteRoute.Created}", null, "{}", Subscribe);

    private static readonly WriteRoute CreateWebhook = new(
        "POST /v1/territoires/{siren}/webhooks", "metropole", $"/v1/territoires/{RunningService.Rennes}/webhooks",
        """{ "url": "https://exemple.fr/un" }""", """{ "url": "https://exemple.fr/deux" }""");

    private static readonly WriteRoute RevokeWebhook = new(
        "DELETE /v1/territoires/{siren}/webhooks/{id:guid}", "metropole", $"{CreateWebhook.Path}/{WriteRoute.Created}", null, "{}", CreateWebhook);

    private static readonly WriteRoute TryWebhook = new(
        "POST /v1/territoires/{siren}/webhooks/{id:guid}/essai", "metropole", $"{CreateWebhook.Path}/{WriteRoute.Created}/essai", null, "{}", CreateWebhook);

    private static readonly WriteRoute Redeliver = new(
        "POST /v1/territoires/{siren}/webhooks/{id:guid}/livraisons/{evenement}/relance", "metropole",
        $"{CreateWebhook.Path}/{WriteRoute.Created}/livraisons/{WriteRoute.Event}/relance", null, "{}", CreateWebhook, TryWebhook);

    public static WriteRoute Comment { get; } = new(
        "POST /v1/remontees/{annee:int}/{siren}/commentaires", "metropole", $"{Route}/commentaires",
        """{ "indicateur": "DRO-5", "texte": "Un" }""", """{ "indicateur": "DRO-5", "texte": "Deux" }""", PutReturn);

    private static readonly WriteRoute Grant = new(
        "POST /v1/campagnes/{annee:int}/territoires/{siren}/derogations", "dgcs",
        $"/v1/campagnes/2025/territoires/{RunningService.Rennes}/derogations",
        """{ "jusqua": "2026-05-01T00:00:00+02:00", "motif": "Panne" }""", """{ "jusqua": "2026-06-01T00:00:00+02:00", "motif": "Panne" }""");

    private static readonly WriteRoute Revoke = new(
        "POST /v1/campagnes/{annee:int}/territoires/{siren}/derogations/{id:guid}/revocation", "dgcs",
        $"{Grant.Path}/{WriteRoute.Created}/revocation", """{ "motif": "Un" }""", """{ "motif": "Deux" }""", Grant);

    private static readonly WriteRoute Move = new(
        "PUT /v1/campagnes/{annee:int}", "dgcs", "/v1/campagnes/2026",
        """{ "ouverture": "2027-03-02T00:00:00+01:00", "fermeture": "2027-04-01T00:00:00+02:00", "motif": "Un" }""",
        """{ "ouverture": "2027-03-03T00:00:00+01:00", "fermeture": "2027-04-01T00:00:00+02:00", "motif": "Un" }""");

    private static readonly WriteRoute Register = new(
        "PUT /v1/territoires/{siren}", "dgcs", "/v1/territoires/200054781", Territory(7_000_000), Territory(7_000_001));

    public static WriteRoute Validate { get; } = new(
        "POST /v1/remontees/{annee:int}/{siren}/validation", "dgcs", $"{Route}/validation",
        """{ "version": 1 }""", """{ "version": 1, "commentaire": "Lu" }""", PutContract, PutReturn, Deposit);

    public static WriteRoute SendBack { get; } = new(
        "POST /v1/remontees/{annee:int}/{siren}/renvoi", "dgcs", $"{Route}/renvoi",
        """{ "version": 1, "commentaire": "Un" }""", """{ "version": 1, "commentaire": "Deux" }""", PutContract, PutReturn, Deposit);

    private static readonly WriteRoute GrantAccess = new(
        "POST /v1/habilitations", "dgcs", "/v1/habilitations",
        $$"""{ "sujet": "3f2504e0-4f89-11d3-9a0c-0305e82c3301", "territoire": "{{RunningService.Rennes}}" }""",
        """{ "sujet": "3f2504e0-4f89-11d3-9a0c-0305e82c3301", "region": "53" }""");

    private static readonly WriteRoute WithdrawAccess = new(
        "DELETE /v1/habilitations/{id:guid}", "dgcs", $"{GrantAccess.Path}/{WriteRoute.Created}", null, "{}", GrantAccess);

    private static readonly WriteRoute CreateKey = new(
        "POST /v1/cles-de-lecture", "dgcs", "/v1/cles-de-lecture", """{ "libelle": "Un" }""", """{ "libelle": "Deux" }""");

    private static readonly WriteRoute RevokeKey = new(
        "DELETE /v1/cles-de-lecture/{id:guid}", "dgcs", $"{CreateKey.Path}/{WriteRoute.Created}", null, "{}", CreateKey);

    private static readonly WriteRoute Recount = new(
        "POST /v1/campagnes/{annee:int}/recomptage", "dgcs", "/v1/campagnes/2025/recomptage", null, "{}", PutContract, PutReturn, Deposit)
    { IsReadAfter = true };

    public static IReadOnlyList<WriteRoute> All { get; } =
    [
        PutContract, PutReturn, Deposit, Subscribe, Unsubscribe, CreateWebhook, RevokeWebhook, TryWebhook, Redeliver, Comment,
        Grant, Revoke, Move, Register, Validate, SendBack, Recount, GrantAccess, WithdrawAccess, CreateKey, RevokeKey,
    ];

    public static WriteRoute Named(string route) => All.Single(write => write.Route == route);

    private static string Territory(int population) => $$"""
        { "nom": "Métropole du Grand Paris", "nature": "METRO", "departement": "75", "region": "11", "population": {{population}}, "signataireDepuis": 2026, "aCompterDu": "2026-01-01" }
        """;
}
