using System.ComponentModel;
using System.Text.Json.Serialization;
using Reporting.Api.Json;
using Reporting.Api.Returns;

namespace Reporting.Api.Recounts;

[Description("Ce que donnent les règles d'aujourd'hui sur les remontées d'une campagne.")]
internal sealed record RecountAnswer(
    [property: JsonPropertyName("annee"), Description("L'année que les chiffres décrivent.")] int Year,
    [property: JsonPropertyName("simulation"), Description("true quand rien n'a été enregistré.")] bool IsSimulation,
    [property: JsonPropertyName("versionRegles"), Description("Version des règles d'aujourd'hui.")] string RuleVersion,
    [property: JsonPropertyName("recomptees"), Description("Versions recomptées : en vigueur, ou en attente de revue.")] int Recounted,
    [property: JsonPropertyName("inchangees"), Description("Celles dont rien ne change.")] int Unchanged,
    [property: JsonPropertyName("differences"), Description("Celles qui changent, ou que les règles d'aujourd'hui refusent.")] IReadOnlyList<RecountedVersion> Differences);

[Description("Une version que les règles d'aujourd'hui comptent autrement.")]
internal sealed record RecountedVersion(
    [property: JsonPropertyName("territoire"), Description("SIREN du territoire.")] string Territory,
    [property: JsonPropertyName("version"), Description("La version recomptée.")] int Version,
    [property: JsonPropertyName("etat"), Description("deposee ou validee ; le recomptage le garde.")] string State,
    [property: JsonPropertyName("versionRegles"), Description("Version des règles qui l'avaient comptée.")] string RuleVersion,
    [property: JsonPropertyName("nouvelleVersion"), Description("La version qui prend sa place, si elle a été enregistrée.")] int? Replacement,
    [property: JsonPropertyName("conflit"), Description("true quand d'autres écritures ont empêché de l'enregistrer : relancez le recomptage.")] bool? IsContended,
    [property: JsonPropertyName("lignes"), Description("Ce qui change, ligne à ligne.")] IReadOnlyList<LineDifference> Lines,
    [property: JsonPropertyName("refus"), Description("Les erreurs, quand les règles d'aujourd'hui refusent la version : elle reste comptée comme elle l'était.")] IReadOnlyList<FindingAnswer>? Refusal);
