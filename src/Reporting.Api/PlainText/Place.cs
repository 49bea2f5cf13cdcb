using System.Globalization;
using System.Text.Json;

namespace Reporting.Api.PlainText;

/// <summary>A place of a posted return as a reader names it: « ENF-1, 2e contribution (action 1.2), champ sansSuite ».</summary>
/// <param name="Line">0-based rank of the line; null for the return as a whole.</param>
/// <param name="Contribution">0-based rank of the contribution in the line; null for the line as a whole.</param>
/// <param name="Action">The action of the contribution, when it can be read.</param>
/// <param name="Field">The field; null for the line or the contribution as a whole.</param>
internal sealed record Place(int? Line, int? Contribution, string? Action, string? Field)
{
    public static Place Of(string pointer, JsonElement document) =>
        pointer.Split('/')[1..] switch
        {
            ["indicateurs", var line, "contributions", var rank, .. var field] when Number(line) is { } l && Number(rank) is { } c =>
                new(l, c, ActionOf(document, l, c), FieldName(field)),
            ["indicateurs", var line, .. var field] when Number(line) is { } l => new(l, null, null, FieldName(field)),
            var field => new(null, null, null, FieldName(field)),
        };

    /// <summary>The place inside its line; empty for the line as a whole.</summary>
    public string InLine => string.Join(", ", ((string?[])[Name(Contribution, Action), Field is null ? null : $"champ {Field}"]).OfType<string>());

    public static string Ordinal(int index) => index == 0 ? "1re" : string.Create(CultureInfo.InvariantCulture, $"{index + 1}e");

    private static string? Name(int? contribution, string? action) =>
        contribution is not { } rank ? null
        : action is null ? $"{Ordinal(rank)} contribution"
        : $"{Ordinal(rank)} contribution (action {action})";

    private static string? ActionOf(JsonElement document, int line, int contribution) =>
        Posted.Line(document, line) is { } posted
        && posted.TryGetProperty("contributions", out var contributions)
        && Posted.Item(contributions, contribution) is { ValueKind: JsonValueKind.Object } found
        && found.TryGetProperty("action", out var action)
            ? Posted.Text(action)
            : null;

    private static string? FieldName(string[] segments) => segments switch
    {
        [] or [""] or ["indicateurs"] => null,
        [var only] => Unescape(only),
        [var first, .. var inside] => $"{Unescape(first)} ({string.Join(", ", inside.Select(Unescape))})",
    };

    private static string Unescape(string segment) => segment.Replace("~1", "/").Replace("~0", "~");

    private static int? Number(string segment) =>
        int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
