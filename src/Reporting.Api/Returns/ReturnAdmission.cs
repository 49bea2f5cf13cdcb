using System.Security.Claims;
using Reporting.Api.Campaigns;
using Reporting.Api.Concurrency;
using Reporting.Api.Json;
using Reporting.Api.Problems;
using Reporting.Api.Territories;

namespace Reporting.Api.Returns;

/// <summary>A write to a return that may go on, or why it may not.</summary>
internal sealed record Admitted<T>(T? Body, Precondition? Precondition, Problem? Refusal)
    where T : class;

/// <summary>What every write to a return passes: scope, precondition, calendar, shape.</summary>
internal sealed class ReturnAdmission(VisibleTerritories territories, CampaignGate gate)
{
    // An empty request may stand for a body: then whenEmpty is that body.
    public async Task<Admitted<T>> AdmitAsync<T>(
        int year, string siren, ClaimsPrincipal user, HttpContext http, T? whenEmpty, CancellationToken cancel)
        where T : class
    {
        if (await territories.PostedAsync(siren, user, cancel) is null)
        {
            return new(null, null, NotFound());
        }

        if (Precondition.Read(http.Request) is not { } precondition)
        {
            return new(null, null, Precondition.Unreadable);
        }

        if (await gate.RefusalAsync(year, siren, cancel) is { } closed)
        {
            return new(null, null, closed);
        }

        var body = whenEmpty is null
            ? await PostedBody.ReadAsync<T>(http.Request, cancel)
            : await PostedBody.ReadOptionalAsync(http.Request, whenEmpty, cancel);
        if (body.Problem is { } problem)
        {
            return new(null, null, problem);
        }

        // A body can take long to come: what counts is when it is there.
        return await gate.RefusalAsync(year, siren, cancel) is { } closedSince
            ? new(null, null, closedSince)
            : new(body.Value, precondition, null);
    }

    public static Problem NotFound() => Problem.NotFound("Aucune remontée accessible pour ce territoire et cette année.");
}
