using Microsoft.OData.UriParser;
using Microsoft.OData.UriParser.Aggregation;
using Reporting.Api.Feed.Sql.Expressions;

namespace Reporting.Api.Feed.Sql.Groups;

/// <summary>What a group comes to. Nulls are left out; what is made of no value at all is null, and the count of them 0.</summary>
internal static class Aggregates
{
    public static readonly SqlValue Rows = new("COUNT(*)", Count, Nullable: false);

    // More rows than any set will have, and few enough to leave room for the sum of sums.
    private const double MostRows = 1e7;

    private static SqlType.Number Count => new(IsInteger: true, 0, MostRows);

    public static SqlValue Of(AggregationMethod method, SqlValue value, SqlDialect dialect) => method switch
    {
        AggregationMethod.Sum => Sum(value, Arithmetic.Exact(value), dialect),
        AggregationMethod.Average => Arithmetic.Write(
            dialect, Sum(value, Arithmetic.Exact(value) with { IsInteger = false }, dialect), BinaryOperatorKind.Divide,
            new($"COUNT({value.Sql})", Count, Nullable: false)),
        AggregationMethod.Min => Extreme("MIN", value),
        AggregationMethod.Max => Extreme("MAX", value),
        AggregationMethod.CountDistinct => new($"COUNT(DISTINCT {dialect.Key(value)})", Count, Nullable: false),
        _ => throw FeedException.NotImplemented("Cette méthode d'agrégation"),
    };

    private static SqlValue Sum(SqlValue value, SqlType.Number type, SqlDialect dialect)
    {
        var sum = Arithmetic.Sum(type, MostRows);
        return new(dialect.Sum(value, sum), sum, Nullable: true);
    }

    private static SqlValue Extreme(string function, SqlValue value) => value.Type switch
    {
        SqlType.Text { Tight: false } => throw FeedException.NotImplemented("Le minimum ou le maximum d'un texte libre"),
        SqlType.Flag => throw FeedException.Malformed("Le vrai et le faux n'ont ni minimum ni maximum."),
        _ => value with { Sql = $"{function}({value.Sql})", Nullable = true, Constant = null },
    };
}
