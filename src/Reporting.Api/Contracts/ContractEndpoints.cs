using System.ComponentModel;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Reporting.Api.Access;
using Reporting.Api.Concurrency;
using Reporting.Api.Idempotency;
using Reporting.Api.Instants;
using Reporting.Api.Json;
using Reporting.Api.OpenApi;
using Reporting.Api.Problems;
using Reporting.Api.Territories;
using Reporting.Domain.Campaigns;
using Reporting.Store.Contracts;
using Reporting.Store.Journal;

namespace Reporting.Api.Contracts;

internal static class ContractEndpoints
{
    public static void MapContracts(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/v1/contrats/{siren}").WithTags("Contrats").ProducesSignInProblems();
        group.MapGet("", GetAsync)
            .RequireAuthorization(Policies.SeeReturns)
            .WithName("LireContrat").WithSummary("Le contrat en vigueur d'un territoire.")
            .ProducesProblems(400, 404);
        group.MapPut("", PutAsync)
            .RequireAuthorization(Policies.ManageContracts)
            .WithName("EnregistrerContrat").WithSummary("Enregistre le contrat entier : une nouvelle version.")
            .Accepts<ContractBody>("application/json")
            .Produces<ContractAnswer>().Produces<ContractAnswer>(201).ProducesProblems(400, 404, 409, 412, 413, 415, 422);
    }

    private static async Task<IResult> GetAsync(
        string siren, [Description(AsOf.Description)] string? au, ClaimsPrincipal user, HttpContext http,
        VisibleTerritories territories, ContractStore store, JournalStore journal, TimeProvider time, CancellationToken cancel)
    {
        var (at, refusal) = AsOf.Read(au, time);
        if (refusal is not null)
        {
            return refusal;
        }

        if (await territories.SeenAsync(siren, user, cancel) is null
            || await store.FindAsync(siren, at, cancel) is not { } stored)
        {
            return Problem.NotFound("Aucun contrat accessible pour ce territoire.");
        }

        await journal.RecordReadAsync(
            http.Act(JournalActions.ReadContract, territory: siren, version: stored.Version), cancel);
        return at is null ? Answer(stored) : WrittenAnswer.Json(ContractAnswer.From(stored));
    }

    private static async Task<IResult> PutAsync(
        string siren, ClaimsPrincipal user, HttpContext http, VisibleTerritories territories, ContractStore store,
        TimeProvider time, CancellationToken cancel)
    {
        if (await territories.SeenAsync(siren, user, cancel) is null)
        {
            return Problem.NotFound("Il n'y a pas de territoire signataire de ce SIREN.");
        }

        if (Precondition.Read(http.Request) is not { } precondition)
        {
            return Precondition.Unreadable;
        }

        var body = await PostedBody.ReadAsync<ContractBody>(http.Request, cancel);
        if (body.Value is null)
        {
            return body.Problem!;
        }

        var (contract, findings) = ContractReading.Read(body.Value);
        if (findings is not [])
        {
            return Problem.Refused(findings);
        }

        var digest = ContractDigest.Of(contract);
        var current = await store.FindAsync(siren, at: null, cancel);
        if (!precondition.Allows(current?.Version))
        {
            return Precondition.Failed;
        }

        if (current?.Digest == digest)
        {
            return Answer(current);
        }

        var now = time.GetUtcNow().ToMilliseconds();
        var at = current?.RecordedAt > now ? current.RecordedAt : now;
        var act = http.Act(JournalActions.ReplaceContract, territory: siren) with { DatedAt = now };
        var added = new StoredContract(siren, (current?.Version ?? 0) + 1, at, act.Author.Name, digest, contract);
        var answer = http.Answering(Answer(added, current is null ? StatusCodes.Status201Created : StatusCodes.Status200OK));
        return await store.AppendAsync(added, act, cancel) ? answer
            : precondition.IsGiven
            ? Precondition.Failed
            : new Problem(ProblemType.Conflict, "Un autre envoi du même contrat vient d'être enregistré : relisez-le.");
    }

    private static WrittenAnswer Answer(StoredContract stored, int status = StatusCodes.Status200OK) =>
        WrittenAnswer.Json(ContractAnswer.From(stored), status) with { ETag = Precondition.Tag(stored.Version).ToString() };
}

[Description("Une version d'un contrat.")]
internal sealed record ContractAnswer(
    [property: JsonPropertyName("territoire"), Description("SIREN du territoire.")] string Territory,
    [property: JsonPropertyName("version"), Description("Numéro de version, à partir de 1.")] int Version,
    [property: JsonPropertyName("enregistreLe"), Description("Quand la version a été enregistrée.")] DateTimeOffset RecordedAt,
    [property: JsonPropertyName("premiereAnnee"), Description("Première année couverte.")] int FirstYear,
    [property: JsonPropertyName("derniereAnnee"), Description("Dernière année couverte.")] int LastYear,
    [property: JsonPropertyName("actions"), Description("Les fiches actions.")] IReadOnlyList<ActionBody> Actions,
    [property: JsonPropertyName("trajectoires"), Description("Les trajectoires des indicateurs.")] IReadOnlyList<TrajectoryBody> Trajectories)
{
    public static ContractAnswer From(StoredContract stored)
    {
        var body = ContractBody.From(stored.Contract);
        var years = stored.Contract.Years;
        return new(
            stored.Territory, stored.Version, ParisTime.Of(stored.RecordedAt), years.First, years.Last, body.Actions,
            body.Trajectories);
    }
}
