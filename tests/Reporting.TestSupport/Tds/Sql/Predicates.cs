using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.TestSupport.Tds.Sql;

/// <summary>Translates conditions.</summary>
internal sealed class Predicates(Translation translation)
{
    public string Translate(BooleanExpression condition, Scope scope) => condition switch
    {
        BooleanComparisonExpression comparison => Compare(comparison, scope),
        BooleanBinaryExpression chain => Chain(chain, scope),
        BooleanNotExpression not => $"NOT ({Translate(not.Expression, scope)})",
        BooleanParenthesisExpression inner => $"({Translate(inner.Expression, scope)})",
        BooleanIsNullExpression test => $"{Value(test.Expression, scope).Sql} IS {(test.IsNot ? "NOT NULL" : "NULL")}",
        ExistsPredicate exists => $"EXISTS ({translation.Queries.Translate(exists.Subquery.QueryExpression, scope).Sql})",
        InPredicate { Subquery: { } subquery } membership => InQuery(membership, subquery, scope),
        InPredicate membership => InList(membership, scope),
        LikePredicate { EscapeExpression: null } like =>
            (like.NotDefined ? "NOT " : "") + Likeness.Emit(Value(like.FirstExpression, scope), Value(like.SecondExpression, scope)),
        BooleanTernaryExpression between => Between(between, scope),
        _ => throw Translation.Refusal(condition),
    };

    private string Compare(BooleanComparisonExpression comparison, Scope scope)
    {
        var sign = comparison.ComparisonType switch
        {
            BooleanComparisonType.Equals => "=",
            BooleanComparisonType.NotEqualToBrackets or BooleanComparisonType.NotEqualToExclamation => "<>",
            BooleanComparisonType.LessThan => "<",
            BooleanComparisonType.LessThanOrEqualTo => "<=",
            BooleanComparisonType.GreaterThan => ">",
            BooleanComparisonType.GreaterThanOrEqualTo => ">=",
            _ => throw Translation.Refusal(comparison),
        };
        var (left, right) = Expr.Comparable(
            Value(comparison.FirstExpression, scope), Value(comparison.SecondExpression, scope));
        return $"{left} {sign} {right}";
    }

    // A chain leans to the left: read as a list, a long one is not deep.
    private string Chain(BooleanBinaryExpression chain, Scope scope)
    {
        var terms = new Stack<BooleanExpression>();
        BooleanExpression rest = chain;
        while (rest is BooleanBinaryExpression link && link.BinaryExpressionType == chain.BinaryExpressionType)
        {
            terms.Push(link.SecondExpression);
            rest = link.FirstExpression;
        }

        terms.Push(rest);
        var word = chain.BinaryExpressionType is BooleanBinaryExpressionType.And ? " AND " : " OR ";
        return $"({string.Join(word, terms.Select(term => Translate(term, scope)))})";
    }

    private string InList(InPredicate membership, Scope scope)
    {
        var tested = Value(membership.Expression, scope);
        var equalities = membership.Values.Select(value =>
        {
            var (left, right) = Expr.Comparable(tested, Value(value, scope));
            return $"{left} = {right}";
        });
        return $"{(membership.NotDefined ? "NOT " : "")}({string.Join(" OR ", equalities)})";
    }

    private string InQuery(InPredicate membership, ScalarSubquery subquery, Scope scope)
    {
        var tested = Value(membership.Expression, scope);
        var query = translation.Queries.Translate(subquery.QueryExpression, scope);
        var type = SqlType.Common(tested.Type, query.Columns[0].Type);
        var same = tested.Type.Kind == query.Columns[0].Type.Kind && tested.Type.Scale == query.Columns[0].Type.Scale;
        if (!same && query.Columns[0].Type.Kind is not SqlKind.Null && !(tested.Type.IsWhole && query.Columns[0].Type.IsWhole) && !(tested.Type.IsText && query.Columns[0].Type.IsText))
        {
            throw Translation.Refusal(membership);
        }

        return $"{tested.Collated(type.Collation)} {(membership.NotDefined ? "NOT " : "")}IN ({query.Sql})";
    }

    private string Between(BooleanTernaryExpression between, Scope scope)
    {
        var tested = Value(between.FirstExpression, scope);
        var (above, least) = Expr.Comparable(tested, Value(between.SecondExpression, scope));
        var (below, most) = Expr.Comparable(tested, Value(between.ThirdExpression, scope));
        var inside = $"({above} >= {least} AND {below} <= {most})";
        return between.TernaryExpressionType is BooleanTernaryExpressionType.NotBetween ? $"NOT {inside}" : inside;
    }

    private Expr Value(ScalarExpression expression, Scope scope) => translation.Expressions.Translate(expression, scope);
}
