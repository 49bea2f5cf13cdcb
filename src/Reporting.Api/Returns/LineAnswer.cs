using System.ComponentModel;
using System.Text.Json.Serialization;
using Reporting.Domain.Returns;

namespace Reporting.Api.Returns;

[Description("Une ligne comptée. Toujours : brut + somme des effets = valeur.")]
internal sealed record LineAnswer(
    [property: JsonPropertyName("code"), Description("Code de l'indicateur.")] string Code,
    [property: JsonPropertyName("cible"), Description("Cible de l'année.")] decimal? Target,
    [property: JsonPropertyName("brut"), Description("Unités avant toute règle.")] decimal Gross,
    [property: JsonPropertyName("valeur"), Description("Le chiffre : borne haute de l'union des contributions.")] decimal Value,
    [property: JsonPropertyName("borneBasse"), Description("Borne basse, seulement si elle est inférieure à la valeur.")] decimal? LowerBound,
    [property: JsonPropertyName("estimation"), Description("true quand une contribution est estimée.")] bool Estimated,
    [property: JsonPropertyName("rupture"), Description("true quand un changement de méthode rompt la série.")] bool Broken,
    [property: JsonPropertyName("valeurComparable"), Description("Le chiffre par la méthode de l'année précédente.")] decimal ComparableValue,
    [property: JsonPropertyName("commentaire"), Description("Commentaire posté.")] string? Comment,
    [property: JsonPropertyName("explication"), Description("Ce que chaque règle a changé.")] IReadOnlyList<EffectAnswer> Explanation)
{
    public static LineAnswer From(CountedLine line) => new(
        line.Indicator.Code,
        line.Target,
        line.Gross,
        line.Value,
        line.LowerBound < line.Value ? line.LowerBound : null,
        line.Estimated,
        line.MethodChange is not null,
        line.ComparableValue,
        line.Comment,
        [.. line.Explanation.Select(effect => new EffectAnswer(
            effect.Rule, effect.Clause, effect.Contribution, effect.Amount, effect.Text))]);
}

[Description("Ce qu'une règle a changé à un chiffre.")]
internal sealed record EffectAnswer(
    [property: JsonPropertyName("regle"), Description("Identifiant de la règle.")] string Rule,
    [property: JsonPropertyName("clause"), Description("Passage du guide que la règle applique.")] string Clause,
    [property: JsonPropertyName("contribution"), Description("Rang de la contribution dans la ligne, à partir de 1 ; absent pour la ligne entière.")] int? Contribution,
    [property: JsonPropertyName("effet"), Description("Effet signé, en unités de l'indicateur.")] decimal Amount,
    [property: JsonPropertyName("texte"), Description("La même chose en une phrase.")] string Text);
