using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.TestSupport.Tds.Sql;

/// <summary>Translates expressions, and works out their types as T-SQL does.</summary>
internal sealed class Expressions(Translation translation)
{
    public Expr Translate(ScalarExpression expression, Scope scope)
    {
        var translated = Plain(expression, scope);
        if (expression is not PrimaryExpression { Collation: { } collation })
        {
            return translated;
        }

        var named = Collations.Named(collation.Value);
        var type = translated.Type with { Collation = named, Coercibility = Coercibility.Explicit };
        return new($"({translated.Collated(named)})", type) { Name = translated.Name };
    }

    private Expr Plain(ScalarExpression expression, Scope scope) => expression switch
    {
        ColumnReferenceExpression { ColumnType: ColumnType.Regular } column => scope.Column(column.MultiPartIdentifier),
        IntegerLiteral literal => Integer(literal.Value),
        NumericLiteral literal => Numeric(literal.Value),
        RealLiteral literal => new(literal.Value, SqlType.Float),
        StringLiteral literal => Text(literal),
        NullLiteral => new("NULL", SqlType.Null),
        VariableReference variable => Variable(variable.Name),
        GlobalVariableExpression { Name: var name } => GlobalVariable(name),
        ParenthesisExpression inner => Parenthesis(Translate(inner.Expression, scope)),
        UnaryExpression unary => Unary(unary, scope),
        BinaryExpression binary => Binary(binary, scope),
        CastCall cast => Cast(Translate(cast.Parameter, scope), Types.Of(cast.DataType, textLength: 30)),
        ConvertCall { Style: null } cast => Cast(Translate(cast.Parameter, scope), Types.Of(cast.DataType, textLength: 30)),
        CoalesceExpression coalesce => Coalesce(coalesce.Expressions, scope),
        NullIfExpression pair => NullIf(Translate(pair.FirstExpression, scope), Translate(pair.SecondExpression, scope)),
        SearchedCaseExpression cases => Case(cases.WhenClauses.Select(when =>
            (translation.Predicates.Translate(when.WhenExpression, scope), when.ThenExpression)), cases.ElseExpression, scope),
        SimpleCaseExpression cases => Case(cases.WhenClauses.Select(when =>
            (Equal(cases.InputExpression, when.WhenExpression, scope), when.ThenExpression)), cases.ElseExpression, scope),
        IIfCall choice => Case([(translation.Predicates.Translate(choice.Predicate, scope), choice.ThenExpression)], choice.ElseExpression, scope),
        ScalarSubquery subquery => Subquery(subquery, scope),
        FunctionCall call => translation.Functions.Translate(call, scope),
        LeftFunctionCall left => Functions.Left([.. left.Parameters.Select(parameter => Translate(parameter, scope))]),
        _ => throw Translation.Refusal(expression),
    };

    private static Expr Integer(string digits) =>
        int.TryParse(digits, CultureInfo.InvariantCulture, out _) ? new(digits, SqlType.Int) : Numeric(digits);

