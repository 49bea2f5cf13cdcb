using System.ComponentModel;
using System.Text.Json.Serialization;
using Reporting.Domain.Returns;

namespace Reporting.Api.Json;

[Description("Un constat : ce qu'une règle a relevé dans le document posté.")]
internal sealed record FindingAnswer(
    [property: JsonPropertyName("regle"), Description("Identifiant de la règle ; « FORME » pour la forme du document.")]
    string Rule,
    [property: JsonPropertyName("code"), Description("Code stable du message, à l'usage des machines.")]
    string Code,
    [property: JsonPropertyName("gravite"), Description("« erreur » (à corriger), « avertissement » (à vérifier) ou « information ».")]
    string Severity,
    [property: JsonPropertyName("pointeur"), Description("Endroit du document posté (pointeur JSON, RFC 6901).")]
    string Pointer,
    [property: JsonPropertyName("autresPointeurs"), Description("Les autres endroits où la même cause se montre.")]
    IReadOnlyList<string>? OtherPointers,
    [property: JsonPropertyName("message"), Description("Ce qui ne va pas, et que faire.")]
    string Message,
    [property: JsonPropertyName("precisions"), Description("Ce qui ne va pas à chaque endroit, quand cela diffère de l'un à l'autre.")]
    IReadOnlyList<PlaceAnswer>? Places,
    [property: JsonPropertyName("correctif"), Description("Correctif à appliquer au document (JSON Patch, RFC 6902), quand il n'y en a qu'un.")]
    IReadOnlyList<PatchAnswer>? Fix)
{
    public static FindingAnswer From(Finding finding) => new(
        finding.Rule,
        finding.Message.Code,
        SeverityCode(finding.Severity),
        finding.Pointer,
        finding.OtherPointers is [] ? null : finding.OtherPointers,
        finding.Message.Text,
        finding.Places is [] ? null : [.. finding.Places.Select(place => new PlaceAnswer(place.Pointer, place.Text))],
        finding.Fix is [] ? null : [.. finding.Fix.Select(patch => new PatchAnswer(patch.Operation, patch.From, patch.Path, patch.Value))]);

    private static string SeverityCode(Severity severity) => severity switch
    {
        Domain.Returns.Severity.Error => "erreur",
        Domain.Returns.Severity.Warning => "avertissement",
        Domain.Returns.Severity.Information => "information",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
    };
}

[Description("Un endroit d'un constat qui en a plusieurs.")]
internal sealed record PlaceAnswer(
    [property: JsonPropertyName("pointeur"), Description("Endroit du document posté (pointeur JSON, RFC 6901).")] string Pointer,
    [property: JsonPropertyName("message"), Description("Ce qui ne va pas à cet endroit.")] string Message);

[Description("Une opération d'un JSON Patch (RFC 6902).")]
internal sealed record PatchAnswer(
    [property: JsonPropertyName("op"), Description("« remove », « replace » ou « move ».")] string Operation,
    [property: JsonPropertyName("from"), Description("Pointeur JSON de ce qui est déplacé, pour « move ».")] string? From,
    [property: JsonPropertyName("path"), Description("Pointeur JSON.")] string Path,
    [property: JsonPropertyName("value"), Description("Valeur à écrire.")] object? Value);
