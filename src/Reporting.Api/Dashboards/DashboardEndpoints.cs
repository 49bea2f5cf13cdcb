using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Reporting.Api.Access;
using Reporting.Api.OpenApi;
using Reporting.Api.Problems;
using Reporting.Api.Territories;

namespace Reporting.Api.Dashboards;

internal static class DashboardEndpoints
{
    public static void MapDashboards(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/v1/tableaux-de-bord").WithTags("Tableaux de bord").ProducesSignInProblems();
        group.MapGet("/national/{annee:int}", NationalAsync)
            .RequireAuthorization(Policies.ReadNation)
            .WithName("TableauNational").WithSummary("Les totaux nationaux d'une année.").ProducesProblems(404);
        group.MapGet("/territoires/{siren}/{annee:int}", OfTerritoryAsync)
            .RequireAuthorization(Policies.AnyRole)
            .WithName("TableauTerritoire").WithSummary("Les chiffres d'un territoire pour une année.").ProducesProblems(404);
    }

    private static async Task<Results<Ok<DashboardAnswer>, Problem>> NationalAsync(
        int annee, DashboardBuilder builder, CancellationToken cancel) =>
        await builder.NationalAsync(annee, cancel) is { } dashboard ? TypedResults.Ok(dashboard) : NotFound();

    private static async Task<Results<Ok<DashboardAnswer>, Problem>> OfTerritoryAsync(
        string siren, int annee, ClaimsPrincipal user, VisibleTerritories territories, DashboardBuilder builder,
        CancellationToken cancel) =>
        await territories.ReadAsync(siren, user, cancel) is { } territory
        && await builder.OfTerritoryAsync(annee, territory, cancel) is { } dashboard
            ? TypedResults.Ok(dashboard)
            : NotFound();

    private static Problem NotFound() => Problem.NotFound("Aucun tableau accessible pour ce territoire et cette année.");
}
