using System.Text.RegularExpressions;

namespace Reporting.Api.Feed.Requests;

/// <summary>
/// What an option says as the library reads it: it knows some words of OData in lower case alone, and has nothing but letters
/// in the words of $search, where version 4.01 has more.
/// </summary>
internal static partial class Wording
{
    public static string Of(string option, string value) => option switch
    {
        "$search" => Searched(value),
        "$expand" => Operators().Replace(Searches().Replace(value, search => IsQuoted(search) ? search.Value : Searched(search.Value)), Lower),
        "$apply" => Transformations().Replace(value, Lower),
        _ => Operators().Replace(value, Lower),
    };

    private static bool IsQuoted(Match text) => text.Value.StartsWith('\'');

    private static string Lower(Match word) => IsQuoted(word) ? word.Value : word.Value.ToLowerInvariant();

    private static string Searched(string search) => SearchWords().Replace(search, word =>
        word.Value.StartsWith('"') || word.Value.All(char.IsLetter) ? word.Value : $"\"{word.Value}\"");

    [GeneratedRegex("""
        "(?:[^"\\]|\\.)*"|[^\s()";\\]+
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex SearchWords();

    // The groups count parentheses: the option ends where one closes that it did not open.
    [GeneratedRegex("""
        '(?:[^']|'')*'|(?<=[(;]\s*\$?search\s*=)(?:"(?:[^"\\]|\\.)*"|(?<open>\()|(?<-open>\))|[^"();'])*
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Searches();

    [GeneratedRegex(@"'(?:[^']|'')*'|(?<=[\s)])in(?=\s*[(@])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Operators();

    [GeneratedRegex(
        @"'(?:[^']|'')*'|(?<=[\s)])in(?=\s*[(@])|(?<=(?:^|[/,])\s*)(?:aggregate|compute|filter|groupby)(?=\s*\()"
        + @"|(?<=\bwith\s+)(?:average|countdistinct|max|min|sum)\b|\$count(?=\s+as\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Transformations();
}
