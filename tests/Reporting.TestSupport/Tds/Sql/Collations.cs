using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Reporting.TestSupport.Tds.Sql;

/// <summary>The collations that are named. Like SQL Server's, they compare as if the shorter text were padded with blanks.</summary>
internal static class Collations
{
    private const string IgnoringCase = "CI_AS";

    public static void Register(SqliteConnection connection) => connection.CreateCollation(
        IgnoringCase,
        (left, right) => CultureInfo.InvariantCulture.CompareInfo.Compare(left.TrimEnd(' '), right.TrimEnd(' '), CompareOptions.IgnoreCase));

    public static Collation Named(string name) => name switch
    {
        "Latin1_General_100_BIN2" => Collation.Binary,
        "Latin1_General_100_CI_AI" => Collation.WithoutAccents,
        "Latin1_General_100_CS_AS_SC" => Collation.Supplementary,
        "SQL_Latin1_General_CP1_CI_AS" or "DATABASE_DEFAULT" => Collation.Default,
        _ => throw TdsError.Unknown($"the collation {name}"),
    };

    public static string InSqlite(Collation collation) => collation is Collation.Default ? IgnoringCase : "RTRIM";

    /// <summary>The five bytes that say a collation on the wire.</summary>
    public static ReadOnlySpan<byte> OnTheWire(Collation collation) =>
        collation is Collation.Binary ? [0x09, 0x04, 0x00, 0x22, 0x00] : [0x09, 0x04, 0xD0, 0x00, 0x34];

    public static SqlType Common(SqlType left, SqlType right)
    {
        if (left.Coercibility == right.Coercibility && left.Collation != right.Collation)
        {
            throw new TdsError(468, 16, $"Cannot resolve the collation conflict between \"{left.Collation}\" and \"{right.Collation}\" in the operation.");
        }

        return left.Coercibility >= right.Coercibility ? left : right;
    }
}
