using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using Reporting.Api.Feed.Model;
using Reporting.Store;

namespace Reporting.Api.Feed.Sql;

/// <summary>
/// Turns a $filter into an SQL condition. A comparison is written so that it is never unknown, for in OData a
/// comparison with null is true or false; what functions make of null is unknown in both languages.
/// </summary>
internal sealed class FilterTranslator(SqlRows rows)
{
    // SQLite refuses expressions deeper than 1,000 operators, SQL Server more than 2,100 parameters.
    private const int MaxNodes = 1000;
    private const int MaxDepth = 100;

    private const string Unknown = "1 = NULL";

    // SQL Server refuses a CASE within ten others.
    private const int MaxNestedCases = 8;

    private readonly Engine _engine = rows.Scope.Engine;
    private readonly SqlParameters _parameters = rows.Scope.Parameters;
    private int _nodes;
    private int _depth;
    private int _nestedCases;

    public string Condition(QueryNode node)
    {
        if (++_depth > MaxDepth)
        {
            throw FeedException.TooComplex();
        }

        var condition = ConditionOf(Counted(node));
        _depth--;
        return condition;
    }

    private string ConditionOf(QueryNode node) => node switch
    {
        ConvertNode convert => Condition(convert.Source),
        ConstantNode { Value: true } => "1 = 1",
        ConstantNode { Value: false } => "1 = 0",
        ConstantNode { Value: null } => Unknown,
        SingleValuePropertyAccessNode property => $"{rows.Column(property).Sql} = 1",
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not => $"NOT ({Condition(not.Operand)})",
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And } and => Chain(and, " AND "),
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Or } or => Chain(or, " OR "),
        BinaryOperatorNode comparison when Comparison.Operators.ContainsKey(comparison.OperatorKind) => Compare(comparison),
        SingleValueFunctionCallNode { Name: "contains" } call => Search(call, "> 0"),
        SingleValueFunctionCallNode { Name: "startswith" } call => Search(call, "= 1"),
        _ => throw NotImplemented(node),
    };

    // "a and b and c" nests to the left: read as a list, a long one is not deep.
    private string Chain(BinaryOperatorNode chain, string keyword)
    {
        var terms = new Stack<QueryNode>();
        QueryNode rest = chain;
        while (rest is BinaryOperatorNode link && link.OperatorKind == chain.OperatorKind)
        {
            terms.Push(link.Right);
            rest = Unwrapped(link.Left);
        }

        terms.Push(rest);
        return $"({string.Join(keyword, terms.Select(Condition))})";
    }

    private string Compare(BinaryOperatorNode comparison)
    {
        var left = Unwrapped(comparison.Left);
        var right = Unwrapped(comparison.Right);
        if (IsCondition(left))
        {
            return CompareCondition(left, comparison.OperatorKind, right);
        }

        if (IsCondition(right))
        {
            return CompareCondition(right, comparison.OperatorKind, left);
        }

        var beside = ColumnOf(left) ?? ColumnOf(right);
        return Comparison.Write(Operand(left, beside), comparison.OperatorKind, Operand(right, beside));
    }

    // "contains(…) eq true": an unknown condition is not true, and no other comparison of conditions is written.
    private string CompareCondition(QueryNode condition, BinaryOperatorKind comparison, QueryNode constant)
    {
        if (Counted(constant) is not ConstantNode { Value: bool expected }
            || comparison is not (BinaryOperatorKind.Equal or BinaryOperatorKind.NotEqual))
        {
            throw FeedException.NotImplemented("La comparaison de deux conditions dans $filter");
        }

        if (++_nestedCases > MaxNestedCases)
        {
            throw FeedException.TooComplex();
        }

        var tested = expected ? Condition(condition) : $"NOT ({Condition(condition)})";
        var outcome = comparison is BinaryOperatorKind.Equal ? 1 : 0;
        _nestedCases--;
        return $"CASE WHEN {tested} THEN 1 ELSE 0 END = {outcome}";
    }

    private string Search(SingleValueFunctionCallNode call, string found)
    {
        var arguments = call.Parameters.Select(Unwrapped).ToArray();
        var beside = ColumnOf(arguments[0]) ?? ColumnOf(arguments[1]);
        var within = Operand(arguments[0], beside);
        var text = Operand(arguments[1], beside);
        var mayBeEmpty = arguments[1] is not ConstantNode { Value: not "" };
        return within.IsNull || text.IsNull ? Unknown : SqlDialect.Search(_engine, text.Sql, within.Sql, found, mayBeEmpty);
    }

    private Operand Operand(QueryNode node, FeedColumn? beside) => Counted(node) switch
    {
        ConstantNode { Value: null } => Sql.Operand.Null,
        ConstantNode constant => new(_parameters.Add(constant.Value, beside), Nullable: false, IsPadded(constant.Value is string)),
        SingleValuePropertyAccessNode property => OfColumn(rows.Column(property)),
        _ => throw NotImplemented(node),
    };

    private Operand OfColumn(SqlColumn column) => new(
        SqlDialect.Comparable(_engine, column), column.Nullable, IsPadded(column.Column.Type.Kind is EdmPrimitiveTypeKind.String));

    private bool IsPadded(bool text) => text && _engine is Engine.SqlServer;

    private FeedColumn? ColumnOf(QueryNode node) =>
        node is SingleValuePropertyAccessNode property ? rows.Column(property).Column : null;

    private static bool IsCondition(QueryNode node) => node switch
    {
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } => true,
        BinaryOperatorNode binary => binary.OperatorKind is BinaryOperatorKind.And or BinaryOperatorKind.Or
            || Comparison.Operators.ContainsKey(binary.OperatorKind),
        SingleValueFunctionCallNode call => call.Name is "contains" or "startswith",
        _ => false,
    };

    private static QueryNode Unwrapped(QueryNode node) => node is ConvertNode convert ? Unwrapped(convert.Source) : node;

    private QueryNode Counted(QueryNode node) => ++_nodes <= MaxNodes ? node : throw FeedException.TooComplex();

    private static FeedException NotImplemented(QueryNode node) => FeedException.NotImplemented(node switch
    {
        SingleValueFunctionCallNode call => $"La fonction {call.Name}",
        BinaryOperatorNode binary => $"L'opérateur {binary.OperatorKind}",
        UnaryOperatorNode unary => $"L'opérateur {unary.OperatorKind}",
        ParameterAliasNode => "Un alias de paramètre",
        InNode => "L'opérateur in",
        _ => "Une expression de $filter",
    });
}
