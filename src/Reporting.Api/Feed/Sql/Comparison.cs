using Microsoft.OData.UriParser;

namespace Reporting.Api.Feed.Sql;

/// <summary>
/// One side of a comparison. The null literal has no SQL of its own. A padded text is one that the engine compares as if
/// the shorter were filled up with blanks.
/// </summary>
internal readonly record struct Operand(string Sql, bool Nullable, bool Padded = false)
{
    public static readonly Operand Null = new("NULL", true);

    public bool IsNull => Sql == Null.Sql;
}

/// <summary>Comparisons that are true or false whatever is null, as OData has them and SQL does not.</summary>
internal static class Comparison
{
    public static readonly IReadOnlyDictionary<BinaryOperatorKind, string> Operators = new Dictionary<BinaryOperatorKind, string>
    {
        [BinaryOperatorKind.Equal] = "=",
        [BinaryOperatorKind.NotEqual] = "<>",
        [BinaryOperatorKind.GreaterThan] = ">",
        [BinaryOperatorKind.GreaterThanOrEqual] = ">=",
        [BinaryOperatorKind.LessThan] = "<",
        [BinaryOperatorKind.LessThanOrEqual] = "<=",
    };

    public static string Write(Operand left, BinaryOperatorKind comparison, Operand right) => comparison switch
    {
        BinaryOperatorKind.Equal => Equality(left, right),
        BinaryOperatorKind.NotEqual => Difference(left, right),
        _ when left.IsNull || right.IsNull => "1 = 0",
        _ => Known(left, Operators[comparison], right),
    };

    private static string Equality(Operand left, Operand right) =>
        left.IsNull && right.IsNull ? "1 = 1"
        : left.IsNull ? $"{right.Sql} IS NULL"
        : right.IsNull ? $"{left.Sql} IS NULL"
        : left.Nullable && right.Nullable ? $"({Known(left, "=", right)} OR {left.Sql} IS NULL AND {right.Sql} IS NULL)"
        : Known(left, "=", right);

    private static string Difference(Operand left, Operand right) =>
        left.Nullable || right.Nullable || (left.Padded && right.Padded)
            ? $"NOT ({Equality(left, right)})"
            : $"{left.Sql} <> {right.Sql}";

    private static string Known(Operand left, string sign, Operand right)
    {
        var comparison = $"{left.Sql} {sign} {right.Sql}";
        var asLong = left.Padded && right.Padded && sign is "=";
        if (asLong)
        {
            comparison += $" AND {SqlDialect.SameLength(left.Sql, right.Sql)}";
        }

        if (left.Nullable)
        {
            comparison += $" AND {left.Sql} IS NOT NULL";
        }

        if (right.Nullable)
        {
            comparison += $" AND {right.Sql} IS NOT NULL";
        }

        return left.Nullable || right.Nullable || asLong ? $"({comparison})" : comparison;
    }
}
