using System.ComponentModel;
using System.Text.Json.Serialization;
using Reporting.Api.Json;
using Reporting.Domain.Campaigns;
using Reporting.Domain.Returns;
using Reporting.Store.Returns;

namespace Reporting.Api.Returns;

[Description("Une version d'une remontée, telle qu'elle est comptée.")]
internal sealed record ReturnAnswer(
    [property: JsonPropertyName("annee"), Description("L'année que les chiffres décrivent.")] int Year,
    [property: JsonPropertyName("territoire"), Description("SIREN du territoire.")] string Territory,
    [property: JsonPropertyName("version"), Description("Numéro de version, à partir de 1.")] int Version,
    [property: JsonPropertyName("etat"), Description("brouillon, deposee, validee ou renvoyee.")] string State,
    [property: JsonPropertyName("versionRegles"), Description("Version des règles qui ont compté.")] string RuleVersion,
    [property: JsonPropertyName("enregistreLe"), Description("Quand la version a été enregistrée.")] DateTimeOffset RecordedAt,
    [property: JsonPropertyName("deposeLe"), Description("Quand elle a été déposée.")] DateTimeOffset? DepositedAt,
    [property: JsonPropertyName("recomptageDe"), Description("La version dont le contenu est recompté, quand c'en est un recomptage.")] int? RecountOf,
    [property: JsonPropertyName("revue"), Description("Ce qu'a dit le relecteur, quand la version est validée ou renvoyée.")] ReviewAnswer? Review,
    [property: JsonPropertyName("fictif"), Description("true pour des données d'exemple ou de bac à sable, qui ne décrivent personne.")] bool? Fictitious,
    [property: JsonPropertyName("lignes"), Description("Les lignes comptées, dans l'ordre du catalogue.")] IReadOnlyList<LineAnswer> Lines,
    [property: JsonPropertyName("constats"), Description("Ce que les règles ont relevé.")] IReadOnlyList<FindingAnswer> Findings)
{
    public static ReturnAnswer From(StoredReturn stored) => new(
        stored.Year,
        stored.Territory,
        stored.Version,
        stored.State.ToCode(),
        stored.Counted.RuleVersion,
        ParisTime.Of(stored.RecordedAt),
        stored.DepositedAt is { } at ? ParisTime.Of(at) : null,
        stored.RecountOf,
        stored.Review is null ? null : ReviewAnswer.From(stored.Review),
        stored.Fictitious ? true : null,
        [.. stored.Counted.Lines.Select(LineAnswer.From)],
        [.. stored.Counted.Findings.Select(FindingAnswer.From)]);
}
