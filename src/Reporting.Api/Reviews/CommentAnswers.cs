using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Reporting.Domain.Campaigns;
using Reporting.Store.Returns;

namespace Reporting.Api.Reviews;

[Description("Un commentaire sur une ligne.")]
internal sealed record CommentBody
{
    [JsonPropertyName("indicateur"), StringLength(8, MinimumLength = 1), Description("Code de l'indicateur.")]
    public required string Indicator { get; init; }

    [JsonPropertyName("texte"), StringLength(4000, MinimumLength = 1), Description("Le commentaire.")]
    public required string Text { get; init; }

    [JsonPropertyName("version"), Description("La version commentée ; la dernière à défaut.")]
    public int? Version { get; init; }
}

[Description("Un commentaire sur une ligne d'une version.")]
internal sealed record CommentAnswer(
    [property: JsonPropertyName("id"), Description("Identifiant.")] Guid Id,
    [property: JsonPropertyName("version"), Description("La version commentée.")] int Version,
    [property: JsonPropertyName("indicateur"), Description("Code de l'indicateur.")] string Indicator,
    [property: JsonPropertyName("le"), Description("Quand.")] DateTimeOffset At,
    [property: JsonPropertyName("par"), Description("Par qui.")] string Author,
    [property: JsonPropertyName("role"), Description("metropole, commissaire ou dgcs.")] string Role,
    [property: JsonPropertyName("texte"), Description("Le commentaire.")] string Text)
{
    public static CommentAnswer From(LineComment comment) => new(
        comment.Id, comment.Version, comment.Indicator, ParisTime.Of(comment.At), comment.Author, comment.Role, comment.Text);
}
