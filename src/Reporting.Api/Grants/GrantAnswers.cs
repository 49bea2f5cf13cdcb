using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Reporting.Domain.Campaigns;
using Reporting.Store.Access;

namespace Reporting.Api.Grants;

[Description("Une habilitation à accorder : un territoire ou une région, l'un des deux.")]
internal sealed record GrantBody
{
    [JsonPropertyName("emetteur"), StringLength(64, MinimumLength = 1), Description("Nom du fournisseur d'identité ; « entra » à défaut.")]
    public string? Issuer { get; init; }

    [JsonPropertyName("sujet"), StringLength(200, MinimumLength = 1), Description("Identifiant d'application (client) ou de personne (objet) d'Entra ID ; chez un autre fournisseur, le « sub » du jeton.")]
    public required string Subject { get; init; }

    [JsonPropertyName("territoire"), StringLength(9, MinimumLength = 9), Description("SIREN du territoire pour lequel il agit, au rôle metropole.")]
    public string? Territory { get; init; }

    [JsonPropertyName("region"), StringLength(2, MinimumLength = 2), Description("Code de la région dont il relit les remontées, au rôle commissaire.")]
    public string? Region { get; init; }

    [JsonPropertyName("libelle"), StringLength(100, MinimumLength = 1), Description("Pour la reconnaître, sans nommer une personne.")]
    public string? Label { get; init; }
}

[Description("Une habilitation.")]
internal sealed record GrantAnswer(
    [property: JsonPropertyName("id"), Description("Identifiant.")] Guid Id,
    [property: JsonPropertyName("emetteur"), Description("Nom du fournisseur d'identité.")] string Issuer,
    [property: JsonPropertyName("sujet"), Description("Identifiant de l'application ou de la personne chez ce fournisseur.")] string Subject,
    [property: JsonPropertyName("territoire"), Description("SIREN du territoire pour lequel il agit.")] string? Territory,
    [property: JsonPropertyName("region"), Description("Code de la région dont il relit les remontées.")] string? Region,
    [property: JsonPropertyName("libelle"), Description("Pour la reconnaître.")] string? Label,
    [property: JsonPropertyName("creeLe"), Description("Quand elle a été accordée.")] DateTimeOffset CreatedAt,
    [property: JsonPropertyName("creePar"), Description("Par qui.")] string CreatedBy,
    [property: JsonPropertyName("revoqueLe"), Description("Depuis quand elle est retirée.")] DateTimeOffset? RevokedAt)
{
    public static GrantAnswer From(AccessGrant grant) => new(
        grant.Id, grant.Issuer, grant.Subject, grant.Territory, grant.Region, grant.Label, ParisTime.Of(grant.CreatedAt),
        grant.CreatedBy, grant.RevokedAt is { } at ? ParisTime.Of(at) : null);
}
