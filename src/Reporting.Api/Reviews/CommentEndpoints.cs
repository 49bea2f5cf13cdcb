using System.ComponentModel;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Reporting.Api.Access;
using Reporting.Api.Idempotency;
using Reporting.Api.Instants;
using Reporting.Api.Json;
using Reporting.Api.OpenApi;
using Reporting.Api.Problems;
using Reporting.Api.Returns;
using Reporting.Api.Territories;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;
using Reporting.Domain.Territories;
using Reporting.Store.Journal;
using Reporting.Store.Returns;

namespace Reporting.Api.Reviews;

internal static class CommentEndpoints
{
    public static void MapComments(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/v1/remontees/{annee:int}/{siren}/commentaires")
            .RequireAuthorization(Policies.SeeReturns).WithTags("Revue").ProducesSignInProblems();
        group.MapGet("", ListAsync)
            .WithName("ListerCommentaires").WithSummary("Les commentaires du territoire et de ses relecteurs, ligne par ligne.")
            .ProducesProblems(400, 404);
        group.MapPost("", AddAsync)
            .WithName("CommenterLigne").WithSummary("Commente une ligne d'une version ; un commentaire ne se modifie ni ne s'efface.")
            .Accepts<CommentBody>("application/json")
            .Produces<CommentAnswer>(201).ProducesProblems(400, 404, 413, 415, 422);
    }

    private static async Task<Results<Ok<IEnumerable<CommentAnswer>>, Problem>> ListAsync(
        int annee, string siren, int? version, [Description("Code de l'indicateur ; tous à défaut.")] string? indicateur,
        ClaimsPrincipal user, VisibleTerritories territories, ReturnReader reader, CommentStore comments, CancellationToken cancel) =>
        await territories.SeenAsync(siren, user, cancel) is null || await reader.FindAsync(annee, siren, version, cancel) is null
            ? ReturnAdmission.NotFound()
            : TypedResults.Ok((await comments.OfAsync(annee, siren, version, cancel))
                .Where(comment => indicateur is null || comment.Indicator == indicateur)
                .Select(CommentAnswer.From));

    private static async Task<IResult> AddAsync(
        int annee, string siren, ClaimsPrincipal user, HttpContext http, VisibleTerritories territories, ReturnReader reader,
        CommentStore comments, TimeProvider time, CancellationToken cancel)
    {
        if (await territories.SeenAsync(siren, user, cancel) is not { } territory
            || await reader.FindAsync(annee, siren, null, cancel) is not { } latest)
        {
            return ReturnAdmission.NotFound();
        }

        var body = await PostedBody.ReadAsync<CommentBody>(http.Request, cancel);
        if (body.Value is not { } posted)
        {
            return body.Problem!;
        }

        if (Indicators.Find(posted.Indicator) is not { } indicator)
        {
            return Problem.Refused(
                [Finding.At("COMMENTAIRE", Severity.Error, "/indicateur", Messages.UnknownIndicator(posted.Indicator))]);
        }

        var version = posted.Version ?? latest.Version;
        if (version < 1 || version > latest.Version)
        {
            return Problem.NotFound("Il n'y a pas de version à commenter.");
        }

        var act = http.Act(JournalActions.CommentLine, annee, siren);
        var now = time.GetUtcNow().ToMilliseconds();
        var added = new LineComment(
            Guid.CreateVersion7(now), version, indicator.Code, now, act.Author.Name, Role(user, territory), posted.Text);
        var answer = http.Answering(WrittenAnswer.Json(CommentAnswer.From(added), StatusCodes.Status201Created) with
        {
            Location = (http.Request.PathBase + http.Request.Path).ToUriComponent(),
        });
        await comments.AddAsync(annee, siren, added, act, cancel);
        return answer;
    }

    private static string Role(ClaimsPrincipal user, Territory territory) =>
        user.Posts(territory) ? Roles.Metropole : user.IsInRole(Roles.Dgcs) ? Roles.Dgcs : Roles.Commissaire;
}
