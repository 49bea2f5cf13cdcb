using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Reporting.Domain.Campaigns;

namespace Reporting.Api.Openings;

[Description("Une dérogation à accorder.")]
internal sealed record LateExceptionBody
{
    [JsonPropertyName("jusqua"), Description("Premier instant où la remontée ne sera plus ouverte.")]
    public required DateTimeOffset Until { get; init; }

    [JsonPropertyName("motif"), StringLength(1000, MinimumLength = 1), Description("Pourquoi.")]
    public required string Reason { get; init; }
}

[Description("La révocation d'une dérogation.")]
internal sealed record RevocationBody
{
    [JsonPropertyName("motif"), StringLength(1000, MinimumLength = 1), Description("Pourquoi.")]
    public required string Reason { get; init; }
}

[Description("Une dérogation : le droit donné à un territoire de poster hors campagne.")]
internal sealed record LateExceptionAnswer(
    [property: JsonPropertyName("id"), Description("Identifiant.")] Guid Id,
    [property: JsonPropertyName("annee"), Description("L'année que les chiffres décrivent.")] int Year,
    [property: JsonPropertyName("territoire"), Description("SIREN du territoire.")] string Territory,
    [property: JsonPropertyName("accordeeLe"), Description("Depuis quand.")] DateTimeOffset GrantedAt,
    [property: JsonPropertyName("accordeePar"), Description("Par qui.")] string GrantedBy,
    [property: JsonPropertyName("jusqua"), Description("Premier instant après la dérogation.")] DateTimeOffset EndsAt,
    [property: JsonPropertyName("motif"), Description("Pourquoi.")] string Reason,
    [property: JsonPropertyName("enCours"), Description("true tant qu'elle ouvre la remontée.")] bool IsRunning,
    [property: JsonPropertyName("revocation"), Description("Sa révocation, s'il y en a une.")] RevocationAnswer? Revocation)
{
    public static LateExceptionAnswer From(LateException exception, DateTimeOffset now) => new(
        exception.Id, exception.Year, exception.Territory, ParisTime.Of(exception.GrantedAt), exception.GrantedBy,
        ParisTime.Of(exception.EndsAt), exception.Reason, exception.Window.Holds(now),
        exception.Revocation is { } revoked ? new(ParisTime.Of(revoked.At), revoked.By, revoked.Reason) : null);
}

[Description("Une révocation.")]
internal sealed record RevocationAnswer(
    [property: JsonPropertyName("le"), Description("Quand.")] DateTimeOffset At,
    [property: JsonPropertyName("par"), Description("Par qui.")] string By,
    [property: JsonPropertyName("motif"), Description("Pourquoi.")] string Reason);
