namespace Reporting.TestSupport.Tds.Sql;

/// <summary>An expression in SQLite's SQL, with its type in T-SQL.</summary>
internal sealed record Expr(string Sql, SqlType Type)
{
    /// <summary>The name that a result has when it is a bare column.</summary>
    public string Name { get; init; } = "";

    /// <summary>Both sides in one type, ready to be compared by its collation.</summary>
    public static (string Left, string Right) Comparable(Expr left, Expr right)
    {
        var type = SqlType.Common(left.Type, right.Type);
        return (left.To(type).Collated(type.Collation), right.To(type).Sql);
    }

    /// <summary>The same value in the form that <paramref name="type"/> is kept in, as T-SQL converts it unasked.</summary>
    public Expr To(SqlType type) => (Type.Kind, type.Kind) switch
    {
        (SqlKind.Null, _) => this with { Type = type },
        var (from, to) when from == to && from is not SqlKind.Decimal => this with { Type = type },
        (SqlKind.Decimal, SqlKind.Decimal) when Type.Scale <= type.Scale => Scaled(type.Scale - Type.Scale, type),
        (_, SqlKind.Decimal) when Type.IsWhole => Scaled(type.Scale, type),
        (SqlKind.Decimal, SqlKind.Float) => new($"({Sql} / {StoredForm.Power(Type.Scale)}.0)", type),
        (_, SqlKind.Float) when Type.IsWhole => new($"CAST({Sql} AS REAL)", type),
        var (from, to) when Type.IsWhole && type.IsWhole && from < to => this with { Type = type },
        _ when Type.IsText && type.IsText => this with { Type = type },
        _ => Conversion.Emit(this, type, column: null),
    };

    /// <summary>The text with the collation that it is to be compared by.</summary>
    public string Collated(Collation collation) =>
        Type.IsText ? $"{Sql} COLLATE {Collations.InSqlite(collation)}" : Sql;

    private Expr Scaled(int digits, SqlType type) =>
        digits == 0 ? this with { Type = type } : new($"({Sql} * {StoredForm.Power(digits)})", type);
}
