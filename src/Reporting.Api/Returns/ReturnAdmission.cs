using System.Security.Claims;
using Microsoft.Net.Http.Headers;
using Reporting.Api.Campaigns;
using Reporting.Api.Problems;
using Reporting.Api.Territories;

namespace Reporting.Api.Returns;

/// <summary>What every write to a return passes before its body is read: scope, precondition, calendar.</summary>
internal sealed class ReturnAdmission(VisibleTerritories territories, CampaignGate gate)
{
    /// <summary>The writer's precondition, or else why it may not write.</summary>
    public async Task<(Precondition? Precondition, Problem? Refusal)> AdmitAsync(
        int year, string siren, ClaimsPrincipal user, HttpRequest request, CancellationToken cancel)
    {
        if (await territories.SeenAsync(siren, user, cancel) is null)
        {
            return (null, NotFound());
        }

        if (Precondition.Read(request) is not { } precondition)
        {
            return (null, new(
                ProblemType.InvalidRequest, $"« {HeaderNames.IfMatch} » ou « {HeaderNames.IfNoneMatch} » est illisible."));
        }

        return await gate.RefusalAsync(year, siren, cancel) is { } refusal ? (null, refusal) : (precondition, null);
    }

    public static Problem NotFound() => Problem.NotFound("Aucune remontée accessible pour ce territoire et cette année.");
}
