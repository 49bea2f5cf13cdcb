using System.Text.Json.Serialization;

namespace Reporting.Cli.Service;

internal sealed record Simulation(
    [property: JsonPropertyName("acceptable")] bool Acceptable,
    [property: JsonPropertyName("lignes")] IReadOnlyList<CountedLine> Lines,
    [property: JsonPropertyName("constats")] IReadOnlyList<Finding> Findings,
    [property: JsonPropertyName("recu")] string Receipt,
    [property: JsonPropertyName("versionRegles")] string RulesVersion);

internal sealed record CountedLine(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("brut")] decimal Gross,
    [property: JsonPropertyName("valeur")] decimal Value,
    [property: JsonPropertyName("cible")] decimal? Target = null,
    [property: JsonPropertyName("borneBasse")] decimal? LowerBound = null,
    [property: JsonPropertyName("estimation")] bool Estimated = false,
    [property: JsonPropertyName("rupture")] bool Break = false,
    [property: JsonPropertyName("valeurComparable")] decimal? ComparableValue = null);
