using System.ComponentModel;
using System.Text.Json.Serialization;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Counting;

namespace Reporting.Api.Catalogue;

[Description("Un axe du Pacte des solidarités.")]
internal sealed record AxisAnswer(
    [property: JsonPropertyName("code"), Description("enfance, emploi, droits ou transition.")] string Code,
    [property: JsonPropertyName("numero"), Description("1 à 4 : le chiffre avant le point d'un numéro de fiche action.")] int Number,
    [property: JsonPropertyName("libelle"), Description("Intitulé officiel.")] string Label)
{
    public static AxisAnswer From(Axis axis) => new(axis.Code, axis.Number, axis.Label);
}

[Description("Un indicateur national de l'annexe 6.")]
internal sealed record IndicatorAnswer(
    [property: JsonPropertyName("code"), Description("De ENF-1 à TES-3.")] string Code,
    [property: JsonPropertyName("axe"), Description("Code de l'axe.")] string Axis,
    [property: JsonPropertyName("libelle"), Description("Intitulé officiel.")] string Label,
    [property: JsonPropertyName("unite"), Description("Ce que compte une unité.")] string Unit,
    [property: JsonPropertyName("decimales"), Description("0, ou 2 pour les ETP.")] int Decimals,
    [property: JsonPropertyName("periode"), Description("annee-civile ou annee-scolaire.")] string Period,
    [property: JsonPropertyName("regles"), Description("Les règles qui portent sur l'indicateur, dans leur ordre.")] IReadOnlyList<RuleAnswer> Rules)
{
    public static IndicatorAnswer From(Indicator indicator) => new(
        indicator.Code,
        indicator.Axis.Code,
        indicator.Label,
        indicator.Unit,
        indicator.Decimals,
        indicator.Period.ToCode(),
        [.. RuleRegister.For(indicator).Select(rule => new RuleAnswer(rule.Id, rule.Clause, rule.Summary))]);
}

[Description("Une règle de décompte.")]
internal sealed record RuleAnswer(
    [property: JsonPropertyName("regle"), Description("Identifiant.")] string Id,
    [property: JsonPropertyName("clause"), Description("Passage du guide que la règle applique.")] string Clause,
    [property: JsonPropertyName("effet"), Description("Ce que fait la règle.")] string Summary);
