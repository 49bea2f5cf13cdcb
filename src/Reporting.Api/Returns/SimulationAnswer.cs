using System.ComponentModel;
using System.Text.Json.Serialization;
using Reporting.Api.Json;
using Reporting.Domain.Returns;

namespace Reporting.Api.Returns;

[Description("Ce que donnerait la remontée si elle était postée ; rien n'est enregistré.")]
internal sealed record SimulationAnswer(
    [property: JsonPropertyName("acceptable"), Description("false quand un constat est une erreur.")] bool Acceptable,
    [property: JsonPropertyName("lignes"), Description("Les lignes comptées ; une ligne en erreur n'y est pas.")] IReadOnlyList<LineAnswer> Lines,
    [property: JsonPropertyName("constats"), Description("Ce que les règles ont relevé.")] IReadOnlyList<FindingAnswer> Findings,
    [property: JsonPropertyName("recu"), Description("Ce qui a été compté et d'où (document, règles, contrat, chiffres, constats), à joindre au dépôt.")] string Receipt,
    [property: JsonPropertyName("versionRegles"), Description("Version des règles qui ont compté.")] string RuleVersion)
{
    public static SimulationAnswer From(CountedReturn counted, string receipt) => new(
        counted.IsAcceptable,
        [.. counted.Lines.Select(LineAnswer.From)],
        [.. counted.Findings.Select(FindingAnswer.From)],
        receipt,
        counted.RuleVersion);
}

[Description("Le dépôt ; le corps peut être omis.")]
internal sealed record DepositBody
{
    [JsonPropertyName("recu"), Description("Le reçu d'une simulation : le dépôt est refusé, et dit ce qui a changé, si la version enregistrée ne compterait plus de même.")]
    public string? Receipt { get; init; }
}
