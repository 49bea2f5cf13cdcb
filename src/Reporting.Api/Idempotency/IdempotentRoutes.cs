using System.Security.Claims;
using Reporting.Api.Json;
using Reporting.Domain.Territories;

namespace Reporting.Api.Idempotency;

/// <summary>Marks a POST that stores nothing, which may be repeated as it is.</summary>
internal sealed class StoresNothing;

internal static class IdempotentRoutes
{
    /// <summary>Says that a POST stores nothing: a key has nothing to protect there.</summary>
    public static TBuilder StoresNothing<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new StoresNothing());

    /// <summary>Says what writes ask a caller to be to the territory of the route: an answer is given again to nobody else.</summary>
    public static TBuilder AsksOfTerritory<TBuilder>(this TBuilder route, Func<ClaimsPrincipal, Territory, bool> may)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new TerritoryRight(may));

    /// <summary>Whether a request by this method to an endpoint of this metadata may change what is stored.</summary>
    public static bool Writes(string method, IEnumerable<object> metadata) =>
        !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method)
        && !metadata.OfType<StoresNothing>().Any();

    /// <summary>
    /// Makes ready, before a write is tried, what is answered if it takes place: for a request that carries a key it is
    /// kept in the transaction of the write.
    /// </summary>
    public static WrittenAnswer Answering(this HttpContext http, WrittenAnswer answer)
    {
        http.Features.Get<KeyedRequest>()?.Answering(answer);
        return answer;
    }
}
