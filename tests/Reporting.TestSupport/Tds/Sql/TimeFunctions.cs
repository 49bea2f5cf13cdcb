using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Reporting.TestSupport.Tds.Sql;

/// <summary>Parts of instants and days.</summary>
internal static class TimeFunctions
{
    public static void Register(SqliteConnection connection) =>
        connection.CreateFunction("tds_datepart", (string part, long? ticks) => ticks is null ? null : (long?)Of(part, new(ticks.Value)));

    public static Expr Part(string part, Expr time) => time.Type.Kind is SqlKind.Date or SqlKind.DateTimeOffset
        ? new(string.Create(CultureInfo.InvariantCulture, $"tds_datepart('{part.ToLowerInvariant()}', {time.Sql})"), SqlType.Int)
        : throw TdsError.Unknown($"DATEPART of {time.Type}");

    private static int Of(string part, DateTime time) => part switch
    {
        "year" => time.Year,
        "month" => time.Month,
        "day" => time.Day,
        "hour" => time.Hour,
        "minute" => time.Minute,
        "second" => time.Second,
        "millisecond" => time.Millisecond,
        _ => throw new SqliteException(TdsError.Unknown($"the date part {part}").Encode(), SQLitePCL.raw.SQLITE_ERROR),
    };
}
