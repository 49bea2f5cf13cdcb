using System.Text.RegularExpressions;

namespace Reporting.Api.Feed.Requests.Apply;

/// <summary>$apply as it is written, where the library cannot tell what is wrong from what is not there.</summary>
internal static partial class ApplyText
{
    private static readonly string[] Absent =
    [
        "identity", "concat", "search", "orderby", "top", "skip", "expand", "nest", "addnested", "join", "outerjoin", "ancestors", "descendants",
        "traverse", "topcount", "topsum", "toppercent", "bottomcount", "bottomsum", "bottompercent", "rollup", "rolluprecursive", "from",
    ];

    /// <summary>The first thing of the specification that is named and not there; null when there is none.</summary>
    public static string? Unsupported(string text)
    {
        var within = new Stack<string>([""]);
        var last = "";
        foreach (Match token in Tokens().Matches(text))
        {
            switch (token.Value)
            {
                case "(":
                    within.Push(last);
                    last = "";
                    break;
                case ")" when within.Count > 1:
                    within.Pop();
                    break;
                default:
                    if (IsAbsent(token.Value.ToLowerInvariant(), within.Peek(), within.Count))
                    {
                        return token.Value;
                    }

                    last = token.Value.ToLowerInvariant();
                    break;
            }
        }

        return null;
    }

    private static bool IsAbsent(string word, string within, int depth) => within switch
    {
        "" when depth == 1 => Absent.Contains(word) || word.Contains('.', StringComparison.Ordinal),
        "groupby" => word is not "aggregate" && (Absent.Contains(word) || ApplyReader.Transformations.Contains(word)),
        "aggregate" => word is "from",
        _ => word is "rollup" or "rolluprecursive",
    };

    [GeneratedRegex(@"'(?:[^']|'')*'|[A-Za-z_$][\w.$]*|[()]")]
    private static partial Regex Tokens();
}
