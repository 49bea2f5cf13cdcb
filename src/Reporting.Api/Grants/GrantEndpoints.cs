using Microsoft.AspNetCore.Http.HttpResults;
using Reporting.Api.Access;
using Reporting.Api.Idempotency;
using Reporting.Api.Instants;
using Reporting.Api.Json;
using Reporting.Api.OpenApi;
using Reporting.Api.Problems;
using Reporting.Store.Access;
using Reporting.Store.Journal;

namespace Reporting.Api.Grants;

/// <summary>For whom the systems of métropoles and the commissaires act: a token tells their role alone.</summary>
internal static class GrantEndpoints
{
    public static void MapGrants(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/v1/habilitations").RequireAuthorization(Policies.ManageAccess)
            .WithTags("Accès").ProducesSignInProblems();
        group.MapPost("", GrantAsync)
            .WithName("AccorderHabilitation").WithSummary("Habilite une application ou une personne à agir pour un territoire, ou à relire une région.")
            .WithDescription("Le jeton dit le rôle, l'habilitation dit pour qui. Elle vaut dès l'appel suivant, et se retire de même.")
            .Accepts<GrantBody>("application/json")
            .Produces<GrantAnswer>(201).ProducesProblems(400, 413, 415, 422);
        group.MapGet("", ListAsync)
            .WithName("ListerHabilitations").WithSummary("Les habilitations, retirées comprises.");
        group.MapDelete("/{id:guid}", WithdrawAsync)
            .WithName("RetirerHabilitation").WithSummary("Retire une habilitation : elle ne vaut plus rien dès l'appel suivant.")
            .Produces(204).ProducesProblems(404);
    }

    private static async Task<IResult> GrantAsync(
        HttpContext http, AccessGrantStore store, GrantReading reading, TimeProvider time, CancellationToken cancel)
    {
        var body = await PostedBody.ReadAsync<GrantBody>(http.Request, cancel);
        if (body.Value is not { } posted)
        {
            return body.Problem!;
        }

        if (await reading.FindingsAsync(posted, cancel) is { Count: > 0 } findings)
        {
            return Problem.Refused(findings);
        }

        var act = http.Act(JournalActions.GrantAccess, territory: posted.Territory);
        var now = time.GetUtcNow().ToMilliseconds();
        var issuer = GrantReading.IssuerOf(posted);
        var granted = new AccessGrant
        {
            Id = Guid.CreateVersion7(now), Issuer = issuer, Subject = StoredScope.SubjectOf(issuer, posted.Subject),
            Territory = posted.Territory, Region = posted.Region, Label = posted.Label, CreatedAt = now,
            CreatedBy = act.Author.Name,
        };
        var answer = http.Answering(WrittenAnswer.Json(GrantAnswer.From(granted), StatusCodes.Status201Created));
        await store.AddAsync(granted, act, cancel);
        return answer;
    }

    private static async Task<Ok<IEnumerable<GrantAnswer>>> ListAsync(AccessGrantStore store, CancellationToken cancel) =>
        TypedResults.Ok((await store.AllAsync(cancel)).Select(GrantAnswer.From));

    private static async Task<IResult> WithdrawAsync(
        Guid id, HttpContext http, AccessGrantStore store, TimeProvider time, CancellationToken cancel)
    {
        if ((await store.AllAsync(cancel)).FirstOrDefault(grant => grant.Id == id) is not { } granted)
        {
            return Problem.NotFound("Aucune habilitation n'a cet identifiant.");
        }

        var answer = http.Answering(WrittenAnswer.Empty(StatusCodes.Status204NoContent));
        await store.RevokeAsync(
            id, time.GetUtcNow(), http.Act(JournalActions.WithdrawAccess, territory: granted.Territory), cancel);
        return answer;
    }
}
