namespace Reporting.Api.Feed.Sql.Expressions;

/// <summary>An SQL expression with a value.</summary>
internal sealed record SqlValue(string Sql, SqlType Type, bool Nullable)
{
    public static readonly SqlValue Null = new("NULL", SqlType.Nothing, Nullable: true);

    public bool IsNull => Type is SqlType.Null;

    /// <summary>The value itself where the request gives it.</summary>
    public object? Constant { get; init; }

    public SqlType.Text Text => (SqlType.Text)Type;

    public SqlType.Number Number => (SqlType.Number)Type;

    /// <summary>The value where only an integer will do.</summary>
    public SqlValue AsInteger() => Type is SqlType.Number { IsInteger: true }
        ? this
        : throw FeedException.Malformed("Cette fonction compte en nombres entiers.");

    /// <summary>The value where only a text will do.</summary>
    public SqlValue AsText() => Type is SqlType.Text ? this : throw FeedException.Malformed("Cette fonction porte sur un texte.");
}

/// <summary>An SQL condition. T-SQL keeps conditions and values apart.</summary>
/// <param name="Sql">The condition.</param>
/// <param name="Nullable">Whether it may be unknown.</param>
internal sealed record SqlCondition(string Sql, bool Nullable)
{
    public static readonly SqlCondition True = new("1 = 1", Nullable: false);
    public static readonly SqlCondition False = new("1 = 0", Nullable: false);
    public static readonly SqlCondition Unknown = new("1 = NULL", Nullable: true);
}
