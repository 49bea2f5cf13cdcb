using Microsoft.OData.UriParser;
using Reporting.Api.Feed.Model;

namespace Reporting.Api.Feed.Sql.Expressions;

/// <summary>
/// Turns what an option says about a row into SQL: a value, or a condition. It is what $filter, $orderby, $compute and
/// $apply have in common.
/// </summary>
internal sealed class Translator
{
    private readonly ExpressionScope _scope;
    private readonly SqlDialect _dialect;
    private readonly Budget _budget;
    private readonly Literals _literals;
    private readonly Lambdas _lambdas;
    private readonly Conditions _conditions;
    private readonly Functions _functions;

    public Translator(ExpressionScope scope)
    {
        _scope = scope;
        _dialect = scope.Dialect;
        _budget = scope.Budget;
        _literals = new(scope.Parameters);
        _lambdas = new(this, scope);
        _conditions = new(this, _lambdas, _dialect, _budget);
        _functions = new(_dialect, _literals, scope);
    }

    public SqlDialect Dialect => _dialect;

    public string Parameter(object value, bool narrow = false) => _scope.Parameters.Add(value, narrow);

    /// <summary>A condition on the rows: what is neither true nor false keeps a row out.</summary>
    public string Filter(QueryNode node) => Condition(node).Sql;

    /// <summary>A column of the rows, or what it is computed from.</summary>
    public SqlValue Column(FeedColumn column) => column.Expression is { } expression ? Expression(expression) : _scope.Column(column);

    /// <summary>What the rows are sorted by, or given as a property.</summary>
    public SqlValue Expression(QueryNode node) => Value(node);

    internal SqlCondition Condition(QueryNode node)
    {
        var condition = _budget.Within(node, ConditionOf);
        Budget.CheckLength(condition.Sql);
        return condition;
    }

    /// <param name="node">The expression.</param>
    /// <param name="narrow">Whether a literal stands beside a code.</param>
    internal SqlValue Value(QueryNode node, bool narrow = false)
    {
        var value = _budget.Within(node, inner => ValueOf(inner, narrow));
        Budget.CheckLength(value.Sql);
        return value;
    }

    /// <summary>The expression that a conversion or an alias stands for: SQL needs neither.</summary>
    internal QueryNode Plain(QueryNode node) => node switch
    {
        ConvertNode convert => Plain(convert.Source),
        ParameterAliasNode alias => _budget.Within(alias, inner => _scope.Alias(inner.Alias) is { } meant ? Plain(meant) : new ConstantNode(null)),
        _ => node,
    };

    private SqlCondition ConditionOf(QueryNode node) => Plain(node) switch
    {
        ConstantNode { Value: true } => SqlCondition.True,
        ConstantNode { Value: false } => SqlCondition.False,
        ConstantNode { Value: null } => SqlCondition.Unknown,
        var condition when Conditions.IsCondition(condition) => _conditions.Translate(condition),
        var flag when Value(flag) is { Type: SqlType.Flag } value => new($"{value.Sql} = 1", value.Nullable),
        _ => throw FeedException.Malformed("Une condition est attendue, et non une valeur."),
    };

    private SqlValue ValueOf(QueryNode node, bool narrow) => Plain(node) switch
    {
        ConstantNode literal => _literals.Value(literal, narrow),
        SingleValuePropertyAccessNode property => _scope.Column(property),
        BinaryOperatorNode
        {
            OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply
            or BinaryOperatorKind.Divide or BinaryOperatorKind.Modulo
        } arithmetic =>
            Arithmetic.Write(_dialect, Value(arithmetic.Left), arithmetic.OperatorKind, Operand(arithmetic)),
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Negate } negation => Arithmetic.Negate(Value(negation.Operand)),
        SingleValueOpenPropertyAccessNode dynamic when _scope.Dynamic(dynamic) is var column => column.Expression is { } expression
            ? Value(expression, narrow)
            : _scope.Column(column),
        SingleNavigationNode path => _scope.Key(path),
        CountNode count => _lambdas.Count(count),
        SingleValueFunctionCallNode call when !Conditions.IsCondition(call) => _budget.Case(() => _functions.Call(call, Value)),
        var condition when Conditions.IsCondition(condition) => _budget.Case(() => _conditions.Flag(Condition(condition))),
        var other => throw Unknown(other),
    };

    // A column that is zero makes null of its row alone; what the URL itself divides by zero has no value in any.
    private SqlValue Operand(BinaryOperatorNode arithmetic)
    {
        var right = Value(arithmetic.Right);
        return arithmetic.OperatorKind is BinaryOperatorKind.Divide or BinaryOperatorKind.Modulo
            && Plain(arithmetic.Right) is ConstantNode && right.Constant is 0 or 0m
            ? throw FeedException.Malformed("Une division par zéro n'a pas de valeur.")
            : right;
    }

    private static FeedException Unknown(QueryNode node) => FeedException.NotImplemented(node switch
    {
        BinaryOperatorNode binary => $"L'opérateur {binary.OperatorKind}",
        _ => "Cette expression",
    });
}
