using System.ComponentModel;
using System.Text.Json.Serialization;
using Reporting.Domain.Totals;

namespace Reporting.Api.Dashboards;

[Description("Ce qu'un chiffre est au moins et au plus, sans rien dire de plus de ce qui est retenu.")]
internal sealed record BracketAnswer(
    [property: JsonPropertyName("minimum"), Description("Borne basse, au moins.")] decimal Minimum,
    [property: JsonPropertyName("maximum"), Description("Borne haute, au plus.")] decimal Maximum)
{
    public static BracketAnswer? From(Bracket? bracket) => bracket is null ? null : new(bracket.Minimum, bracket.Maximum);
}
