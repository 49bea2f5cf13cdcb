using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Reporting.Api.Reviews;

[Description("Une validation ; le corps peut être omis quand une seule version a été déposée.")]
internal sealed record ValidationBody
{
    [JsonPropertyName("version"), Description("La version relue ; à nommer dès que plusieurs ont été déposées, à moins de donner « If-Match ».")]
    public int? Version { get; init; }

    [JsonPropertyName("commentaire"), StringLength(4000, MinimumLength = 1), Description("Commentaire.")]
    public string? Comment { get; init; }
}

[Description("Un renvoi.")]
internal sealed record SendBackBody
{
    [JsonPropertyName("version"), Description("La version relue ; à nommer dès que plusieurs ont été déposées, à moins de donner « If-Match ».")]
    public int? Version { get; init; }

    [JsonPropertyName("commentaire"), StringLength(4000, MinimumLength = 1), Description("Ce que le territoire doit corriger ou expliquer.")]
    public required string Comment { get; init; }

    [JsonPropertyName("jusqua"), Description("Premier instant où le territoire ne pourra plus y répondre hors campagne ; à défaut, la fin du quinzième jour.")]
    public DateTimeOffset? Until { get; init; }
}
