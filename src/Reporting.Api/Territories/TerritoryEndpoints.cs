using System.ComponentModel;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Reporting.Api.Access;
using Reporting.Api.Concurrency;
using Reporting.Api.Idempotency;
using Reporting.Api.Instants;
using Reporting.Api.Json;
using Reporting.Api.OpenApi;
using Reporting.Api.Problems;
using Reporting.Domain.Territories;
using Reporting.Store.Journal;
using Reporting.Store.Registry;
using Reporting.Store.Returns;

namespace Reporting.Api.Territories;

internal static class TerritoryEndpoints
{
    public static void MapTerritories(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/v1/territoires").WithTags("Territoires").ProducesSignInProblems();
        group.MapGet("", AllAsync)
            .RequireAuthorization(Policies.AnyRole)
            .WithName("ListerTerritoires").WithSummary("Les territoires signataires.").ProducesProblems(400);
        group.MapGet("/{siren}", FindAsync)
            .RequireAuthorization(Policies.AnyRole)
            .WithName("LireTerritoire").WithSummary("Un territoire signataire.").ProducesProblems(400, 404);
        group.MapGet("/{siren}/versions", VersionsAsync)
            .RequireAuthorization(Policies.AnyRole)
            .WithName("ListerVersionsTerritoire").WithSummary("Ce que le registre a dit d'un territoire, version par version.")
            .ProducesProblems(404);
        group.MapPut("/{siren}", PutAsync)
            .RequireAuthorization(Policies.ManageTerritories)
            .WithName("InscrireTerritoire").WithSummary("Inscrit un territoire, ou ce qui a changé de lui : une nouvelle version.")
            .WithDescription("Un territoire rejoint par « signataireDepuis », se retire par « signataireJusqua », fusionne par « fusionneDans ». Ses remontées passées restent les siennes.")
            .Accepts<TerritoryBody>("application/json")
            .Produces<TerritoryAnswer>().Produces<TerritoryAnswer>(201).ProducesProblems(400, 404, 409, 412, 413, 415, 422);
    }

    private static async Task<Results<Ok<IEnumerable<TerritoryAnswer>>, Problem>> AllAsync(
        [Description(AsOf.Description)] string? au, TerritoryStore store, TimeProvider time, CancellationToken cancel)
    {
        var (at, refusal) = AsOf.Read(au, time);
        if (refusal is not null)
        {
            return refusal;
        }

        var overlaps = await store.OverlapsAsync(at, cancel);
        return TypedResults.Ok((await store.AllAsync(at, cancel)).Select(territory => TerritoryAnswer.From(territory, overlaps)));
    }

    private static async Task<Results<Ok<TerritoryAnswer>, Problem>> FindAsync(
        string siren, [Description(AsOf.Description)] string? au, HttpResponse response, TerritoryStore store,
        TerritoryVersions versions, TimeProvider time, CancellationToken cancel)
    {
        var (at, refusal) = AsOf.Read(au, time);
        if (refusal is not null || await store.FindAsync(siren, at, cancel) is not { } territory)
        {
            return refusal ?? NotFound();
        }

        if (at is null)
        {
            response.GetTypedHeaders().ETag = Precondition.Tag((await versions.OfAsync(siren, cancel))[^1].Version);
        }

        return TypedResults.Ok(TerritoryAnswer.From(territory, await store.OverlapsAsync(at, cancel)));
    }

    private static async Task<Results<Ok<IEnumerable<TerritoryVersionAnswer>>, Problem>> VersionsAsync(
        string siren, ClaimsPrincipal user, TerritoryVersions versions, CancellationToken cancel) =>
        await versions.OfAsync(siren, cancel) is { Count: > 0 } all
            ? TypedResults.Ok(all.Select(version => TerritoryVersionAnswer.From(version, namesAuthor: user.IsInRole(Roles.Dgcs))))
            : NotFound();

    private static async Task<IResult> PutAsync(
        string siren, HttpContext http, TerritoryStore store, TerritoryVersions versions, ReturnReader returns,
        TimeProvider time, CancellationToken cancel)
    {
        if (!Siren.IsValid(siren))
        {
            return Problem.NotFound("Ce n'est pas un SIREN : neuf chiffres, dont le dernier est une clé.");
        }

        if (Precondition.Read(http.Request) is not { } precondition)
        {
            return Precondition.Unreadable;
        }

        var body = await PostedBody.ReadAsync<TerritoryBody>(http.Request, cancel);
        if (body.Value is not { } posted)
        {
            return body.Problem!;
        }

        var now = time.GetUtcNow().ToMilliseconds();
        var current = await versions.OfAsync(siren, cancel) is [.., var last] ? last : null;
        if (!precondition.Allows(current?.Version))
        {
            return Precondition.Failed;
        }

        var reading = new TerritoryReading(
            await store.AllAsync(at: null, cancel), await store.OverlapsAsync(at: null, cancel),
            await returns.YearsInForceAsync(siren, cancel));
        if (reading.Findings(siren, posted, now) is { Count: > 0 } findings)
        {
            return Problem.Refused(findings);
        }

        var territory = posted.ToTerritory(siren);
        if (current is not null && (current.Territory, current.Container, current.EffectiveOn ?? posted.EffectiveOn) == (territory, posted.Container, posted.EffectiveOn))
        {
            return Answer(current);
        }

        var act = http.Act(JournalActions.RegisterTerritory, territory: siren) with { DatedAt = now };
        var at = current?.RecordedAt is { } before && before > now ? before : now;
        var added = new StoredTerritory(
            (current?.Version ?? 0) + 1, territory, posted.Container, posted.EffectiveOn, at, act.Author.Name);
        var answer = http.Answering(Answer(added, current is null ? StatusCodes.Status201Created : StatusCodes.Status200OK));
        return await versions.AppendAsync(added, act, cancel) ? answer
            : precondition.IsGiven ? Precondition.Failed
            : new Problem(ProblemType.Conflict, "Ce territoire vient de changer au registre : relisez-le.");
    }

    private static WrittenAnswer Answer(StoredTerritory stored, int status = StatusCodes.Status200OK) =>
        WrittenAnswer.Json(TerritoryAnswer.From(stored.Territory, stored.Container), status) with
        {
            ETag = Precondition.Tag(stored.Version).ToString(),
        };

    private static Problem NotFound() => Problem.NotFound("Il n'y a pas de territoire signataire de ce SIREN.");
}
