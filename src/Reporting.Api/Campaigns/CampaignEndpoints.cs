using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Reporting.Api.Access;
using Reporting.Api.Concurrency;
using Reporting.Api.Idempotency;
using Reporting.Api.Instants;
using Reporting.Api.Json;
using Reporting.Api.OpenApi;
using Reporting.Api.Problems;
using Reporting.Domain.Campaigns;
using Reporting.Store.Campaigns;
using Reporting.Store.Journal;

namespace Reporting.Api.Campaigns;

internal static class CampaignEndpoints
{
    public static void MapCampaigns(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/v1/campagnes").WithTags("Campagnes").ProducesSignInProblems();
        group.MapGet("", AllAsync)
            .RequireAuthorization(Policies.AnyRole)
            .WithName("ListerCampagnes").WithSummary("Les campagnes et leur calendrier.").ProducesProblems(400);
        group.MapGet("/{annee:int}", FindAsync)
            .RequireAuthorization(Policies.AnyRole)
            .WithName("LireCampagne").WithSummary("Une campagne.").ProducesProblems(400, 404);
        group.MapPut("/{annee:int}", MoveAsync)
            .RequireAuthorization(Policies.ManageCampaigns)
            .WithName("DeplacerCampagne").WithSummary("Déplace les dates d'une campagne, tant qu'elle n'a pas ouvert.")
            .Accepts<CampaignBody>("application/json")
            .Produces<CampaignAnswer>().ProducesProblems(400, 404, 409, 412, 413, 415, 422);
    }

    private static async Task<Results<Ok<IEnumerable<CampaignAnswer>>, Problem>> AllAsync(
        [Description(AsOf.Description)] string? au, CampaignStore store, TimeProvider time, CancellationToken cancel)
    {
        var (at, refusal) = AsOf.Read(au, time);
        return refusal is not null
            ? refusal
            : TypedResults.Ok((await store.AllAsync(at, cancel)).Select(campaign => CampaignAnswer.From(campaign, at ?? time.GetUtcNow())));
    }

    private static async Task<Results<Ok<CampaignAnswer>, Problem>> FindAsync(
        int annee, [Description(AsOf.Description)] string? au, HttpResponse response, CampaignStore store,
        CampaignVersions versions, TimeProvider time, CancellationToken cancel)
    {
        var (at, refusal) = AsOf.Read(au, time);
        if (refusal is not null || await store.FindAsync(annee, at, cancel) is not { } campaign)
        {
            return refusal ?? NotFound();
        }

        if (at is null)
        {
            response.GetTypedHeaders().ETag = Precondition.Tag((await versions.LatestAsync(annee, cancel))!.Version);
        }

        return TypedResults.Ok(CampaignAnswer.From(campaign, at ?? time.GetUtcNow()));
    }

    private static async Task<IResult> MoveAsync(
        int annee, HttpContext http, CampaignVersions versions, TimeProvider time, CancellationToken cancel)
    {
        if (Precondition.Read(http.Request) is not { } precondition)
        {
            return Precondition.Unreadable;
        }

        if (await versions.LatestAsync(annee, cancel) is null)
        {
            return NotFound();
        }

        var body = await PostedBody.ReadAsync<CampaignBody>(http.Request, cancel);
        if (body.Value is not { } posted)
        {
            return body.Problem!;
        }

        var now = time.GetUtcNow().ToMilliseconds();
        var current = (await versions.LatestAsync(annee, cancel))!;
        var moved = new Campaign(annee, ParisTime.Of(posted.OpensAt.ToMilliseconds()), ParisTime.Of(posted.ClosesAt.ToMilliseconds()));
        if (!precondition.Allows(current.Version))
        {
            return Precondition.Failed;
        }

        if (current.Campaign.StateAt(now) is not CampaignState.Upcoming)
        {
            return new Problem(
                ProblemType.CalendarFixed,
                $"La campagne {annee} a ouvert le {current.Campaign.OpensAt:dd/MM/yyyy 'à' HH:mm} : ses dates ne changent plus ; une dérogation ouvre la remontée d'un territoire.");
        }

        if (CampaignReading.Findings(moved, now) is { Count: > 0 } findings)
        {
            return Problem.Refused(findings);
        }

        if (moved == current.Campaign)
        {
            return Answer(current, now);
        }

        var act = http.Act(JournalActions.MoveCampaign, annee) with { DatedAt = now };
        var at = current.RecordedAt is { } before && before > now ? before : now;
        var added = new StoredCampaign(current.Version + 1, moved, at, act.Author.Name, posted.Reason);
        var answer = http.Answering(Answer(added, now));
        return await versions.AppendAsync(added, act, cancel) ? answer
            : precondition.IsGiven ? Precondition.Failed
            : new Problem(ProblemType.Conflict, "Les dates de cette campagne viennent d'être déplacées : relisez-les.");
    }

    private static WrittenAnswer Answer(StoredCampaign stored, DateTimeOffset now) =>
        WrittenAnswer.Json(CampaignAnswer.From(stored.Campaign, now)) with { ETag = Precondition.Tag(stored.Version).ToString() };

    private static Problem NotFound() => Problem.NotFound("Il n'y a pas de campagne pour cette année.");
}
