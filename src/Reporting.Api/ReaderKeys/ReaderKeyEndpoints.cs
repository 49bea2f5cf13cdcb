using Microsoft.AspNetCore.Http.HttpResults;
using Reporting.Api.Access;
using Reporting.Api.Idempotency;
using Reporting.Api.Instants;
using Reporting.Api.Json;
using Reporting.Api.OpenApi;
using Reporting.Api.Problems;
using Reporting.Store.Access;
using Reporting.Store.Journal;
using Reporting.Store.Registry;

namespace Reporting.Api.ReaderKeys;

/// <summary>Power BI reads by a key where no identity provider signs it in.</summary>
internal static class ReaderKeyEndpoints
{
    public static void MapReaderKeys(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/v1/cles-de-lecture").RequireAuthorization(Policies.ManageAccess)
            .WithTags("Accès").ProducesSignInProblems();
        group.MapPost("", CreateAsync)
            .WithName("CreerCleDeLecture").WithSummary("Crée une clé qui lit les agrégats et le flux OData, au rôle lecteur et à rien d'autre.")
            .WithDescription("À donner comme mot de passe (authentification de base, HTTPS), ou sur le flux par le paramètre « cle ». Limitée à des territoires, elle n'ouvre que leurs tableaux de bord et, du flux, que leurs lignes.")
            .Accepts<ReaderKeyBody>("application/json")
            .Produces<ReaderKeyAnswer>(201).ProducesProblems(400, 413, 415, 422, 501);
        group.MapGet("", ListAsync)
            .WithName("ListerClesDeLecture").WithSummary("Les clés de lecture, révoquées et expirées comprises, sans leur secret.");
        group.MapDelete("/{id:guid}", RevokeAsync)
            .WithName("RevoquerCleDeLecture").WithSummary("Révoque une clé : elle n'ouvre plus rien.")
            .Produces(204).ProducesProblems(404);
    }

    private static async Task<IResult> CreateAsync(
        HttpContext http, ReaderKeyStore store, ReaderKeySecrets secrets, TerritoryStore territories, TimeProvider time,
        CancellationToken cancel)
    {
        if (secrets.CurrentPepper is not { } pepper)
        {
            return new Problem(ProblemType.NotConfigured, "Les clés de lecture ne sont pas configurées sur ce service.");
        }

        var body = await PostedBody.ReadAsync<ReaderKeyBody>(http.Request, cancel);
        if (body.Value is not { } posted)
        {
            return body.Problem!;
        }

        var now = time.GetUtcNow().ToMilliseconds();
        if (await ReaderKeyReading.FindingsAsync(posted, now, territories, cancel) is { Count: > 0 } findings)
        {
            return Problem.Refused(findings);
        }

        var act = http.Act(JournalActions.CreateReaderKey);
        var text = ReaderKeyText.Create(Guid.CreateVersion7(now));
        var added = new ReaderKey
        {
            Id = text.Id, SecretHash = secrets.Hash(text, pepper)!, PepperName = pepper, Label = posted.Label,
            Territories = [.. (posted.Territories ?? []).Distinct().Order(StringComparer.Ordinal)], CreatedAt = now,
            CreatedBy = act.Author.Name, ExpiresAt = ReaderKeyReading.ExpiryOf(posted, now).ToMilliseconds(),
        };
        var answer = http.Answering(WrittenAnswer.Json(
            ReaderKeyAnswer.From(added) with { Key = text.ToString() }, StatusCodes.Status201Created));
        http.Response.Headers.CacheControl = "no-store";
        await store.AddAsync(added, act, cancel);
        return answer;
    }

    private static async Task<Ok<IEnumerable<ReaderKeyAnswer>>> ListAsync(ReaderKeyStore store, CancellationToken cancel) =>
        TypedResults.Ok((await store.AllAsync(cancel)).Select(ReaderKeyAnswer.From));

    private static async Task<IResult> RevokeAsync(
        Guid id, HttpContext http, ReaderKeyStore store, TimeProvider time, CancellationToken cancel)
    {
        if (await store.FindAsync(id, cancel) is null)
        {
            return Problem.NotFound("Aucune clé de lecture n'a cet identifiant.");
        }

        var answer = http.Answering(WrittenAnswer.Empty(StatusCodes.Status204NoContent));
        await store.RevokeAsync(id, time.GetUtcNow(), http.Act(JournalActions.RevokeReaderKey), cancel);
        return answer;
    }
}
