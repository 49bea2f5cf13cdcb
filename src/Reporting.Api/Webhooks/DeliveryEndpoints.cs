using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Reporting.Api.Access;
using Reporting.Api.Idempotency;
using Reporting.Api.Json;
using Reporting.Api.OpenApi;
using Reporting.Api.Problems;
using Reporting.Store.Journal;
using Reporting.Store.Webhooks;

namespace Reporting.Api.Webhooks;

internal static class DeliveryEndpoints
{
    public static void MapDeliveries(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/v1/territoires/{siren}/webhooks/{id:guid}").RequireAuthorization(Policies.ManageIntegrations)
            .WithTags("Webhooks").ProducesSignInProblems().AsksOfTerritory(Caller.Manages);
        group.MapPost("/essai", TryAsync)
            .WithName("EssayerWebhook").WithSummary("Met en file un événement d'essai pour ce webhook.")
            .Produces<DeliveryAnswer>(202).ProducesProblems(404, 409);
        group.MapGet("/livraisons", ListAsync)
            .WithName("ListerLivraisons").WithSummary("Ce que le webhook a reçu, attend ou n'a jamais pris, le plus récent d'abord.")
            .ProducesProblems(404);
        group.MapPost("/livraisons/{evenement}/relance", RedeliverAsync)
            .WithName("RelancerLivraison").WithSummary("Livre de nouveau un événement, même abandonné ou déjà livré.")
            .Produces<DeliveryAnswer>(202).ProducesProblems(404, 409);
    }

    private static async Task<IResult> TryAsync(
        string siren, Guid id, ClaimsPrincipal user, HttpContext http, VisibleWebhooks webhooks, DeliveryStore store,
        TimeProvider time, CancellationToken cancel)
    {
        if (await webhooks.FindAsync(siren, id, user, cancel) is not { } webhook)
        {
            return WebhookEndpoints.NotFound();
        }

        if (webhook.RevokedAt is not null)
        {
            return Revoked();
        }

        var queued = Delivery.Queued(webhook, new(WebhookEvents.Trial, siren, time.GetUtcNow()));
        var answer = http.Answering(Accepted(queued));
        await store.TryAsync(queued, http.Act(JournalActions.TryWebhook, territory: siren), cancel);
        return answer;
    }

    private static async Task<Results<Ok<IEnumerable<DeliveryAnswer>>, Problem>> ListAsync(
        string siren, Guid id, ClaimsPrincipal user, VisibleWebhooks webhooks, DeliveryStore store, CancellationToken cancel) =>
        await webhooks.FindAsync(siren, id, user, cancel) is null
            ? WebhookEndpoints.NotFound()
            : TypedResults.Ok((await store.OfWebhookAsync(id, cancel)).Select(DeliveryAnswer.From));

    private static async Task<IResult> RedeliverAsync(
        string siren, Guid id, string evenement, ClaimsPrincipal user, HttpContext http, VisibleWebhooks webhooks,
        DeliveryStore store, TimeProvider time, CancellationToken cancel)
    {
        if (await webhooks.FindAsync(siren, id, user, cancel) is not { } webhook
            || (await store.OfWebhookAsync(id, cancel)).FirstOrDefault(one => WebhookPayload.EventId(one.Message) == evenement) is not { } delivery)
        {
            return WebhookEndpoints.NotFound();
        }

        if (webhook.RevokedAt is not null)
        {
            return Revoked();
        }

        var now = time.GetUtcNow();
        var requeued = delivery with
        {
            Number = delivery.Number + 1,
            Step = DeliveryStep.Requeued,
            Attempt = 0,
            SteppedAt = now,
            DueAt = now,
        };
        var answer = http.Answering(Accepted(requeued));
        return delivery.Step is not DeliveryStep.Claimed
            && await store.StepAsync(requeued, http.Act(JournalActions.RedeliverWebhook, territory: siren), cancel)
                ? answer
                : new Problem(ProblemType.Conflict, "Cet événement est en cours de livraison : réessayez dans un instant.");
    }

    private static WrittenAnswer Accepted(Delivery queued) =>
        WrittenAnswer.Json(DeliveryAnswer.From(queued), StatusCodes.Status202Accepted);

    private static Problem Revoked() => new(ProblemType.Conflict, "Ce webhook est révoqué : créez-en un autre.");
}
