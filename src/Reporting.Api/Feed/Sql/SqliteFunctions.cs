using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Reporting.Api.Feed.Sql;

/// <summary>What SQLite has for plain ASCII only.</summary>
internal static class SqliteFunctions
{
    public const string Lower = "feed_lower";
    public const string Upper = "feed_upper";
    private const string Prefix = "feed_";

    /// <summary>Makes the functions known to the connection of a command that calls them.</summary>
    public static void Register(DbCommand command)
    {
        if (command.Connection is SqliteConnection connection && command.CommandText.Contains(Prefix, StringComparison.Ordinal))
        {
            connection.CreateFunction(Lower, (string? text) => text?.ToLowerInvariant(), isDeterministic: true);
            connection.CreateFunction(Upper, (string? text) => text?.ToUpperInvariant(), isDeterministic: true);
        }
    }
}
