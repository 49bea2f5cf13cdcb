using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Reporting.Api.Dashboards;

[Description("Les totaux nationaux de plusieurs années, comparables entre eux.")]
internal sealed record SeriesAnswer(
    [property: JsonPropertyName("annees"), Description("Les années comparées.")] IReadOnlyList<int> Years,
    [property: JsonPropertyName("au"), Description("L'instant auquel les totaux sont relus ; absent, ce sont ceux de maintenant.")] DateTimeOffset? At,
    [property: JsonPropertyName("perimetre"), Description("constant : les mêmes territoires chaque année ; complet : tous ceux de chaque année.")] string Perimeter,
    [property: JsonPropertyName("territoires"), Description("Les territoires du périmètre constant.")] IReadOnlyList<SeriesTerritory> Territories,
    [property: JsonPropertyName("exclus"), Description("Les territoires hors du périmètre constant, et pourquoi.")] IReadOnlyList<SeriesExclusion> Excluded,
    [property: JsonPropertyName("fictif"), Description("true quand des données d'exemple, qui ne décrivent personne, sont comptées.")] bool? Fictitious,
    [property: JsonPropertyName("axes"), Description("Les quatre axes.")] IReadOnlyList<SeriesAxis> Axes);

[Description("Un territoire du périmètre.")]
internal sealed record SeriesTerritory(
    [property: JsonPropertyName("siren"), Description("SIREN.")] string Siren,
    [property: JsonPropertyName("nom"), Description("Nom officiel.")] string Name,
    [property: JsonPropertyName("reunit"), Description("SIREN des territoires dont il réunit les chiffres, quand il y a eu fusion.")] IReadOnlyList<string>? Parts);

[Description("Un territoire hors du périmètre.")]
internal sealed record SeriesExclusion(
    [property: JsonPropertyName("siren"), Description("SIREN.")] string Siren,
    [property: JsonPropertyName("nom"), Description("Nom officiel.")] string Name,
    [property: JsonPropertyName("reunit"), Description("SIREN des territoires dont il réunit les chiffres, quand il y a eu fusion.")] IReadOnlyList<string>? Parts,
    [property: JsonPropertyName("annee"), Description("La première année où il manque.")] int Year,
    [property: JsonPropertyName("motif"), Description("non-signataire, ou sans-remontee : il en devait une, aucune n'est en vigueur.")] string Reason);

[Description("Un axe et ses indicateurs.")]
internal sealed record SeriesAxis(
    [property: JsonPropertyName("code"), Description("Code de l'axe.")] string Code,
    [property: JsonPropertyName("libelle"), Description("Intitulé officiel.")] string Label,
    [property: JsonPropertyName("indicateurs"), Description("Les indicateurs de l'axe.")] IReadOnlyList<SeriesIndicator> Indicators);

[Description("Un indicateur au fil des années.")]
internal sealed record SeriesIndicator(
    [property: JsonPropertyName("code"), Description("Code de l'indicateur.")] string Code,
    [property: JsonPropertyName("libelle"), Description("Intitulé officiel.")] string Label,
    [property: JsonPropertyName("unite"), Description("Ce que compte une unité.")] string Unit,
    [property: JsonPropertyName("territoires"), Description("SIREN des territoires comptés : ceux du périmètre qui ont un chiffre chaque année ; absent pour le périmètre complet.")] IReadOnlyList<string>? Territories,
    [property: JsonPropertyName("annees"), Description("Un total par année.")] IReadOnlyList<SeriesYear> Years);

[Description("Le total d'une année.")]
internal sealed record SeriesYear(
    [property: JsonPropertyName("annee"), Description("L'année.")] int Year,
    [property: JsonPropertyName("valeur"), Description("Total, borne haute ; null, jamais 0, quand personne ne l'a compté ou quand le secret statistique en retient une partie."), JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Value,
    [property: JsonPropertyName("borneBasse"), Description("Borne basse."), JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? LowerBound,
    [property: JsonPropertyName("statut"), Description(Confidentiality.Description)] string? Status,
    [property: JsonPropertyName("encadrement"), Description("Ce que l'on en sait quand le secret statistique en retient une partie.")] BracketAnswer? Bracket,
    [property: JsonPropertyName("territoiresComptes"), Description("Territoires dans le total, avant fusion.")] int Counted,
    [property: JsonPropertyName("partProvisoire"), Description("Part du total déposée mais pas encore validée, de 0 à 1."), JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? ProvisionalShare,
    [property: JsonPropertyName("ruptures"), Description("Chiffres dont un changement de méthode rompt la série.")] int Breaks);
