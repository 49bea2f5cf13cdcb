using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Reporting.Api.Access;
using Reporting.Api.Idempotency;
using Reporting.Api.Json;
using Reporting.Api.OpenApi;
using Reporting.Api.Problems;
using Reporting.Api.Territories;
using Reporting.Store.Journal;
using Reporting.Store.Webhooks;

namespace Reporting.Api.Webhooks;

internal static class WebhookEndpoints
{
    public const int Most = 10;

    public static void MapWebhooks(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/v1/territoires/{siren}/webhooks").RequireAuthorization(Policies.ManageIntegrations)
            .WithTags("Webhooks").ProducesSignInProblems().AsksOfTerritory(Caller.Manages);
        group.MapPost("", CreateAsync)
            .WithName("CreerWebhook").WithSummary("Crée un webhook : le système du territoire est prévenu de ce qui arrive à ses remontées.")
            .WithDescription("Chaque événement est posté en JSON, signé selon Standard Webhooks (webhook-id, webhook-timestamp, webhook-signature), au moins une fois, dans l'ordre pour une même remontée, avec de nouveaux essais pendant un jour environ. Répondez 2xx en moins de dix secondes ; 410 arrête les essais.")
            .Accepts<WebhookBody>("application/json")
            .Produces<WebhookAnswer>(201).ProducesProblems(400, 404, 409, 413, 415, 501);
        group.MapGet("", ListAsync)
            .WithName("ListerWebhooks").WithSummary("Les webhooks d'un territoire, sans leurs secrets.").ProducesProblems(404);
        group.MapDelete("/{id:guid}", RevokeAsync)
            .WithName("RevoquerWebhook").WithSummary("Révoque un webhook : il ne reçoit plus rien.")
            .Produces(204).ProducesProblems(404);
    }

    private static async Task<IResult> CreateAsync(
        string siren, ClaimsPrincipal user, HttpContext http, VisibleTerritories territories, WebhookStore store,
        WebhookSecrets secrets, IHostEnvironment environment, TimeProvider time, CancellationToken cancel)
    {
        if (await territories.ManagedAsync(siren, user, cancel) is null)
        {
            return NotFound();
        }

        if (secrets.CurrentKey is not { } key)
        {
            return new Problem(ProblemType.NotConfigured, "Les webhooks ne sont pas configurés sur ce service.");
        }

        var body = await PostedBody.ReadAsync<WebhookBody>(http.Request, cancel);
        if (body.Value is not { } posted)
        {
            return body.Problem!;
        }

        if (WebhookUrl.Refusal(posted.Url, environment.IsDevelopment()) is { } refusal)
        {
            return new Problem(ProblemType.InvalidRequest, refusal);
        }

        if ((await store.OfTerritoryAsync(siren, cancel)).Count(webhook => webhook.RevokedAt is null) >= Most)
        {
            return new Problem(ProblemType.LimitReached, $"Un territoire a {Most} webhooks au plus : révoquez-en un.");
        }

        var act = http.Act(JournalActions.CreateWebhook, territory: siren);
        var added = new Webhook
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()), Territory = siren, Url = posted.Url, KeyName = key, Label = posted.Label,
            CreatedAt = time.GetUtcNow(), CreatedBy = act.Author.Name,
        };
        var answer = http.Answering(WrittenAnswer.Json(
            WebhookAnswer.From(added) with { Secret = secrets.Text(added.Id, key) }, StatusCodes.Status201Created));
        await store.AddAsync(added, act, cancel);
        return answer;
    }

    private static async Task<Results<Ok<IEnumerable<WebhookAnswer>>, Problem>> ListAsync(
        string siren, ClaimsPrincipal user, VisibleTerritories territories, WebhookStore store, CancellationToken cancel) =>
        await territories.ManagedAsync(siren, user, cancel) is null
            ? NotFound()
            : TypedResults.Ok((await store.OfTerritoryAsync(siren, cancel)).Select(WebhookAnswer.From));

    private static async Task<IResult> RevokeAsync(
        string siren, Guid id, ClaimsPrincipal user, HttpContext http, VisibleWebhooks webhooks, WebhookStore store,
        TimeProvider time, CancellationToken cancel)
    {
        if (await webhooks.FindAsync(siren, id, user, cancel) is null)
        {
            return NotFound();
        }

        var answer = http.Answering(WrittenAnswer.Empty(StatusCodes.Status204NoContent));
        await store.RevokeAsync(id, time.GetUtcNow(), http.Act(JournalActions.RevokeWebhook, territory: siren), cancel);
        return answer;
    }

    public static Problem NotFound() => Problem.NotFound("Aucun webhook accessible à cette adresse.");
}