    private static Expr Numeric(string digits)
    {
        var parts = digits.Split('.');
        var scale = parts.Length > 1 ? parts[1].Length : 0;
        var value = StoredForm.OfDecimal(decimal.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture), scale);
        return new(string.Create(CultureInfo.InvariantCulture, $"{value}"), SqlType.Decimal(Math.Max(1, parts[0].TrimStart('0').Length), scale));
    }

    private static Expr Text(StringLiteral literal)
    {
        var value = literal.IsNational ? literal.Value : StoredForm.CodePage.GetString(StoredForm.CodePage.GetBytes(literal.Value));
        var type = SqlType.Text(literal.IsNational ? SqlKind.NVarChar : SqlKind.VarChar, Math.Max(1, value.Length));
        return new($"'{value.Replace("'", "''", StringComparison.Ordinal)}'", type);
    }

    private Expr Variable(string name)
    {
        if (!translation.Variables.TryGetValue(name, out var variable))
        {
            throw new TdsError(137, 15, $"Must declare the scalar variable \"{name}\".");
        }

        translation.Used.Add(name);
        return new(name.ToLowerInvariant(), variable.Type);
    }

    private static Expr GlobalVariable(string name) => name.ToUpperInvariant() switch
    {
        "@@VERSION" => new($"'{TdsStandIn.Version}'", SqlType.Text(SqlKind.NVarChar, 300)),
        "@@SERVERNAME" => new($"'{TdsStandIn.Name}'", SqlType.Text(SqlKind.NVarChar, 128)),
        _ => throw TdsError.Unknown(name),
    };

    private static Expr Parenthesis(Expr inner) => inner with { Sql = $"({inner.Sql})" };

    private Expr Unary(UnaryExpression unary, Scope scope)
    {
        var operand = Translate(unary.Expression, scope);
        return unary.UnaryExpressionType is UnaryExpressionType.Negative && (operand.Type.IsExact || operand.Type.Kind is SqlKind.Float)
            ? operand with { Sql = $"(-{operand.Sql})", Name = "" }
            : throw Translation.Refusal(unary);
    }

    private Expr Binary(BinaryExpression binary, Scope scope)
    {
        var left = Translate(binary.FirstExpression, scope);
        var right = Translate(binary.SecondExpression, scope);
        var common = SqlType.Common(left.Type, right.Type);
        var sign = binary.BinaryExpressionType switch
        {
            BinaryExpressionType.Add => common.IsText ? "||" : "+",
            BinaryExpressionType.Subtract => "-",
            BinaryExpressionType.Multiply or BinaryExpressionType.Divide or BinaryExpressionType.Modulo when common.Kind is SqlKind.Decimal => "",
            BinaryExpressionType.Multiply when common.Kind is not SqlKind.Decimal => "*",
            BinaryExpressionType.Divide when common.Kind is not SqlKind.Decimal => "/",
            BinaryExpressionType.Modulo when common.IsWhole => "%",
            _ => throw Translation.Refusal(binary),
        };
        if (sign.Length == 0)
        {
            return DecimalFunctions.Write(binary.BinaryExpressionType, left, right);
        }

        var type = common.Kind switch
        {
            SqlKind.Decimal => SqlType.Decimal(common.Digits.Whole + 1, common.Scale),
            SqlKind.VarChar or SqlKind.NVarChar or SqlKind.Char => common with { Length = Joined(left.Type, right.Type, common) },
            _ when common.IsWhole || common.Kind is SqlKind.Float => common,
            _ => throw Translation.Refusal(binary),
        };
        return new($"({left.To(common).Sql} {sign} {right.To(common).Sql})", type);
    }

    private static int Joined(SqlType left, SqlType right, SqlType common) =>
        left.Length == SqlType.Max || right.Length == SqlType.Max ? SqlType.Max
        : Math.Min(common.Kind is SqlKind.NVarChar ? 4000 : 8000, left.Length + right.Length);

    private static Expr Cast(Expr source, SqlType type) =>
        Conversion.Emit(source, type.IsText ? type with { Collation = source.Type.Collation } : type, column: null) with { Name = "" };

    private Expr Coalesce(IList<ScalarExpression> expressions, Scope scope)
    {
        var (values, type) = Unified([.. expressions.Select(expression => Translate(expression, scope))]);
        return new($"COALESCE({string.Join(", ", values)})", type);
    }

    private static Expr NullIf(Expr first, Expr second)
    {
        var (left, right) = Expr.Comparable(first, second);
        return new($"(CASE WHEN {left} = {right} THEN NULL ELSE {first.Sql} END)", first.Type);
    }

    private Expr Case(IEnumerable<(string Condition, ScalarExpression Value)> branches, ScalarExpression? otherwise, Scope scope)
    {
        var all = branches.ToList();
        var results = all.Select(branch => Translate(branch.Value, scope))
            .Append(otherwise is null ? new("NULL", SqlType.Null) : Translate(otherwise, scope)).ToList();
        var (values, type) = Unified(results);
        var cases = all.Zip(values, (branch, value) => $"WHEN {branch.Condition} THEN {value}");
        return new($"(CASE {string.Join(' ', cases)} ELSE {values[^1]} END)", type);
    }

    private string Equal(ScalarExpression left, ScalarExpression right, Scope scope)
    {
        var (one, other) = Expr.Comparable(Translate(left, scope), Translate(right, scope));
        return $"{one} = {other}";
    }

    private Expr Subquery(ScalarSubquery subquery, Scope scope)
    {
        var query = translation.Queries.Translate(subquery.QueryExpression, scope);
        return query.Columns is [var only]
            ? new($"({query.Sql})", only.Type)
            : throw new TdsError(116, 16, "Only one expression can be specified in the select list when the subquery is not introduced with EXISTS.");
    }

    private static (IReadOnlyList<string> Values, SqlType Type) Unified(IReadOnlyList<Expr> values)
    {
        var type = values.Select(value => value.Type).Aggregate(SqlType.Common);
        return ([.. values.Select(value => value.To(type).Sql)], type);
    }
}
