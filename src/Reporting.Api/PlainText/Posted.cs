using System.Text.Json;

namespace Reporting.Api.PlainText;

/// <summary>Reads a posted return of whatever shape, as far as it goes.</summary>
internal static class Posted
{
    private const int LongestName = 40;

    public static JsonElement? Line(JsonElement document, int index) =>
        Lines(document) is { } lines && Item(lines, index) is { ValueKind: JsonValueKind.Object } line ? line : null;

    /// <summary>How a reader finds the line: by its code, and by its rank where the code does not do.</summary>
    public static string LineName(JsonElement document, int index)
    {
        var rank = $"{Place.Ordinal(index)} ligne";
        return Line(document, index) is not { } line || Code(line) is not { } code ? rank
            : Lines(document)!.Value.EnumerateArray().Count(other => Code(other) == code) == 1 ? code
            : $"{code} ({rank})";
    }

    public static JsonElement? Item(JsonElement list, int index) =>
        list.ValueKind is JsonValueKind.Array && index < list.GetArrayLength() ? list[index] : null;

    /// <summary>A short text on one line, or null.</summary>
    public static string? Text(JsonElement element)
    {
        if (element.ValueKind is not JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return element.GetString() is { Length: > 0 and <= LongestName } text && !text.Any(char.IsControl) ? text : null;
        }
        catch (InvalidOperationException)
        {
            // It is no text: half of a surrogate pair.
            return null;
        }
    }

    private static JsonElement? Lines(JsonElement document) =>
        document.ValueKind is JsonValueKind.Object
        && document.TryGetProperty("indicateurs", out var lines)
        && lines.ValueKind is JsonValueKind.Array
            ? lines
            : null;

    private static string? Code(JsonElement line) =>
        line.ValueKind is JsonValueKind.Object && line.TryGetProperty("code", out var code) ? Text(code) : null;
}
