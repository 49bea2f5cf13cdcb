using System.ComponentModel;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Reporting.Api.Access;
using Reporting.Api.Instants;
using Reporting.Api.Limits;
using Reporting.Api.OpenApi;
using Reporting.Api.Problems;
using Reporting.Api.Territories;
using Reporting.Domain.Campaigns;
using Reporting.Store.Campaigns;
using Reporting.Store.Registry;

namespace Reporting.Api.Dashboards;

internal static class DashboardEndpoints
{
    public static void MapDashboards(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/v1/tableaux-de-bord").WithTags("Tableaux de bord").ProducesSignInProblems();
        group.MapGet("/national/{annee:int}", NationalAsync)
            .RequireAuthorization(Policies.ReadNation)
            .WithName("TableauNational").WithSummary("Les totaux nationaux d'une année.").ProducesProblems(400, 404);
        group.MapGet("/national/serie", SeriesAsync)
            .RequireAuthorization(Policies.ReadNation)
            .ReadsHeavily()
            .WithName("SerieNationale")
            .WithSummary("Les totaux nationaux de plusieurs années, à périmètre constant.")
            .WithDescription("À périmètre constant, chaque année est comptée sur les mêmes territoires : ceux qui devaient une remontée chaque année et en ont une en vigueur. Un territoire fusionné est réuni à son successeur ; ses chiffres passés restent les siens.")
            .ProducesProblems(400, 404);
        group.MapGet("/territoires/{siren}/{annee:int}", OfTerritoryAsync)
            .RequireAuthorization(Policies.AnyRole)
            .WithName("TableauTerritoire").WithSummary("Les chiffres d'un territoire pour une année.").ProducesProblems(400, 404);
    }

    private static async Task<Results<Ok<DashboardAnswer>, Problem>> NationalAsync(
        int annee, [Description(AsOf.Description)] string? au, ClaimsPrincipal user, Audiences audiences,
        DashboardBuilder builder, TimeProvider time, CancellationToken cancel)
    {
        var (at, refusal) = AsOf.Read(au, time);
        return refusal is not null ? refusal
            : await builder.NationalAsync(annee, at, audiences.Of(user), cancel) is { } dashboard ? TypedResults.Ok(dashboard)
            : NotFound();
    }

    private static async Task<Results<Ok<SeriesAnswer>, Problem>> SeriesAsync(
        [Description("Première année ; celle de la première campagne à défaut.")] int? de,
        [Description("Dernière année ; celle de la dernière campagne ouverte à défaut.")] int? a,
        [Description("« constant » (par défaut) ou « complet ».")] string? perimetre,
        [Description(AsOf.Description)] string? au, ClaimsPrincipal user, Audiences audiences, CampaignStore campaigns,
        SeriesBuilder builder, TimeProvider time, CancellationToken cancel)
    {
        var (at, refusal) = AsOf.Read(au, time);
        if (refusal is not null)
        {
            return refusal;
        }

        if (perimetre is not (null or SeriesBuilder.Constant or SeriesBuilder.Complete))
        {
            return new Problem(ProblemType.InvalidRequest, "« perimetre » vaut « constant » ou « complet ».");
        }

        var all = await campaigns.AllAsync(at, cancel);
        var last = a ?? all.LastOrDefault(campaign => campaign.StateAt(at ?? time.GetUtcNow()) is not CampaignState.Upcoming)?.Year;
        var years = all.Select(campaign => campaign.Year).Where(year => (de ?? year) <= year && year <= last).ToList();
        return years is [] || (de is { } first && years[0] != first) || (a is { } end && years[^1] != end)
            ? Problem.NotFound("Il n'y a pas de campagne pour ces années.")
            : TypedResults.Ok(await builder.BuildAsync(
                years, perimetre is not SeriesBuilder.Complete, at, audiences.Of(user), cancel));
    }

    private static async Task<Results<Ok<DashboardAnswer>, Problem>> OfTerritoryAsync(
        string siren, int annee, [Description(AsOf.Description)] string? au, ClaimsPrincipal user,
        Audiences audiences, VisibleTerritories visible, TerritoryStore territories, DashboardBuilder builder,
        TimeProvider time, CancellationToken cancel)
    {
        var (at, refusal) = AsOf.Read(au, time);
        return refusal is not null ? refusal
            : await visible.ReadAsync(siren, user, cancel) is { } present
                && await territories.FindAsync(siren, at, cancel) is { } territory
                && await builder.OfTerritoryAsync(annee, at, territory, audiences.Of(user, present), cancel) is { } dashboard
            ? TypedResults.Ok(dashboard)
            : NotFound();
    }

    private static Problem NotFound() => Problem.NotFound("Aucun tableau accessible pour ce territoire et cette année.");
}
