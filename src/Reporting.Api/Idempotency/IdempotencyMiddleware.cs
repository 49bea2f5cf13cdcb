using System.Data.Common;
using Reporting.Store.Idempotency;

namespace Reporting.Api.Idempotency;

/// <summary>
/// Lets a write that carries a key take place once. Whatever it wrote and what it was answered became durable together,
/// so a repetition finds the answer, whichever instance it reaches and wherever the first was cut short. Refusals wrote
/// nothing and are not kept: what was closed may be open by then. To whoever may not do the same any more nothing is told
/// of what is kept: the endpoint refuses it.
/// </summary>
internal sealed class IdempotencyMiddleware(
    RequestDelegate next, KeptAnswerStore store, AnswerSeals seals, AnswerScope scope, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var header = http.Request.Headers[IdempotencyKey.Header];
        if (header.Count == 0 || http.GetEndpoint() is not { } endpoint
            || !IdempotentRoutes.Writes(http.Request.Method, endpoint.Metadata))
        {
            await next(http);
            return;
        }

        if (IdempotencyKey.Read(header) is not { } key)
        {
            await KeyProblems.Unreadable.ExecuteAsync(http);
            return;
        }

        var request = await KeyedRequest.ReadAsync(http, key, seals, time);
        var answer = await FindAsync(http, request) is { } kept
            ? request.Replay(kept)
            : await RunAsync(http, request);
        await answer.ExecuteAsync(http);
    }

    private async Task<KeptAnswer?> FindAsync(HttpContext http, KeyedRequest request) =>
        await request.FindAsync(store, http.RequestAborted) is { } kept && await scope.HoldsAsync(http) ? kept : null;

    private async Task<IResult> RunAsync(HttpContext http, KeyedRequest request)
    {
        var response = new BufferedResponse(http);
        var isTaken = false;
        try
        {
            await next(http);
        }
        catch (DbException error) when (KeptAnswerStore.IsTaken(error))
        {
            // Another request with this key took place meanwhile, and all of this one was rolled back.
            isTaken = true;
        }
        finally
        {
            response.Restore();
        }

        var isDone = !isTaken && http.Response.StatusCode is >= 200 and < 300;
        var kept = await FindAsync(http, request);
        if (isDone && kept is null)
        {
            // There was nothing to write: what is kept then is the answer alone.
            if (await store.KeepAsync(request.Kept(response.Written()), http.RequestAborted))
            {
                return response;
            }

            kept = await FindAsync(http, request);
        }

        if (kept is null)
        {
            return isTaken ? KeyProblems.InUse : response;
        }

        if (isDone && request.Holds(kept, response.Written()))
        {
            return response;
        }

        response.Discard();
        return request.Replay(kept);
    }
}
