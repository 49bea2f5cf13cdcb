using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reporting.Cli.Conformance;

/// <summary>Reads members of an answer; one that is missing or of another kind fails the case and nothing else.</summary>
internal static class AnswerReading
{
    public static JsonNode Member(this JsonNode parent, string name) =>
        parent is JsonObject members && members[name] is { } member
            ? member
            : throw new CaseFailure($"un champ « {name} »", "il est absent");

    public static IReadOnlyList<JsonNode> Items(this JsonNode parent, string name) =>
        parent.Member(name) is JsonArray items && items.All(item => item is not null)
            ? [.. items.OfType<JsonNode>()]
            : throw new CaseFailure($"une liste « {name} »", "autre chose");

    public static decimal Number(this JsonNode parent, string name) =>
        parent.Member(name) is JsonValue value && value.TryGetValue<decimal>(out var number)
            ? number
            : throw new CaseFailure($"un nombre « {name} »", "autre chose");

    public static string Text(this JsonNode parent, string name) =>
        parent.Member(name) is { } value && value.GetValueKind() is JsonValueKind.String
            ? value.GetValue<string>()
            : throw new CaseFailure($"un texte « {name} »", "autre chose");
}
