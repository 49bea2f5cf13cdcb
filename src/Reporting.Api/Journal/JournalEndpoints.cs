using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Reporting.Api.Access;
using Reporting.Api.OpenApi;
using Reporting.Api.Problems;
using Reporting.Api.Territories;
using Reporting.Store.Journal;

namespace Reporting.Api.Journal;

internal static class JournalEndpoints
{
    private const int UsualLimit = 100;
    private const int HighestLimit = 1000;

    public static void MapJournal(this IEndpointRouteBuilder app) =>
        app.MapGroup("/v1/journal").WithTags("Journal").ProducesSignInProblems()
            .MapGet("", ReadAsync)
            .RequireAuthorization(Policies.ReadJournal)
            .WithName("LireJournal")
            .WithSummary("Qui a écrit ou lu quoi, et quand : les entrées les plus récentes d'abord.")
            .WithDescription("Toutes les entrées pour la DGCS ; celles de son territoire pour une métropole, qui doit le nommer. « suivant » mène aux entrées plus anciennes.")
            .ProducesProblems(400, 404);

    private static async Task<Results<Ok<JournalAnswer>, Problem>> ReadAsync(
        [AsParameters] JournalQuery query, ClaimsPrincipal user, HttpContext http, VisibleTerritories territories,
        JournalStore journal, CancellationToken cancel)
    {
        if (http.Request.Query.Keys.FirstOrDefault(name => !JournalQuery.Names.Contains(name)) is { } unknown)
        {
            return new Problem(
                ProblemType.InvalidRequest,
                $"« {unknown} » n'est pas un paramètre connu : {string.Join(", ", JournalQuery.Names)} le sont.");
        }

        var limit = query.Limit ?? UsualLimit;
        if (limit is < 1 or > HighestLimit)
        {
            return new Problem(ProblemType.InvalidRequest, $"« limite » va de 1 à {HighestLimit}.");
        }

        if (query.Territory is null && !user.IsInRole(Roles.Dgcs))
        {
            return new Problem(ProblemType.InvalidRequest, "Nommez votre territoire : « territoire=SIREN ».");
        }

        if (query.Territory is { } siren && await territories.ManagedAsync(siren, user, cancel) is null)
        {
            return Problem.NotFound("Aucun journal accessible pour ce territoire.");
        }

        var entries = await journal.NewestAsync(query.ToFilter(), limit + 1, cancel);
        await journal.RecordReadAsync(http.Act(JournalActions.ReadJournal, query.Year, query.Territory), cancel);
        return TypedResults.Ok(new JournalAnswer(
            [.. entries.Take(limit).Select(entry => JournalEntryAnswer.From(entry, user))],
            entries.Count > limit ? Older(http.Request, entries[limit - 1].Sequence) : null));
    }

    private static string Older(HttpRequest request, long before)
    {
        var parameters = request.Query.Where(pair => pair.Key != JournalQuery.BeforeName)
            .Append(new(JournalQuery.BeforeName, before.ToString(CultureInfo.InvariantCulture)));
        return QueryHelpers.AddQueryString((request.PathBase + request.Path).ToUriComponent(), parameters);
    }
}
