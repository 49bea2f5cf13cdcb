using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Reporting.TestSupport.Tds.Sql;

/// <summary>LIKE, with the wildcards of T-SQL.</summary>
internal static class Likeness
{
    private const string Function = "tds_like";

    public static void Register(SqliteConnection connection) =>
        connection.CreateFunction(Function, (string? text, string? pattern, long ignoresCase) => text is null || pattern is null
            ? null
            : (long?)(Regex.IsMatch(text, Pattern(pattern), Options(ignoresCase == 1)) ? 1 : 0));

    public static string Emit(Expr text, Expr pattern)
    {
        var ignoresCase = SqlType.Common(text.Type, pattern.Type).Collation is Collation.Default ? 1 : 0;
        return string.Create(CultureInfo.InvariantCulture, $"{Function}({text.Sql}, {pattern.Sql}, {ignoresCase})");
    }

    private static RegexOptions Options(bool ignoresCase) =>
        RegexOptions.Singleline | RegexOptions.CultureInvariant | (ignoresCase ? RegexOptions.IgnoreCase : RegexOptions.None);

    private static string Pattern(string like)
    {
        var pattern = new StringBuilder(@"\A");
        for (var at = 0; at < like.Length; at++)
        {
            var end = like[at] == '[' ? like.IndexOf(']', at + 1) : -1;
            pattern.Append(like[at] switch
            {
                '%' => ".*",
                '_' => ".",
                '[' when end > 0 => $"[{like[(at + 1)..end].Replace(@"\", @"\\", StringComparison.Ordinal)}]",
                var plain => Regex.Escape(plain.ToString()),
            });
            at = Math.Max(at, end);
        }

        return pattern.Append(@"\z").ToString();
    }
}
