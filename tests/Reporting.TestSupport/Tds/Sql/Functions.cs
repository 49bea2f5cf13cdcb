using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.TestSupport.Tds.Sql;

/// <summary>Translates calls of functions and aggregates.</summary>
internal sealed class Functions(Translation translation)
{
    public Expr Translate(FunctionCall call, Scope scope)
    {
        var name = call.FunctionName.Value.ToUpperInvariant();
        if (name is "ROW_NUMBER" && call is { OverClause: { OrderByClause: not null, WindowFrameClause: null, WindowName: null } over, Parameters: [] })
        {
            return RowNumber(over, scope);
        }

        if (call.OverClause is not null || call.CallTarget is not null)
        {
            throw Translation.Refusal(call);
        }

        if (name is "COUNT" or "COUNT_BIG")
        {
            return new(Count(call, scope), name is "COUNT" ? SqlType.Int : SqlType.BigInt);
        }

        if (name is "OBJECT_ID" && call.Parameters[0] is StringLiteral literal)
        {
            return ObjectId(literal.Value);
        }

        if (name is "DATEPART" && call.Parameters is [IdentifierLiteral part, var time])
        {
            return TimeFunctions.Part(part.Value, translation.Expressions.Translate(time, scope));
        }

        Expr[] arguments = [.. call.Parameters.Select(parameter => translation.Expressions.Translate(parameter, scope))];
        return (name, arguments) switch
        {
            ("MIN" or "MAX", [var of]) => new($"{name}({of.Sql})", of.Type),
            ("SUM", [var of]) when call.UniqueRowFilter is UniqueRowFilter.NotSpecified => new($"SUM({of.Sql})", TypeOfSum(call, of.Type)),
            ("ISNULL", [var value, var otherwise]) => new($"COALESCE({value.Sql}, {otherwise.To(value.Type).Sql})", value.Type),
            ("AVG", [{ Type: { IsExact: true } } of]) when call.UniqueRowFilter is UniqueRowFilter.NotSpecified => DecimalFunctions.Average(of),
            ("ROUND", [{ Type: { IsExact: true } } of, var digits]) => DecimalFunctions.Round(of, digits),
            ("FLOOR" or "CEILING", [{ Type: { IsExact: true } } of]) => DecimalFunctions.Whole(of, name),
            ("ABS", [{ Type: { IsExact: true } or { Kind: SqlKind.Float } } of]) => new($"ABS({of.Sql})", of.Type),
            ("NCHAR", [{ Type.IsWhole: true } code]) => new($"CHAR({code.Sql})", SqlType.Text(SqlKind.NVarChar, 1)),
            ("SCHEMA_NAME", []) => new($"'{translation.OwnSchema}'", SqlType.Text(SqlKind.NVarChar, 128)),
            _ => TextFunctions.Translate(name, arguments) ?? throw Translation.Refusal(call),
        };
    }

    public static Expr Left(Expr[] arguments) => new($"SUBSTR({arguments[0].Sql}, 1, {arguments[1].Sql})", arguments[0].Type);

    // It refuses to number rows in the order of a constant.
    private Expr RowNumber(OverClause over, Scope scope)
    {
        if (over.OrderByClause.OrderByElements.Any(item => item.Expression is Literal or NullLiteral))
        {
            throw new TdsError(5309, 16, "Windowed functions, aggregates and NEXT VALUE FOR functions do not support constants as ORDER BY clause expressions.");
        }

        var partitions = over.Partitions.Select(partition => translation.Expressions.Translate(partition, scope))
            .Select(value => value.Collated(value.Type.Collation)).ToList();
        var by = partitions.Count == 0 ? "" : $"PARTITION BY {string.Join(", ", partitions)} ";
        return new($"ROW_NUMBER() OVER ({by}ORDER BY {translation.Queries.Order(over.OrderByClause, scope, [])})", SqlType.BigInt);
    }

    private string Count(FunctionCall call, Scope scope)
    {
        if (call.Parameters is [ColumnReferenceExpression { ColumnType: ColumnType.Wildcard }])
        {
            return "COUNT(*)";
        }

        var distinct = call.UniqueRowFilter is UniqueRowFilter.Distinct ? "DISTINCT " : "";
        return $"COUNT({distinct}{translation.Expressions.Translate(call.Parameters[0], scope).Sql})";
    }

    private static SqlType TypeOfSum(FunctionCall call, SqlType of) => of.Kind switch
    {
        SqlKind.TinyInt or SqlKind.SmallInt or SqlKind.Int => SqlType.Int,
        SqlKind.BigInt or SqlKind.Float => of,
        SqlKind.Decimal => of with { Precision = 38 },
        _ => throw Translation.Refusal(call),
    };

    private Expr ObjectId(string name)
    {
        var parts = name.Split('.');
        var found = parts.Length == 1
            ? translation.Catalog.Find(new ObjectName(translation.OwnSchema, name)) ?? translation.Catalog.Find(new ObjectName("dbo", name))
            : translation.Catalog.Find(new ObjectName(parts[0], parts[1]));
        return new(found is null ? "NULL" : "1", SqlType.Int);
    }
}
