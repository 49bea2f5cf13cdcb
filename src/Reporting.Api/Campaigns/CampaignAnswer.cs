using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Reporting.Domain.Campaigns;

namespace Reporting.Api.Campaigns;

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

[Description("Les dates d'une campagne.")]
internal sealed record CampaignBody
{
    [JsonPropertyName("ouverture"), Description("Premier instant ; à venir.")]
    public required DateTimeOffset OpensAt { get; init; }

    [JsonPropertyName("fermeture"), Description("Premier instant après la campagne.")]
    public required DateTimeOffset ClosesAt { get; init; }

    [JsonPropertyName("motif"), StringLength(1000, MinimumLength = 1), Description("Pourquoi les dates changent.")]
    public required string Reason { get; init; }
}
