using System.ComponentModel;
using System.Text.Json.Serialization;
using Reporting.Api.Json;
using Reporting.Api.Returns;
using Reporting.Domain.Participations;

namespace Reporting.Api.Problems;

[Description("Un problème (RFC 9457).")]
internal sealed record ProblemAnswer(
    [property: JsonPropertyName("type"), Description("Type stable du problème, « urn:reporting:… ».")]
    string Type,
    [property: JsonPropertyName("title"), Description("Intitulé du type.")]
    string Title,
    [property: JsonPropertyName("status"), Description("Code HTTP.")]
    int Status,
    [property: JsonPropertyName("detail"), Description("Ce qui ne va pas ici, et que faire.")]
    string? Detail,
    [property: JsonPropertyName("traceId"), Description("Identifiant de la requête, à donner au support.")]
    string TraceId,
    [property: JsonPropertyName("constats"), Description("Tous les constats, quand un document posté est refusé.")]
    IReadOnlyList<FindingAnswer>? Findings,
    [property: JsonPropertyName("verrou"), Description("Ce qui ferme la remontée, quand elle est fermée : le premier des verrous.")]
    LockAnswer? Lock,
    [property: JsonPropertyName("verrous"), Description("Tout ce qui empêche l'opération, quand la remontée est fermée.")]
    IReadOnlyList<LockAnswer>? Locks,
    [property: JsonPropertyName("rejets"), Description("Les premiers enregistrements rejetés, cent au plus, quand ils sont trop nombreux pour compter.")]
    IReadOnlyList<RejectedDocument>? Rejected,
    [property: JsonPropertyName("changements"), Description("Tout ce qui a changé depuis le reçu, quand un dépôt s'y tient.")]
    IReadOnlyList<ReceiptChange>? Changes,
    [property: JsonPropertyName("environnement"), Description("« bac-a-sable » dans un bac à sable, où rien ne compte ; absent du service réel.")]
    string? Environment);
