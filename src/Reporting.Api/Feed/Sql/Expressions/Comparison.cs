using Microsoft.OData.UriParser;

namespace Reporting.Api.Feed.Sql.Expressions;

/// <summary>Comparisons that are true or false whatever is null, as OData has them and SQL does not.</summary>
internal sealed class Comparison(SqlDialect dialect)
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

    /// <summary>Whether a text of the request should take the type of a code, whose index would not serve another.</summary>
    public static bool IsNarrow(SqlValue beside) => beside.Type is SqlType.Text { Narrow: true };

    public SqlCondition Write(SqlValue left, BinaryOperatorKind comparison, SqlValue right)
    {
        (left, right) = Alike(left, right);
        return new(comparison switch
        {
            BinaryOperatorKind.Equal => Equality(left, right),
            BinaryOperatorKind.NotEqual => Difference(left, right),
            _ when left.IsNull || right.IsNull => SqlCondition.False.Sql,
            _ => Known(left, right, Ordered(left, Operators[comparison], right)),
        }, Nullable: false);
    }

    /// <summary>Whether a value equals one of a list, in which null is a value like the others.</summary>
    public SqlCondition In(SqlValue tested, IReadOnlyList<SqlValue> list)
    {
        var simple = list.Where(item => !item.IsNull && IsSimple(tested, item)).Select(item => Alike(tested, item).Right.Sql).ToList();
        var conditions = list.Where(item => item.IsNull || !IsSimple(tested, item))
            .Select(item => Write(tested, BinaryOperatorKind.Equal, item).Sql).ToList();
        if (simple.Count > 0)
        {
            conditions.Add(Known(tested, list[0] with { Nullable = false }, $"{tested.Sql} IN ({string.Join(", ", simple)})"));
        }

        return conditions.Count == 0 ? SqlCondition.False : new($"({string.Join(" OR ", conditions)})", Nullable: false);
    }

    private bool IsSimple(SqlValue tested, SqlValue item) =>
        !tested.IsNull && Alike(tested, item) is var (left, right) && Same(left, right) == $"{left.Sql} = {right.Sql}";

    private string Equality(SqlValue left, SqlValue right) =>
        left.IsNull && right.IsNull ? SqlCondition.True.Sql
        : left.IsNull ? $"{right.Sql} IS NULL"
        : right.IsNull ? $"{left.Sql} IS NULL"
        : left.Nullable && right.Nullable ? $"({Known(left, right, Same(left, right))} OR {left.Sql} IS NULL AND {right.Sql} IS NULL)"
        : Known(left, right, Same(left, right));

    private string Difference(SqlValue left, SqlValue right) =>
        Equality(left, right) is var equality && equality == $"{left.Sql} = {right.Sql}"
            ? $"{left.Sql} <> {right.Sql}"
            : $"NOT ({equality})";

    private string Same(SqlValue left, SqlValue right) =>
        left.Type is SqlType.Text ? dialect.SameText(left, right) : $"{left.Sql} = {right.Sql}";

    private string Ordered(SqlValue left, string sign, SqlValue right) =>
        left.Type is SqlType.Text ? dialect.Ordered(left, sign, right) : $"{left.Sql} {sign} {right.Sql}";

    private static string Known(SqlValue left, SqlValue right, string comparison)
    {
        if (left.Nullable)
        {
            comparison += $" AND {left.Sql} IS NOT NULL";
        }

        if (right.Nullable)
        {
            comparison += $" AND {right.Sql} IS NOT NULL";
        }

        return left.Nullable || right.Nullable ? $"({comparison})" : comparison;
    }

    private (SqlValue Left, SqlValue Right) Alike(SqlValue left, SqlValue right) => (left.Type, right.Type) switch
    {
        (SqlType.Null, _) or (_, SqlType.Null) => (left, right),
        (SqlType.Text, SqlType.Text) => (Collated(left, right), right),
        (SqlType.Number, SqlType.Number) or (SqlType.Flag, SqlType.Flag) => (left, right),
        (SqlType.Day, SqlType.Day) or (SqlType.Instant, SqlType.Instant) => (left, right),
        (SqlType.Day, SqlType.Instant) => (Midnight(left), right),
        (SqlType.Instant, SqlType.Day) => (left, Midnight(right)),
        _ => throw FeedException.Malformed("Deux valeurs de types différents ne se comparent pas."),
    };

    private SqlValue Collated(SqlValue left, SqlValue right) => left.Text.Collated || right.Text.Collated
        ? left
        : left with { Sql = dialect.Ordinal(left.Sql), Type = left.Text with { Collated = true } };

    private SqlValue Midnight(SqlValue day) => day with { Sql = dialect.Midnight(day), Type = SqlType.Time };
}
