using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Reporting.Api.Access;
using Reporting.Api.Campaigns;
using Reporting.Api.OpenApi;
using Reporting.Api.Problems;
using Reporting.Api.Territories;
using Reporting.Domain.Campaigns;
using Reporting.Domain.Territories;

namespace Reporting.Api.Openings;

internal static class OpeningEndpoints
{
    public static void MapOpenings(this IEndpointRouteBuilder app) =>
        app.MapGroup("/v1/campagnes/{annee:int}/territoires/{siren}").WithTags("Ouvertures").ProducesSignInProblems()
            .MapGet("/ouverture", GetAsync)
            .RequireAuthorization(Policies.AnyRole)
            .WithName("LireOuverture")
            .WithSummary("Si une remontée est ouverte, tout ce qui la ferme, et ce que l'appelant peut faire.")
            .ProducesProblems(404);

    private static async Task<Results<Ok<OpeningAnswer>, Problem>> GetAsync(
        int annee, string siren, ClaimsPrincipal user, VisibleTerritories territories, ReturnGate gate, TimeProvider time,
        CancellationToken cancel)
    {
        if (await territories.ReadAsync(siren, user, cancel) is not { } territory
            || await gate.SituationAsync(annee, territory, cancel) is not { } situation)
        {
            return Problem.NotFound("Aucune remontée accessible pour ce territoire et cette année.");
        }

        var now = time.GetUtcNow();
        return TypedResults.Ok(OpeningAnswer.From(situation, [.. Operations(situation, territory, user, now)], now));
    }

    private static IEnumerable<OperationAnswer> Operations(
        ReturnSituation situation, Territory territory, ClaimsPrincipal user, DateTimeOffset now)
    {
        yield return Of("poster", user.Posts(territory), ReturnAction.Post);
        yield return Of("deposer", user.Posts(territory), ReturnAction.Deposit);
        yield return Of("valider", user.Reviews(territory), ReturnAction.Validate);
        yield return Of("renvoyer", user.Reviews(territory), ReturnAction.SendBack);
        yield return Of("renvoyer-validee", user.IsInRole(Roles.Dgcs), ReturnAction.Reopen);
        yield return new("deroger", user.IsInRole(Roles.Dgcs), user.IsInRole(Roles.Dgcs), []);

        OperationAnswer Of(string name, bool roleAllows, ReturnAction action)
        {
            var opening = Opening.For(action, situation, now);
            return new(
                name, roleAllows && opening.IsOpen, roleAllows,
                [.. opening.Locks.Select(held => LockAnswer.From(held).Kind).Distinct()]);
        }
    }
}
