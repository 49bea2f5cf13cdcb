using System.Security.Claims;
using Reporting.Api.Access;
using Reporting.Api.OpenApi;
using Reporting.Api.Problems;
using Reporting.Api.Territories;

namespace Reporting.Api.FollowUp;

internal static class ReminderEndpoints
{
    public static void MapReminders(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/v1/campagnes/{annee:int}/territoires/{siren}").RequireAuthorization(Policies.SeeReturns)
            .WithTags("Suivi").ProducesSignInProblems();
        group.MapGet("/calendrier.ics", CalendarAsync)
            .WithName("CalendrierTerritoire")
            .WithSummary("Les dates de la campagne d'un territoire, en iCalendar : ouverture, fermeture, dérogations, examens attendus.")
            .Produces<string>(200, "text/calendar").ProducesProblems(404);
        group.MapGet("/rappels.atom", FeedAsync)
            .WithName("RappelsTerritoire")
            .WithSummary("Ce qui est arrivé à la remontée d'un territoire et ce qu'il lui reste à faire, en Atom.")
            .Produces<string>(200, "application/atom+xml").ProducesProblems(404);
    }

    private static async Task<IResult> CalendarAsync(
        int annee, string siren, ClaimsPrincipal user, VisibleTerritories territories, TerritoryFollowUp followUp,
        CancellationToken cancel) =>
        await territories.SeenAsync(siren, user, cancel) is { } territory
            ? await followUp.CalendarAsync(territory, annee, cancel) ?? NotFound()
            : NotFound();

    private static async Task<IResult> FeedAsync(
        int annee, string siren, ClaimsPrincipal user, VisibleTerritories territories, TerritoryFollowUp followUp,
        CancellationToken cancel) =>
        await territories.SeenAsync(siren, user, cancel) is { } territory
            ? await followUp.RemindersAsync(territory, annee, cancel) ?? NotFound()
            : NotFound();

    private static Problem NotFound() => Problem.NotFound("Aucune campagne accessible pour ce territoire et cette année.");
}
