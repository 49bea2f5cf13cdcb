using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Reporting.Api.Access;
using Reporting.Api.OpenApi;
using Reporting.Api.Problems;
using Reporting.Store.Campaigns;
using Reporting.Store.Journal;

namespace Reporting.Api.Recounts;

internal static class RecountEndpoints
{
    public static void MapRecounts(this IEndpointRouteBuilder app) =>
        app.MapGroup("/v1/campagnes/{annee:int}").WithTags("Campagnes").ProducesSignInProblems()
            .MapPost("/recomptage", RecountAsync)
            .RequireAuthorization(Policies.ManageCampaigns)
            .WithName("RecompterCampagne")
            .WithSummary("Recompte toutes les remontées d'une campagne avec les règles d'aujourd'hui.")
            .WithDescription("Avec « simulation=true », rien n'est enregistré : l'effet d'un changement de règles se mesure avant d'être décidé. Sans elle, chaque version qui change est remplacée par une nouvelle, marquée « recomptageDe », qui garde son état et sa date de dépôt.")
            .ProducesProblems(400, 404);

    private static async Task<Results<Ok<RecountAnswer>, Problem>> RecountAsync(
        int annee, [Description("true pour ne rien enregistrer.")] bool? simulation, HttpContext http,
        CampaignStore campaigns, Recounting recounting, CancellationToken cancel) =>
        await campaigns.FindAsync(annee, at: null, cancel) is null
            ? Problem.NotFound("Il n'y a pas de campagne pour cette année.")
            : TypedResults.Ok(await recounting.RecountAsync(
                annee, simulation is true ? null : http.Act(JournalActions.RecountCampaign, annee), cancel));
}
