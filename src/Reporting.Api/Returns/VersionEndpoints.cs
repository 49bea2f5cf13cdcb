using System.ComponentModel;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Reporting.Api.Access;
using Reporting.Api.OpenApi;
using Reporting.Api.Problems;
using Reporting.Api.Territories;
using Reporting.Store.Journal;
using Reporting.Store.Returns;

namespace Reporting.Api.Returns;

internal static class VersionEndpoints
{
    public static void MapVersions(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/v1/remontees/{annee:int}/{siren}")
            .RequireAuthorization(Policies.SeeReturns).WithTags("Remontées").ProducesSignInProblems();
        group.MapGet("/versions", ListAsync)
            .WithName("ListerVersions").WithSummary("Les versions d'une remontée : qui, quand, ce qui leur est arrivé.")
            .ProducesProblems(404);
        group.MapGet("/differences", CompareAsync)
            .WithName("ComparerVersions").WithSummary("Ce qui a changé d'une version à une autre, ligne à ligne.")
            .ProducesProblems(400, 404);
    }

    private static async Task<Results<Ok<VersionsAnswer>, Problem>> ListAsync(
        int annee, string siren, ClaimsPrincipal user, HttpContext http, VisibleTerritories territories,
        ReturnLifeReader lives, JournalStore journal, CancellationToken cancel)
    {
        if (await territories.SeenAsync(siren, user, cancel) is null
            || await lives.VersionsAsync(annee, siren, cancel) is not { Count: > 0 } versions)
        {
            return ReturnAdmission.NotFound();
        }

        await journal.RecordReadAsync(http.Act(JournalActions.ReadReturn, annee, siren), cancel);

        // Read after the versions, so that each of them has its events.
        return TypedResults.Ok(VersionsAnswer.From(annee, siren, versions, await lives.ReadAsync(annee, siren, cancel)));
    }

    private static async Task<Results<Ok<DifferencesAnswer>, Problem>> CompareAsync(
        int annee, string siren, [Description("Version de départ.")] int de, [Description("Version d'arrivée.")] int a,
        ClaimsPrincipal user, HttpContext http, VisibleTerritories territories, ReturnReader reader, JournalStore journal,
        CancellationToken cancel)
    {
        if (await territories.SeenAsync(siren, user, cancel) is null
            || await reader.FindAsync(annee, siren, de, cancel) is not { } from
            || await reader.FindAsync(annee, siren, a, cancel) is not { } to)
        {
            return ReturnAdmission.NotFound();
        }

        await journal.RecordReadAsync(http.Act(JournalActions.ReadReturn, annee, siren, from.Version), cancel);
        await journal.RecordReadAsync(http.Act(JournalActions.ReadReturn, annee, siren, to.Version), cancel);
        return TypedResults.Ok(DifferencesAnswer.Between(from, to));
    }
}
