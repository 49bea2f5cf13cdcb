using System.ComponentModel;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Reporting.Api.Access;
using Reporting.Api.Exports;
using Reporting.Api.Limits;
using Reporting.Api.OpenApi;
using Reporting.Api.Problems;

namespace Reporting.Api.FollowUp;

internal static class FollowUpEndpoints
{
    public static void MapFollowUp(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/v1/campagnes/{annee:int}").RequireAuthorization(Policies.FollowCampaigns)
            .WithTags("Suivi").ProducesSignInProblems();
        group.MapGet("/suivi", ReadAsync)
            .WithName("SuivreCampagne")
            .WithSummary("Où en est chaque remontée : état, lignes, dépôt, délai, examen ; la DGCS suit tous les territoires, un commissaire ceux de ses régions.")
            .ProducesProblems(404);
        group.MapGet("/suivi.csv", ExportAsync)
            .ReadsHeavily()
            .WithName("ExporterSuivi")
            .WithSummary("Le même suivi, une ligne par territoire.")
            .WithDescription("Point-virgule et marque UTF-8 pour Excel ; « format=strict » pour la RFC 4180.")
            .Produces<string>(200, "text/csv")
            .ProducesProblems(400, 404);
    }

    private static async Task<Results<Ok<FollowUpAnswer>, Problem>> ReadAsync(
        int annee, ClaimsPrincipal user, CampaignFollowUp followUp, TimeProvider time, CancellationToken cancel) =>
        await AnswerAsync(annee, user, followUp, time, cancel) is { } answer
            ? TypedResults.Ok(answer)
            : Problem.NotFound("Il n'y a pas de campagne pour cette année.");

    private static async Task<IResult> ExportAsync(
        int annee, [Description("« excel » (par défaut) ou « strict ».")] string? format,
        ClaimsPrincipal user, CampaignFollowUp followUp, TimeProvider time, CancellationToken cancel)
    {
        if (CsvFormat.Named(format) is not { } csv)
        {
            return CsvFormat.Unknown;
        }

        return await AnswerAsync(annee, user, followUp, time, cancel) is { } answer
            ? new CsvAnswer(
                csv, $"suivi{annee}.csv", FollowUpTable.Columns,
                answer.Territories.Select(row => FollowUpTable.Row(annee, row)))
            : Problem.NotFound("Il n'y a pas de campagne pour cette année.");
    }

    private static async Task<FollowUpAnswer?> AnswerAsync(
        int year, ClaimsPrincipal user, CampaignFollowUp followUp, TimeProvider time, CancellationToken cancel) =>
        await followUp.OfAsync(year, user, cancel) is var (campaign, returns)
            ? FollowUpAnswer.From(campaign, returns, time.GetUtcNow())
            : null;
}
