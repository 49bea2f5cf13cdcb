using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Reporting.Domain.Campaigns;
using Reporting.Store.Access;

namespace Reporting.Api.ReaderKeys;

[Description("Une clé de lecture à créer.")]
internal sealed record ReaderKeyBody
{
    [JsonPropertyName("libelle"), StringLength(100, MinimumLength = 1), Description("Pour quel tableau de bord, afin de la reconnaître.")]
    public required string Label { get; init; }

    [JsonPropertyName("territoires"), Description("SIREN des territoires auxquels elle se limite ; toute la nation à défaut.")]
    public IReadOnlyList<string>? Territories { get; init; }

    [JsonPropertyName("expireLe"), Description("Premier instant où elle n'ouvre plus rien ; un an après sa création à défaut, deux ans au plus.")]
    public DateTimeOffset? ExpiresAt { get; init; }
}

[Description("Une clé de lecture.")]
internal sealed record ReaderKeyAnswer(
    [property: JsonPropertyName("id"), Description("Identifiant.")] Guid Id,
    [property: JsonPropertyName("libelle"), Description("Pour quel tableau de bord.")] string Label,
    [property: JsonPropertyName("territoires"), Description("SIREN des territoires auxquels elle se limite ; vide : toute la nation.")] IReadOnlyList<string> Territories,
    [property: JsonPropertyName("creeLe"), Description("Quand elle a été créée.")] DateTimeOffset CreatedAt,
    [property: JsonPropertyName("creePar"), Description("Par qui.")] string CreatedBy,
    [property: JsonPropertyName("expireLe"), Description("Premier instant où elle n'ouvre plus rien.")] DateTimeOffset ExpiresAt,
    [property: JsonPropertyName("revoqueLe"), Description("Depuis quand elle n'ouvre plus rien, si elle est révoquée.")] DateTimeOffset? RevokedAt,
    [property: JsonPropertyName("cle"), Description("La clé elle-même ; donnée une seule fois, à la création : elle vaut accès, gardez-la secrète.")] string? Key = null)
{
    public static ReaderKeyAnswer From(ReaderKey key) => new(
        key.Id, key.Label, key.Territories, ParisTime.Of(key.CreatedAt), key.CreatedBy, ParisTime.Of(key.ExpiresAt),
        key.RevokedAt is { } at ? ParisTime.Of(at) : null);
}
