using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reporting.Cli.Service;

internal sealed record Finding(
    [property: JsonPropertyName("regle")] string Rule,
    [property: JsonPropertyName("gravite")] string Severity,
    [property: JsonPropertyName("pointeur")] string Pointer,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("autresPointeurs")] IReadOnlyList<string>? OtherPointers = null,
    [property: JsonPropertyName("precisions")] IReadOnlyList<FindingPlace>? Places = null,
    [property: JsonPropertyName("correctif")] IReadOnlyList<PatchOperation>? Correction = null)
{
    public const string Error = "erreur";
    public const string Warning = "avertissement";
}

/// <summary>What is wrong at one place of a finding that differs from place to place.</summary>
internal sealed record FindingPlace(
    [property: JsonPropertyName("pointeur")] string Pointer,
    [property: JsonPropertyName("message")] string Message);

/// <summary>One operation of a JSON Patch (RFC 6902).</summary>
internal sealed record PatchOperation(
    [property: JsonPropertyName("op")] string Operation,
    [property: JsonPropertyName("path")] string Path,
    [property: JsonPropertyName("value")] JsonElement? Value = null,
    [property: JsonPropertyName("from")] string? From = null);
