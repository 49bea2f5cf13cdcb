using System.Security.Claims;
using Reporting.Api.Campaigns;
using Reporting.Api.Concurrency;
using Reporting.Api.Json;
using Reporting.Api.Problems;
using Reporting.Api.Territories;
using Reporting.Domain.Campaigns;

namespace Reporting.Api.Returns;

/// <summary>A write to a return that may go on, or why it may not.</summary>
internal sealed record Admitted<T>(T? Body, Precondition? Precondition, ReturnSituation? Situation, Problem? Refusal)
    where T : class
{
    public Admitted(Problem refusal)
        : this(null, null, null, refusal)
    {
    }
}

/// <summary>What every write of an owner passes: scope, precondition, locks, shape.</summary>
internal sealed class ReturnAdmission(VisibleTerritories territories, ReturnGate gate, TimeProvider time)
{
    // An empty request may stand for a body: then whenEmpty is that body.
    public async Task<Admitted<T>> AdmitAsync<T>(
        ReturnAction action, int year, string siren, ClaimsPrincipal user, HttpContext http, T? whenEmpty,
        CancellationToken cancel)
        where T : class
    {
        if (await territories.PostedAsync(siren, user, cancel) is not { } territory)
        {
            return new(NotFound());
        }

        if (Precondition.Read(http.Request) is not { } precondition)
        {
            return new(Precondition.Unreadable);
        }

        if (await gate.SituationAsync(year, territory, cancel) is not { } situation)
        {
            return new(Problem.NotFound("Il n'y a pas de campagne pour cette année."));
        }

        if (ReturnGate.Refusing(action, situation, time.GetUtcNow()) is { Count: > 0 } locks)
        {
            return new(Problem.Locked(locks));
        }

        var body = whenEmpty is null
            ? await PostedBody.ReadAsync<T>(http.Request, cancel)
            : await PostedBody.ReadOptionalAsync(http.Request, whenEmpty, cancel);
        if (body.Problem is { } problem)
        {
            return new(problem);
        }

        // A body can take long to come: what counts is when it is there.
        var opening = Opening.For(action, situation, time.GetUtcNow());
        return opening.Until is null ? new(Problem.Locked(opening.Locks)) : new(body.Value, precondition, situation, null);
    }

    public static Problem NotFound() => Problem.NotFound("Aucune remontée accessible pour ce territoire et cette année.");
}
