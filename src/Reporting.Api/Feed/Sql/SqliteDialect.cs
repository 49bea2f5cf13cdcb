using System.Globalization;
using Reporting.Api.Feed.Sql.Expressions;

namespace Reporting.Api.Feed.Sql;

/// <summary>
/// SQLite: texts compare by code point, figures are binary numbers that each stand for the decimal nearest to them, and
/// instants are texts of one width.
/// </summary>
internal sealed class SqliteDialect : SqlDialect
{
    public override string Ordinal(string text) => text;

    public override string Sorted(SqlValue text) => text.Sql;

    public override string Ordered(SqlValue left, string sign, SqlValue right) => $"{left.Sql} {sign} {right.Sql}";

    public override string SameText(SqlValue left, SqlValue right) => $"{left.Sql} = {right.Sql}";

    public override SqlCondition Contains(SqlValue within, SqlValue text) => Searched($"instr({within.Sql}, {text.Sql}) > 0", within, text);

    public override SqlCondition StartsWith(SqlValue within, SqlValue text) => Searched($"instr({within.Sql}, {text.Sql}) = 1", within, text);

    public override SqlCondition EndsWith(SqlValue within, SqlValue text) => Searched(
        $"(length({within.Sql}) >= length({text.Sql}) AND substr({within.Sql}, length({within.Sql}) - length({text.Sql}) + 1) = {text.Sql})",
        within, text);

    public override string Mentions(SqlValue within, string text) =>
        $"instr({SqliteFunctions.Fold}({within.Sql}), {SqliteFunctions.Fold}({text})) > 0";

    public override string Length(SqlValue text) => $"length({text.Sql})";

    public override string IndexOf(SqlValue within, SqlValue text) => $"(instr({within.Sql}, {text.Sql}) - 1)";

    public override string Substring(SqlValue text, string start, string? length) => length is null
        ? $"substr({text.Sql}, max({start}, 0) + 1)"
        : $"substr({text.Sql}, max({start}, 0) + 1, max({length}, 0))";

    public override string Lower(SqlValue text) => $"{SqliteFunctions.Lower}({text.Sql})";

    public override string Upper(SqlValue text) => $"{SqliteFunctions.Upper}({text.Sql})";

    public override string Trim(SqlValue text, string blanks) => $"trim({text.Sql}, {blanks})";

    public override string Concat(SqlValue left, SqlValue right) => $"({left.Sql} || {right.Sql})";

    public override string IntegerText(SqlValue number) => $"CAST({number.Sql} AS TEXT)";

    // The sum of two such numbers may be a neighbour of the one that stands for the exact sum.
    public override string Exact(SqlValue left, char sign, SqlValue right, SqlType.Number result) => result.IsInteger
        ? $"({left.Sql} {sign} {right.Sql})"
        : $"round({left.Sql} {sign} {right.Sql}, {result.Scale})";

    public override string IntegerQuotient(SqlValue left, SqlValue right) => $"({left.Sql} / {right.Sql})";

    // Rounded as an integer: round() to decimals would take a half that binary cannot say for less than it is.
    public override string Quotient(SqlValue left, SqlValue right, SqlType.Number result) =>
        $"(round(CAST({left.Sql} AS REAL) / {right.Sql} * {Power(result.Scale)}) / {Power(result.Scale)})";

    public override string Remainder(SqlValue left, SqlValue right, SqlType.Number result) => result.IsInteger
        ? $"({left.Sql} % {right.Sql})"
        : $"({Units(left, result)} % {Units(right, result)} / {Power(result.Scale)})";

    // Whole units add up exactly.
    public override string Sum(SqlValue number, SqlType.Number result) => result.IsInteger
        ? $"SUM({number.Sql})"
        : $"(SUM(round({number.Sql} * {Power(result.Scale)})) / {Power(result.Scale)})";

    public override string Grouped(SqlValue value) => value.Sql;

    public override string Rounded(string function, SqlValue number) => $"{function}({number.Sql})";

    public override string Part(TimePart part, SqlValue time) => part switch
    {
        TimePart.Year => Digits(time, 1, 4),
        TimePart.Month => Digits(time, 6, 2),
        TimePart.Day => Digits(time, 9, 2),
        TimePart.Hour => Digits(time, 12, 2),
        TimePart.Minute => Digits(time, 15, 2),
        TimePart.Second => Digits(time, 18, 2),
        TimePart.FractionalSeconds => $"({Digits(time, 21, 3)} / 1000.0)",
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    public override string DayOf(SqlValue instant) => $"substr({instant.Sql}, 1, 10)";

    public override string Midnight(SqlValue day) => $"({day.Sql} || 'T00:00:00.000Z')";

    public override string Flag(SqlCondition condition) => $"({condition.Sql})";

    public override string Result(SqlValue value) => value.Sql;

    public override string Page(string skip, string take) => $"LIMIT {take} OFFSET {skip}";

    // What a limit keeps, it keeps in a tree, a row at a time; all rows are sorted in runs, in temporary files beyond the cache.
    public override long LargestLimit => 50_000;

    private static SqlCondition Searched(string sql, SqlValue within, SqlValue text) => new(sql, within.Nullable || text.Nullable);

    private static string Units(SqlValue number, SqlType.Number result) =>
        $"CAST(round({number.Sql} * {Power(result.Scale)}) AS INTEGER)";

    private static string Digits(SqlValue time, int from, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"CAST(substr({time.Sql}, {from}, {count}) AS INTEGER)");

    private static string Power(int scale) => "1" + new string('0', scale) + ".0";
}
