using System.Security.Claims;
using Reporting.Api.Access;
using Reporting.Api.Territories;
using Reporting.Domain.Territories;

namespace Reporting.Api.Idempotency;

/// <summary>What a write asks a caller to be to the territory that its route names, where to see it is not enough.</summary>
internal sealed record TerritoryRight(Func<ClaimsPrincipal, Territory, bool> May);

/// <summary>Tells whether an answer that is kept may be told of: what was granted when it was given may be withdrawn by now.</summary>
internal sealed class AnswerScope(VisibleTerritories territories)
{
    public async Task<bool> HoldsAsync(HttpContext http) =>
        http.GetRouteValue("siren") is not string siren
        || await territories.FindAsync(
            siren, http.User, http.GetEndpoint()?.Metadata.GetMetadata<TerritoryRight>()?.May ?? Caller.Sees, http.RequestAborted) is not null;
}
