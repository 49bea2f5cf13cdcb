using Microsoft.OData.UriParser;

namespace Reporting.Api.Feed.Sql.Expressions;

/// <summary>Logic, comparisons and the searches in texts: what is true, false or unknown of a row.</summary>
internal sealed class Conditions(Translator translator, Lambdas lambdas, SqlDialect dialect, Budget budget)
{
    /// <summary>The functions that search a text.</summary>
    public static readonly IReadOnlyList<string> Searches = ["contains", "startswith", "endswith"];

    private readonly Comparison _comparison = new(dialect);

    public static bool IsCondition(QueryNode node) => node switch
    {
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } => true,
        BinaryOperatorNode binary => binary.OperatorKind is BinaryOperatorKind.And or BinaryOperatorKind.Or
            || Comparison.Operators.ContainsKey(binary.OperatorKind),
        SingleValueFunctionCallNode call => Searches.Contains(call.Name),
        InNode or AnyNode or AllNode => true,
        _ => false,
    };

    public SqlCondition Translate(QueryNode node) => node switch
    {
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not => Negation(translator.Condition(not.Operand)),
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And } and => Chain(and, " AND "),
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Or } or => Chain(or, " OR "),
        BinaryOperatorNode comparison => Compare(comparison),
        SingleValueFunctionCallNode search => Search(search),
        InNode membership => In(membership),
        LambdaNode lambda => lambdas.Condition(lambda),
        _ => throw new ArgumentException($"{node.Kind} is no condition.", nameof(node)),
    };

    /// <summary>A condition as a value, where the engine has no such values.</summary>
    public SqlValue Flag(SqlCondition condition) => new(dialect.Flag(condition), SqlType.Truth, condition.Nullable);

    private static SqlCondition Negation(SqlCondition condition) => condition with { Sql = $"NOT ({condition.Sql})" };

    // "a and b and c" nests to the left: read as a list, a long one is not deep.
    private SqlCondition Chain(BinaryOperatorNode chain, string keyword)
    {
        var terms = new Stack<QueryNode>();
        QueryNode rest = chain;
        while (rest is BinaryOperatorNode link && link.OperatorKind == chain.OperatorKind)
        {
            terms.Push(link.Right);
            rest = translator.Plain(link.Left);
        }

        terms.Push(rest);
        var conditions = terms.Select(translator.Condition).ToList();
        return new($"({string.Join(keyword, conditions.Select(condition => condition.Sql))})", conditions.Exists(condition => condition.Nullable));
    }

    private SqlCondition Compare(BinaryOperatorNode comparison)
    {
        var left = translator.Plain(comparison.Left);
        var right = translator.Plain(comparison.Right);
        if (comparison.OperatorKind is BinaryOperatorKind.Equal or BinaryOperatorKind.NotEqual)
        {
            if (IsCondition(left) && right is ConstantNode { Value: bool })
            {
                return CompareToConstant(left, comparison.OperatorKind, (ConstantNode)right);
            }

            if (IsCondition(right) && left is ConstantNode { Value: bool })
            {
                return CompareToConstant(right, comparison.OperatorKind, (ConstantNode)left);
            }
        }

        var (one, other) = Operands(left, right);
        return _comparison.Write(one, comparison.OperatorKind, other);
    }

    private (SqlValue Left, SqlValue Right) Operands(QueryNode left, QueryNode right)
    {
        if (left is ConstantNode)
        {
            var other = translator.Value(right);
            return (translator.Value(left, Comparison.IsNarrow(other)), other);
        }

        var one = translator.Value(left);
        return (one, translator.Value(right, Comparison.IsNarrow(one)));
    }

    // "contains(…) eq true": an unknown condition is not true.
    private SqlCondition CompareToConstant(QueryNode condition, BinaryOperatorKind comparison, ConstantNode constant)
    {
        var tested = budget.Case(() => translator.Condition(condition));
        var expected = constant.Value is true ? tested : Negation(tested);
        var outcome = comparison is BinaryOperatorKind.Equal ? 1 : 0;
        return new($"CASE WHEN {expected.Sql} THEN 1 ELSE 0 END = {outcome}", Nullable: false);
    }

    private SqlCondition Search(SingleValueFunctionCallNode call)
    {
        SqlValue[] arguments = [.. call.Parameters.Select(argument => translator.Value(argument))];
        if (arguments.Any(argument => argument.IsNull))
        {
            return SqlCondition.Unknown;
        }

        var (within, text) = (arguments[0].AsText(), arguments[1].AsText());
        return call.Name switch
        {
            "contains" => dialect.Contains(within, text),
            "startswith" => dialect.StartsWith(within, text),
            "endswith" => dialect.EndsWith(within, text),
            _ => throw new ArgumentException($"{call.Name} is no search.", nameof(call)),
        };
    }

    private SqlCondition In(InNode membership)
    {
        if (membership.Right is not CollectionConstantNode list)
        {
            throw FeedException.NotImplemented("L'opérateur in sur autre chose qu'une liste de constantes");
        }

        var tested = translator.Value(membership.Left);
        return _comparison.In(tested, [.. list.Collection.Select(item => translator.Value(item, Comparison.IsNarrow(tested)))]);
    }
}
