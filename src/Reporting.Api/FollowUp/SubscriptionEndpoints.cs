using System.ComponentModel;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Reporting.Api.Access;
using Reporting.Api.Hosting;
using Reporting.Api.Idempotency;
using Reporting.Api.Json;
using Reporting.Api.OpenApi;
using Reporting.Api.Problems;
using Reporting.Api.Territories;
using Reporting.Store.FollowUp;
using Reporting.Store.Journal;
using Reporting.Store.Registry;

namespace Reporting.Api.FollowUp;

/// <summary>
/// Calendar and feed readers cannot sign in: a territory makes them addresses that stand for a read of its dates and
/// states, and of nothing else, and revokes them.
/// </summary>
internal static class SubscriptionEndpoints
{
    private const string Followed = "/v1/abonnements";

    public static void MapSubscriptions(this IEndpointRouteBuilder app)
    {
        var managed = app.MapGroup("/v1/territoires/{siren}/abonnements").RequireAuthorization(Policies.ManageIntegrations)
            .WithTags("Suivi").ProducesSignInProblems().AsksOfTerritory(Caller.Manages);
        managed.MapPost("", CreateAsync)
            .WithName("CreerAbonnement").WithSummary("Crée deux adresses, calendrier et rappels, que suit un logiciel qui ne peut pas s'authentifier.")
            .WithDescription("Les adresses couvrent toutes les campagnes du territoire, ne montrent que ses dates et l'état de ses remontées, et se révoquent.")
            .Accepts<SubscriptionBody>(isOptional: true, "application/json")
            .Produces<SubscriptionAnswer>(201).ProducesProblems(400, 404, 413, 415);
        managed.MapGet("", ListAsync)
            .WithName("ListerAbonnements").WithSummary("Les abonnements d'un territoire, sans leurs adresses.").ProducesProblems(404);
        managed.MapDelete("/{id:guid}", RevokeAsync)
            .WithName("RevoquerAbonnement").WithSummary("Révoque un abonnement : ses adresses n'ouvrent plus rien.")
            .Produces(204).ProducesProblems(404);

        var followed = app.MapGroup(Followed).AllowAnonymous().WithTags("Suivi").ProducesProblems(404, 503);
        followed.MapGet("/calendrier.ics", CalendarAsync)
            .WithName("SuivreCalendrier").WithSummary("Le calendrier d'un abonnement, toutes campagnes.")
            .Produces<string>(200, "text/calendar");
        followed.MapGet("/rappels.atom", RemindersAsync)
            .WithName("SuivreRappels").WithSummary("Les rappels d'un abonnement, toutes campagnes.")
            .Produces<string>(200, "application/atom+xml");
    }

    private static async Task<IResult> CreateAsync(
        string siren, ClaimsPrincipal user, HttpContext http, VisibleTerritories territories, SubscriptionStore store,
        PublicAddress address, TimeProvider time, CancellationToken cancel)
    {
        if (await territories.ManagedAsync(siren, user, cancel) is null)
        {
            return NotFound();
        }

        var body = await PostedBody.ReadOptionalAsync(http.Request, new SubscriptionBody(), cancel);
        if (body.Value is not { } posted)
        {
            return body.Problem!;
        }

        var act = http.Act(JournalActions.CreateSubscription, territory: siren);
        var key = SubscriptionKey.Create();
        var added = new Subscription
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()), Territory = siren, Label = posted.Label, CreatedAt = time.GetUtcNow(),
            CreatedBy = act.Author.Name,
        };
        var answer = http.Answering(WrittenAnswer.Json(
            SubscriptionAnswer.From(added) with
            {
                Calendar = address.Of(http.Request, $"{Followed}/calendrier.ics?cle={key}"),
                Reminders = address.Of(http.Request, $"{Followed}/rappels.atom?cle={key}"),
            },
            StatusCodes.Status201Created));
        await store.AddAsync(added, SubscriptionKey.Hash(key), act, cancel);
        return answer;
    }

    private static async Task<Results<Ok<IEnumerable<SubscriptionAnswer>>, Problem>> ListAsync(
        string siren, ClaimsPrincipal user, VisibleTerritories territories, SubscriptionStore store, CancellationToken cancel) =>
        await territories.ManagedAsync(siren, user, cancel) is null
            ? NotFound()
            : TypedResults.Ok((await store.OfTerritoryAsync(siren, cancel)).Select(SubscriptionAnswer.From));

    private static async Task<IResult> RevokeAsync(
        string siren, Guid id, ClaimsPrincipal user, HttpContext http, VisibleTerritories territories, SubscriptionStore store,
        TimeProvider time, CancellationToken cancel)
    {
        if (await territories.ManagedAsync(siren, user, cancel) is null
            || (await store.OfTerritoryAsync(siren, cancel)).All(subscription => subscription.Id != id))
        {
            return NotFound();
        }

        var answer = http.Answering(WrittenAnswer.Empty(StatusCodes.Status204NoContent));
        await store.RevokeAsync(
            id, time.GetUtcNow(), http.Act(JournalActions.RevokeSubscription, territory: siren), cancel);
        return answer;
    }

    private static async Task<IResult> CalendarAsync(
        [FromQuery(Name = "cle"), Description("La clé de l'abonnement.")] string? key, HttpResponse response,
        SubscriptionStore store, TerritoryStore territories, TerritoryFollowUp followUp, CancellationToken cancel)
    {
        KeepPrivate(response);
        return await OpenedAsync(key, store, cancel) is { } siren && await territories.FindAsync(siren, at: null, cancel) is { } territory
            ? await followUp.CalendarAsync(territory, null, cancel) ?? NotFound()
            : NotFound();
    }

    private static async Task<IResult> RemindersAsync(
        [FromQuery(Name = "cle"), Description("La clé de l'abonnement.")] string? key, HttpResponse response,
        SubscriptionStore store, TerritoryStore territories, TerritoryFollowUp followUp, CancellationToken cancel)
    {
        KeepPrivate(response);
        return await OpenedAsync(key, store, cancel) is { } siren && await territories.FindAsync(siren, at: null, cancel) is { } territory
            ? await followUp.RemindersAsync(territory, null, cancel) ?? NotFound()
            : NotFound();
    }

    private static async Task<string?> OpenedAsync(string? key, SubscriptionStore store, CancellationToken cancel) =>
        key is null ? null : await store.FindTerritoryAsync(SubscriptionKey.Hash(key), cancel);

    private static void KeepPrivate(HttpResponse response)
    {
        response.Headers.CacheControl = "private, no-cache";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }

    private static Problem NotFound() => Problem.NotFound("Aucun abonnement accessible à cette adresse.");
}
