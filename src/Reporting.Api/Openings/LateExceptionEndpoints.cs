using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Reporting.Api.Access;
using Reporting.Api.Idempotency;
using Reporting.Api.Instants;
using Reporting.Api.Json;
using Reporting.Api.OpenApi;
using Reporting.Api.Problems;
using Reporting.Api.Territories;
using Reporting.Domain.Campaigns;
using Reporting.Domain.Returns;
using Reporting.Store.Campaigns;
using Reporting.Store.Journal;

namespace Reporting.Api.Openings;

internal static class LateExceptionEndpoints
{
    public static void MapLateExceptions(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/v1/campagnes/{annee:int}/territoires/{siren}/derogations")
            .WithTags("Ouvertures").ProducesSignInProblems();
        group.MapGet("", ListAsync)
            .RequireAuthorization(Policies.SeeReturns)
            .WithName("ListerDerogations").WithSummary("Les dérogations accordées, révoquées comprises.")
            .ProducesProblems(404);
        group.MapPost("", GrantAsync)
            .RequireAuthorization(Policies.ManageCampaigns)
            .WithName("AccorderDerogation").WithSummary("Ouvre la remontée d'un territoire hors campagne, jusqu'à une fin.")
            .Accepts<LateExceptionBody>("application/json")
            .Produces<LateExceptionAnswer>(201).ProducesProblems(400, 404, 413, 415, 422);
        group.MapPost("/{id:guid}/revocation", RevokeAsync)
            .RequireAuthorization(Policies.ManageCampaigns)
            .WithName("RevoquerDerogation").WithSummary("Met fin à une dérogation ; elle reste inscrite.")
            .Accepts<RevocationBody>("application/json")
            .Produces<LateExceptionAnswer>().ProducesProblems(400, 404, 413, 415);
    }

    private static async Task<Results<Ok<IEnumerable<LateExceptionAnswer>>, Problem>> ListAsync(
        int annee, string siren, ClaimsPrincipal user, VisibleTerritories territories, CampaignStore campaigns,
        TimeProvider time, CancellationToken cancel) =>
        await territories.SeenAsync(siren, user, cancel) is null || await campaigns.FindAsync(annee, at: null, cancel) is null
            ? NotFound()
            : TypedResults.Ok((await campaigns.ExceptionsAsync(annee, siren, cancel))
                .Select(exception => LateExceptionAnswer.From(exception, time.GetUtcNow())));

    private static async Task<IResult> GrantAsync(
        int annee, string siren, ClaimsPrincipal user, HttpContext http, VisibleTerritories territories,
        CampaignStore campaigns, TimeProvider time, ILogger<SecurityEvents> events, CancellationToken cancel)
    {
        if (await territories.SeenAsync(siren, user, cancel) is null || await campaigns.FindAsync(annee, at: null, cancel) is null)
        {
            return NotFound();
        }

        var body = await PostedBody.ReadAsync<LateExceptionBody>(http.Request, cancel);
        if (body.Value is not { } posted)
        {
            return body.Problem!;
        }

        var now = time.GetUtcNow().ToMilliseconds();
        var until = posted.Until.ToMilliseconds();
        if (until <= now)
        {
            return Problem.Refused([Finding.At("DEROGATION", Severity.Error, "/jusqua", OpeningMessages.EndsInThePast)]);
        }

        var act = http.Act(JournalActions.GrantException, annee, siren) with { DatedAt = now };
        var granted = new LateException(
            Guid.CreateVersion7(now), annee, siren, now, act.Author.Name, until, posted.Reason);
        var answer = http.Answering(WrittenAnswer.Json(LateExceptionAnswer.From(granted, now), StatusCodes.Status201Created) with
        {
            Location = (http.Request.PathBase + http.Request.Path).ToUriComponent(),
        });
        await campaigns.GrantAsync(granted, act, cancel);
        events.ExceptionGranted(act.Author.Name, annee, siren, until);
        return answer;
    }

    private static async Task<IResult> RevokeAsync(
        int annee, string siren, Guid id, ClaimsPrincipal user, HttpContext http, VisibleTerritories territories,
        CampaignStore campaigns, TimeProvider time, CancellationToken cancel)
    {
        if (await territories.SeenAsync(siren, user, cancel) is null || await FindAsync() is not { } exception)
        {
            return NotFound();
        }

        var body = await PostedBody.ReadAsync<RevocationBody>(http.Request, cancel);
        if (body.Value is not { } posted)
        {
            return body.Problem!;
        }

        var act = http.Act(JournalActions.RevokeException, annee, siren);
        var now = time.GetUtcNow().ToMilliseconds();
        var revocation = new Revocation(now, act.Author.Name, posted.Reason);
        http.Answering(WrittenAnswer.Json(LateExceptionAnswer.From(exception with { Revocation = revocation }, now)));
        await campaigns.RevokeAsync(exception, revocation, act, cancel);
        // Somebody else may have come first.
        return WrittenAnswer.Json(LateExceptionAnswer.From((await FindAsync())!, now));

        async Task<LateException?> FindAsync() =>
            (await campaigns.ExceptionsAsync(annee, siren, cancel)).FirstOrDefault(granted => granted.Id == id);
    }

    private static Problem NotFound() => Problem.NotFound("Aucune dérogation accessible pour ce territoire et cette année.");
}
