using System.Globalization;
using System.Numerics;
using Microsoft.Data.Sqlite;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.TestSupport.Tds.Sql;

/// <summary>Arithmetic on decimals, of which SQLite holds the number of smallest units.</summary>
internal static class DecimalFunctions
{
    // SQL Server keeps at least as many, unless the quotient is very large; it cuts the rest off, and so does this.
    private const int QuotientDecimals = 8;

    public static void Register(SqliteConnection connection)
    {
        connection.CreateFunction("tds_divide", (long? dividend, long? divisor, long shift) =>
            dividend is null || divisor is null ? null
            : divisor == 0 ? throw Failure(new TdsError(8134, 16, "Divide by zero error encountered."))
            : (object)(long)(dividend.Value * BigInteger.Pow(10, (int)shift) / divisor.Value));
        connection.CreateFunction("tds_round", (long? units, long unit, long kind) =>
            units is null ? null : (long?)(Rounded(units.Value / (decimal)unit, kind) * unit));
    }

    public static Expr Write(BinaryExpressionType operation, Expr left, Expr right)
    {
        var (one, other) = (left.Type.Digits, right.Type.Digits);
        switch (operation)
        {
            case BinaryExpressionType.Multiply:
                return new($"({left.Sql} * {right.Sql})", SqlType.Decimal(one.Whole + other.Whole + 1, one.Scale + other.Scale));
            case BinaryExpressionType.Divide:
                var shift = QuotientDecimals - one.Scale + other.Scale;
                return shift < 0 ? throw TdsError.Unknown("the quotient of so many decimals")
                    : new(Invariant($"tds_divide({left.Sql}, {right.Sql}, {shift})"), SqlType.Decimal(one.Whole + other.Scale, QuotientDecimals));
            case BinaryExpressionType.Modulo:
                var type = SqlType.Decimal(Math.Max(one.Whole, other.Whole), Math.Max(one.Scale, other.Scale));
                return new($"({left.To(type).Sql} % {right.To(type).Sql})", type);
            default:
                throw new ArgumentOutOfRangeException(nameof(operation));
        }
    }

    /// <summary>The mean, which has six decimals or more, and whatever comes after them cut off.</summary>
    public static Expr Average(Expr of)
    {
        var scale = Math.Max(6, of.Type.Digits.Scale);
        return of.Type.Kind is SqlKind.Decimal
            ? new(Invariant($"tds_divide(SUM({of.Sql}), COUNT({of.Sql}), {scale - of.Type.Scale})"), SqlType.Decimal(38 - scale, scale))
            : new($"(SUM({of.Sql}) / COUNT({of.Sql}))", of.Type);
    }

    public static Expr Round(Expr of, Expr digits)
    {
        var kept = int.Parse(digits.Sql, CultureInfo.InvariantCulture);
        return kept >= of.Type.Digits.Scale
            ? of
            : of with { Sql = Invariant($"(tds_round({of.Sql}, {Unit(of.Type.Scale - kept)}, 0))") };
    }

    public static Expr Whole(Expr of, string function) => of.Type.Kind is SqlKind.Decimal
        ? new(Invariant($"(tds_round({of.Sql}, {Unit(of.Type.Scale)}, {(function is "FLOOR" ? -1 : 1)}) / {Unit(of.Type.Scale)})"), SqlType.Decimal(of.Type.Digits.Whole, 0))
        : of;

    private static decimal Rounded(decimal value, long kind) => kind switch
    {
        < 0 => decimal.Floor(value),
        > 0 => decimal.Ceiling(value),
        _ => Math.Round(value, MidpointRounding.AwayFromZero),
    };

    private static long Unit(int digits) => (long)StoredForm.Power(digits);

    private static SqliteException Failure(TdsError error) => new(error.Encode(), SQLitePCL.raw.SQLITE_ERROR);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
