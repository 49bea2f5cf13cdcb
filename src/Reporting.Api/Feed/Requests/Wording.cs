using System.Text.RegularExpressions;

namespace Reporting.Api.Feed.Requests;

/// <summary>The words of OData that version 4.01 lets clients write in any case, and that the library knows in lower case alone.</summary>
internal static partial class Wording
{
    public static string Of(string option, string value) => (option is "$apply" ? Transformations() : Operators()).Replace(value, Lower);

    private static string Lower(Match word) => word.Value.StartsWith('\'') ? word.Value : word.Value.ToLowerInvariant();

    [GeneratedRegex(@"'(?:[^']|'')*'|(?<=[\s)])in(?=\s*[(@])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Operators();

    [GeneratedRegex(
        @"'(?:[^']|'')*'|(?<=[\s)])in(?=\s*[(@])|(?<=(?:^|[/,])\s*)(?:aggregate|compute|filter|groupby)(?=\s*\()"
        + @"|(?<=\bwith\s+)(?:average|countdistinct|max|min|sum)\b|\$count(?=\s+as\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Transformations();
}
