using Microsoft.OData.UriParser;

namespace Reporting.Api.Feed.Sql.Expressions;

/// <summary>Arithmetic on exact numbers. What could outgrow the engines is refused beforehand, so that no row can fail.</summary>
internal static class Arithmetic
{
    private const int QuotientDecimals = 6;

    // T-SQL then keeps at least two more decimals of the quotient, to round by.
    private const int MostQuotientDigits = 28;

    // One less than T-SQL has, which it needs to add two such numbers exactly, or to round one up.
    private const int MostDigits = 37;

    // What is read as a decimal of .NET.
    private const int MostDecimals = 28;
    private const double Largest = 7e28;

    // SQLite counts a remainder in whole units.
    private const int MostRemainderDigits = 18;

    public static SqlValue Write(SqlDialect dialect, SqlValue left, BinaryOperatorKind operation, SqlValue right)
    {
        if (left.IsNull || right.IsNull)
        {
            return SqlValue.Null;
        }

        var (one, other) = (Exact(left), Exact(right));
        return operation switch
        {
            BinaryOperatorKind.Add => Plain(dialect, left, '+', right, Math.Max(one.Scale, other.Scale), one.Most + other.Most),
            BinaryOperatorKind.Subtract => Plain(dialect, left, '-', right, Math.Max(one.Scale, other.Scale), one.Most + other.Most),
            BinaryOperatorKind.Multiply => Plain(dialect, left, '*', right, one.Scale + other.Scale, one.Most * other.Most),
            BinaryOperatorKind.Divide => Divide(dialect, left, right),
            BinaryOperatorKind.Modulo => Modulo(dialect, left, right),
            _ => throw new ArgumentOutOfRangeException(nameof(operation)),
        };
    }

    public static SqlValue Negate(SqlValue number) => number.IsNull
        ? number
        : new($"(-{number.Sql})", Room(Exact(number)), number.Nullable);

    public static SqlType.Number Exact(SqlValue value) => value.Type switch
    {
        SqlType.Number { IsExact: true } number => number,
        SqlType.Number => throw TooLarge(),
        _ => throw FeedException.Malformed("Un calcul porte sur des nombres."),
    };

    /// <summary>The type of the sum of so many numbers of a type.</summary>
    public static SqlType.Number Sum(SqlType.Number number, double many) => Room(number with { Most = number.Most * many });

    private static SqlType.Number Room(SqlType.Number type) => HasRoom(type) ? type : throw TooLarge();

    private static bool HasRoom(SqlType.Number type) => type.IsInteger
        ? type.Most < long.MaxValue
        : type.Digits <= MostDigits && type.Scale <= MostDecimals && type.Most < Largest;

    private static SqlValue Plain(SqlDialect dialect, SqlValue left, char sign, SqlValue right, int scale, double most)
    {
        var type = new SqlType.Number(left.Number.IsInteger && right.Number.IsInteger, scale, most);
        var room = HasRoom(type)
            && (type.IsInteger || sign is not '*' || left.Number.Digits + right.Number.Digits < SqlType.Number.MostDigits);
        return room ? new(dialect.Exact(left, sign, right, type), type, left.Nullable || right.Nullable) : throw TooLarge();
    }

    private static SqlValue Divide(SqlDialect dialect, SqlValue left, SqlValue right)
    {
        var (dividend, divisor) = (left.Number, right.Number);
        if (dividend.IsInteger && divisor.IsInteger)
        {
            return new(dialect.IntegerQuotient(left, right), Room(dividend), IsNullable(left, right));
        }

        var type = new SqlType.Number(IsInteger: false, QuotientDecimals, dividend.Most * Math.Pow(10, divisor.Scale));
        return type.Digits - QuotientDecimals <= MostQuotientDigits
            ? new(dialect.Quotient(left, right, type), type, IsNullable(left, right))
            : throw TooLarge();
    }

    private static SqlValue Modulo(SqlDialect dialect, SqlValue left, SqlValue right)
    {
        var scale = Math.Max(left.Number.Scale, right.Number.Scale);
        var type = new SqlType.Number(left.Number.IsInteger && right.Number.IsInteger, scale, Math.Max(left.Number.Most, right.Number.Most));
        var room = type.IsInteger ? HasRoom(type) : type.Digits <= MostRemainderDigits;
        return room
            ? new(dialect.Remainder(left, right, type), type, IsNullable(left, right))
            : throw TooLarge();
    }

    // Dividing by zero gives null.
    private static bool IsNullable(SqlValue left, SqlValue right) => left.Nullable || right.Nullable || right.Constant is null or 0 or 0m;

    private static FeedException TooLarge() => FeedException.Malformed("Ce calcul peut dépasser ce que le flux sait compter exactement.");
}
