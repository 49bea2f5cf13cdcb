using System.Security.Claims;
using Reporting.Api.Access;
using Reporting.Api.Concurrency;
using Reporting.Api.Idempotency;
using Reporting.Api.Instants;
using Reporting.Api.Json;
using Reporting.Api.OpenApi;
using Reporting.Api.Openings;
using Reporting.Api.Problems;
using Reporting.Api.Returns;
using Reporting.Api.Territories;
using Reporting.Domain.Returns;
using Reporting.Store.Journal;

namespace Reporting.Api.Reviews;

internal static class ReviewEndpoints
{
    private const string Rule = "RENVOI";

    public static void MapReviews(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/v1/remontees/{annee:int}/{siren}").WithTags("Revue").ProducesSignInProblems().AsksOfTerritory(Caller.Reviews);
        group.MapPost("/validation", ValidateAsync)
            .RequireAuthorization(Policies.ReviewReturns)
            .WithName("ValiderRemontee")
            .WithSummary("Accepte une version déposée : ses chiffres ne sont plus provisoires.")
            .WithDescription("La version relue est nommée par « version » ou par l'étiquette « If-Match » ; elle s'entend d'elle-même quand une seule a été déposée. Une version déposée entre-temps n'est donc jamais validée sans avoir été lue.")
            .Accepts<ValidationBody>(isOptional: true, "application/json")
            .Produces<ReturnAnswer>().ProducesProblems(400, 404, 409, 412, 413, 415);
        group.MapPost("/renvoi", SendBackAsync)
            .RequireAuthorization(Policies.ReviewReturns)
            .WithName("RenvoyerRemontee")
            .WithSummary("Renvoie une version au territoire, qui peut y répondre même hors campagne.")
            .WithDescription("Une version validée n'est renvoyée que par la DGCS. Le territoire répond par une nouvelle version, jusqu'à « jusqua ».")
            .Accepts<SendBackBody>("application/json")
            .Produces<ReturnAnswer>().ProducesProblems(400, 404, 409, 412, 413, 415, 422);
    }

    private static async Task<IResult> ValidateAsync(
        int annee, string siren, ClaimsPrincipal user, HttpContext http, VisibleTerritories territories, Reviewing reviewing,
        CancellationToken cancel)
    {
        if (await territories.ReviewedAsync(siren, user, cancel) is null)
        {
            return ReturnAdmission.NotFound();
        }

        var body = await PostedBody.ReadOptionalAsync(http.Request, new ValidationBody(), cancel);
        return body.Value is not { } posted ? body.Problem!
            : await ReviewAsync(
                annee, siren, http, reviewing, JournalActions.ValidateReturn, ReturnState.Validated, posted.Version,
                new(Role(user), posted.Comment, null), cancel);
    }

    private static async Task<IResult> SendBackAsync(
        int annee, string siren, ClaimsPrincipal user, HttpContext http, VisibleTerritories territories, Reviewing reviewing,
        TimeProvider time, CancellationToken cancel)
    {
        if (await territories.ReviewedAsync(siren, user, cancel) is null)
        {
            return ReturnAdmission.NotFound();
        }

        var body = await PostedBody.ReadAsync<SendBackBody>(http.Request, cancel);
        if (body.Value is not { } posted)
        {
            return body.Problem!;
        }

        var now = time.GetUtcNow();
        var until = (posted.Until ?? Review.EndOfAnswer(now)).ToMilliseconds();
        return until <= now
            ? Problem.Refused([Finding.At(Rule, Severity.Error, "/jusqua", OpeningMessages.EndsInThePast)])
            : await ReviewAsync(
                annee, siren, http, reviewing, JournalActions.SendReturnBack, ReturnState.SentBack, posted.Version,
                new(Role(user), posted.Comment, until), cancel);
    }

    private static async Task<IResult> ReviewAsync(
        int year, string siren, HttpContext http, Reviewing reviewing, string action, ReturnState decision, int? version,
        Review review, CancellationToken cancel) =>
        Precondition.Read(http.Request) is { } precondition
            ? Answer(http, await reviewing.ReviewAsync(
                year, siren, new(version, decision, review, http.User.IsInRole(Roles.Dgcs)), precondition,
                http.Act(action, year, siren), reviewed => http.Answering(ReturnEndpoints.Answer(http, reviewed)), cancel))
            : Precondition.Unreadable;

    private static IResult Answer(HttpContext http, ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.Reviewed reviewed => ReturnEndpoints.Answer(http, reviewed.Stored),
        ReviewOutcome.Overtaken => Precondition.Failed,
        ReviewOutcome.Absent => Problem.NotFound("Il n'y a pas de version à relire."),
        ReviewOutcome.Unnamed unnamed => new Problem(
            ProblemType.VersionUnnamed,
            $"Plusieurs versions ont été déposées : nommez celle que vous avez lue, « version » : {unnamed.Meant} si c'est la dernière."),
        ReviewOutcome.Locked locked => Problem.Locked([locked.Lock]),
        ReviewOutcome.ForDgcsAlone refused => new Problem(
            ProblemType.WrongState, $"La version {refused.Version} est validée : seule la DGCS peut la renvoyer."),
        ReviewOutcome.Contended => new Problem(ProblemType.Conflict, "D'autres envois de la même remontée sont en cours : réessayez dans un instant."),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    private static string Role(ClaimsPrincipal user) => user.IsInRole(Roles.Dgcs) ? Roles.Dgcs : Roles.Commissaire;
}
