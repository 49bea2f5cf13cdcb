using Reporting.Api.Feed.Sql.Expressions;
using Reporting.Store;

namespace Reporting.Api.Feed.Sql;

/// <summary>What the two engines spell differently. Whatever it is given is null in, null out.</summary>
internal abstract class SqlDialect
{
    private static readonly SqlDialect Sqlite = new SqliteDialect();
    private static readonly SqlDialect SqlServer = new SqlServerDialect();

    public static SqlDialect Of(Engine engine) => engine is Engine.Sqlite ? Sqlite : SqlServer;

    /// <summary>A text that is compared and sorted by code point.</summary>
    public abstract string Ordinal(string text);

    /// <summary>A text as it sorts to the last blank among others of its column.</summary>
    public abstract string Sorted(SqlValue text);

    /// <summary>Two texts of which one comes before the other, to the last blank.</summary>
    public abstract string Ordered(SqlValue left, string sign, SqlValue right);

    /// <summary>Two texts that are the same to the last blank.</summary>
    public abstract string SameText(SqlValue left, SqlValue right);

    public abstract SqlCondition Contains(SqlValue within, SqlValue text);

    public abstract SqlCondition StartsWith(SqlValue within, SqlValue text);

    public abstract SqlCondition EndsWith(SqlValue within, SqlValue text);

    /// <summary>A text that holds another, whatever their case and accents.</summary>
    public abstract string Mentions(SqlValue within, string text);

    /// <summary>How many characters a text has; one beyond the sixteen bits of .NET is one all the same.</summary>
    public abstract string Length(SqlValue text);

    /// <summary>How many characters come before the first occurrence; -1 when there is none.</summary>
    public abstract string IndexOf(SqlValue within, SqlValue text);

    /// <summary>The characters from <paramref name="start"/> on, counted from 0, to the end or as many as said.</summary>
    public abstract string Substring(SqlValue text, string start, string? length);

    public abstract string Lower(SqlValue text);

    public abstract string Upper(SqlValue text);

    /// <param name="text">The text.</param>
    /// <param name="blanks">The parameter that holds every blank there is.</param>
    public abstract string Trim(SqlValue text, string blanks);

    public abstract string Concat(SqlValue left, SqlValue right);

    /// <summary>The number as text, without a sign for the positive and without needless zeros.</summary>
    public abstract string IntegerText(SqlValue number);

    /// <summary>A sum, difference or product; exact, as the type of the result has room for it.</summary>
    public abstract string Exact(SqlValue left, char sign, SqlValue right, SqlType.Number result);

    /// <summary>An integer quotient, cut towards zero; null when dividing by zero.</summary>
    public abstract string IntegerQuotient(SqlValue left, SqlValue right);

    /// <summary>A quotient rounded to the decimals of the result; null when dividing by zero.</summary>
    public abstract string Quotient(SqlValue left, SqlValue right, SqlType.Number result);

    /// <summary>What a division leaves, of the sign of the dividend; null when dividing by zero.</summary>
    public abstract string Remainder(SqlValue left, SqlValue right, SqlType.Number result);

    /// <summary>The sum of the values of a group, of the type of the result.</summary>
    public abstract string Sum(SqlValue number, SqlType.Number result);

    /// <summary>What tells the values of a column apart in groups.</summary>
    public abstract string Grouped(SqlValue value);

    /// <summary>The nearest integer, the one farther from zero where two are; or the next below or above.</summary>
    public abstract string Rounded(string function, SqlValue number);

    /// <summary>A part of an instant or a day as a number.</summary>
    public abstract string Part(TimePart part, SqlValue time);

    public abstract string DayOf(SqlValue instant);

    public abstract string Midnight(SqlValue day);

    /// <summary>A condition as a value.</summary>
    public abstract string Flag(SqlCondition condition);

    /// <summary>A computed value as a column of a result, of the type that it is read as.</summary>
    public abstract string Result(SqlValue value);

    /// <summary>A value as rows are sorted by it.</summary>
    public string Key(SqlValue value) => value.Type is SqlType.Text ? Sorted(value) : value.Sql;

    public abstract string Page(string skip, string take);

    /// <summary>The largest page that the engine is told the size of: for a larger one, to sort all rows takes less than to keep the first.</summary>
    public virtual long LargestLimit => long.MaxValue;

    /// <summary>A column of a set's rows.</summary>
    public SqlValue Column(SqlColumn column) =>
        new(column.Column.Type.Unicode ? Ordinal(column.Sql) : column.Sql, column.Column.Type.ToSql(), column.Nullable);
}
