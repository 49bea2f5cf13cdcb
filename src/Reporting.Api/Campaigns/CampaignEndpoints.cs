using System.ComponentModel;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Reporting.Api.Access;
using Reporting.Api.OpenApi;
using Reporting.Api.Problems;
using Reporting.Domain.Campaigns;
using Reporting.Store.Campaigns;

namespace Reporting.Api.Campaigns;

internal static class CampaignEndpoints
{
    public static void MapCampaigns(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/v1/campagnes").RequireAuthorization(Policies.AnyRole).WithTags("Campagnes").ProducesSignInProblems();
        group.MapGet("", AllAsync).WithName("ListerCampagnes").WithSummary("Les campagnes et leur calendrier.");
        group.MapGet("/{annee:int}", FindAsync).WithName("LireCampagne").WithSummary("Une campagne.").ProducesProblems(404);
    }

    private static async Task<Ok<IEnumerable<CampaignAnswer>>> AllAsync(
        CampaignStore store, TimeProvider time, CancellationToken cancel) =>
        TypedResults.Ok((await store.AllAsync(cancel)).Select(campaign => CampaignAnswer.From(campaign, time.GetUtcNow())));

    private static async Task<Results<Ok<CampaignAnswer>, Problem>> FindAsync(
        int annee, CampaignStore store, TimeProvider time, CancellationToken cancel) =>
        await store.FindAsync(annee, cancel) is { } campaign
            ? TypedResults.Ok(CampaignAnswer.From(campaign, time.GetUtcNow()))
            : Problem.NotFound("Il n'y a pas de campagne pour cette année.");
}

[Description("Une campagne de remontée.")]
internal sealed record CampaignAnswer(
    [property: JsonPropertyName("annee"), Description("L'année que les chiffres décrivent.")] int Year,
    [property: JsonPropertyName("etat"), Description("a-venir, ouverte ou close.")] string State,
    [property: JsonPropertyName("ouverture"), Description("Premier instant.")] DateTimeOffset OpensAt,
    [property: JsonPropertyName("fermeture"), Description("Premier instant après la campagne.")] DateTimeOffset ClosesAt)
{
    public static CampaignAnswer From(Campaign campaign, DateTimeOffset now) =>
        new(campaign.Year, StateCode(campaign.StateAt(now)), campaign.OpensAt, campaign.ClosesAt);

    public static string StateCode(CampaignState state) => state switch
    {
        CampaignState.Upcoming => "a-venir",
        CampaignState.Open => "ouverte",
        CampaignState.Closed => "close",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
