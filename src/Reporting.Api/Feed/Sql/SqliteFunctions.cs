using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Reporting.Api.Feed.Sql;

/// <summary>What SQLite has for plain ASCII only.</summary>
internal static class SqliteFunctions
{
    public const string Lower = "feed_lower";
    public const string Upper = "feed_upper";
    public const string Fold = "feed_fold";
    private const string Prefix = "feed_";

    /// <summary>Makes the functions known to the connection of a command that calls them.</summary>
    public static void Register(DbCommand command)
    {
        if (command.Connection is SqliteConnection connection && command.CommandText.Contains(Prefix, StringComparison.Ordinal))
        {
            connection.CreateFunction(Lower, (string? text) => text?.ToLowerInvariant(), isDeterministic: true);
            connection.CreateFunction(Fold, (string? text) => text is null ? null : Folded(text), isDeterministic: true);
            connection.CreateFunction(Upper, (string? text) => text?.ToUpperInvariant(), isDeterministic: true);
        }
    }

    // What SQL Server's collations compare without regard to case and accents.
    private static string Folded(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(character => CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark)
        .Select(character => char.ToLowerInvariant(character) switch
        {
            'œ' => "oe",
            'æ' => "ae",
            'ß' => "ss",
            var plain => plain.ToString(),
        }));
}
