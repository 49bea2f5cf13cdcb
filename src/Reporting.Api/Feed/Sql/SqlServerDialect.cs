using System.Globalization;
using Reporting.Api.Feed.Sql.Expressions;

namespace Reporting.Api.Feed.Sql;

/// <summary>
/// T-SQL: texts compare as if the shorter were filled up with blanks, conditions are no values, decimals have to be told
/// how wide they are.
/// </summary>
internal sealed class SqlServerDialect : SqlDialect
{
    // Counts a character beyond sixteen bits as one; which of two characters comes first is not its business.
    private const string ByCharacter = "COLLATE Latin1_General_100_CS_AS_SC";

    public override string Ordinal(string text) => $"{text} COLLATE Latin1_General_100_BIN2";

    public override string Sorted(SqlValue text) => text.Text.Tight ? text.Sql : Ended(text);

    public override string Ordered(SqlValue left, string sign, SqlValue right) => left.Text.Tight && right.Text.Tight
        ? $"{left.Sql} {sign} {right.Sql}"
        : $"{Ended(left)} {sign} {Ended(right)}";

    public override string SameText(SqlValue left, SqlValue right) => left.Text.Tight && right.Text.Tight
        ? $"{left.Sql} = {right.Sql}"
        : $"({left.Sql} = {right.Sql} AND {Bytes(left)} = {Bytes(right)})";

    public override SqlCondition Contains(SqlValue within, SqlValue text) => Searched(within, text, "> 0");

    public override SqlCondition StartsWith(SqlValue within, SqlValue text) => Searched(within, text, "= 1");

    public override SqlCondition EndsWith(SqlValue within, SqlValue text) => new(
        $"({Bytes(within)} >= {Bytes(text)} AND "
        + $"SUBSTRING({Ordinal(within)}, ({Bytes(within)} - {Bytes(text)}) / 2 + 1, {Bytes(text)} / 2) = {text.Sql})",
        within.Nullable || text.Nullable);

    public override string Mentions(SqlValue within, string text) =>
        $"CHARINDEX({text}, {Wide(within)} COLLATE Latin1_General_100_CI_AI) > 0";

    // LEN does not count the blanks at the end.
    public override string Length(SqlValue text) => $"(LEN({Wide(text)} {ByCharacter} + NCHAR(1)) - 1)";

    public override string IndexOf(SqlValue within, SqlValue text)
    {
        var found = $"CHARINDEX({text.Sql}, {Ordinal(within)})";
        return $"CASE WHEN {within.Sql} IS NULL OR {text.Sql} IS NULL THEN NULL WHEN {Bytes(text)} = 0 THEN 0 WHEN {found} = 0 THEN -1 "
            + $"ELSE LEN(SUBSTRING({Ordinal(within)}, 1, {found} - 1) {ByCharacter} + NCHAR(1)) - 1 END";
    }

    public override string Substring(SqlValue text, string start, string? length)
    {
        var from = $"CASE WHEN {start} < 0 THEN 1 ELSE CAST({start} AS bigint) + 1 END";
        var count = length is null ? Length(text) : $"CASE WHEN {length} < 0 THEN 0 ELSE {length} END";
        return Ordinal($"SUBSTRING({Wide(text)} {ByCharacter}, {from}, {count})");
    }

    public override string Lower(SqlValue text) => $"LOWER({Ordinal(text)})";

    public override string Upper(SqlValue text) => $"UPPER({Ordinal(text)})";

    public override string Trim(SqlValue text, string blanks) => $"TRIM({blanks} FROM {Ordinal(text)})";

    public override string Concat(SqlValue left, SqlValue right) => $"({Ordinal(Wide(left))} + {right.Sql})";

    public override string IntegerText(SqlValue number) => Ordinal($"CAST({number.Sql} AS nvarchar(20))");

    public override string Exact(SqlValue left, char sign, SqlValue right, SqlType.Number result) => result.IsInteger
        ? $"(CAST({left.Sql} AS bigint) {sign} {right.Sql})"
        : $"CAST({Decimal(left)} {sign} {Decimal(right)} AS {Decimal(result)})";

    public override string IntegerQuotient(SqlValue left, SqlValue right) => $"(CAST({left.Sql} AS bigint) / NULLIF({right.Sql}, 0))";

    // The engine cuts a quotient at more decimals than are kept here: rounding afterwards rounds the quotient itself.
    public override string Quotient(SqlValue left, SqlValue right, SqlType.Number result) =>
        $"CAST(ROUND({Decimal(left)} / NULLIF({Decimal(right)}, 0), {result.Scale}) AS {Decimal(result)})";

    public override string Remainder(SqlValue left, SqlValue right, SqlType.Number result) => result.IsInteger
        ? $"(CAST({left.Sql} AS bigint) % NULLIF({right.Sql}, 0))"
        : $"({Decimal(left)} % NULLIF({Decimal(right)}, 0))";

    public override string Sum(SqlValue number, SqlType.Number result) => result.IsInteger
        ? $"SUM(CAST({number.Sql} AS bigint))"
        : $"SUM({Decimal(number with { Type = result })})";

    public override string Grouped(SqlValue value) =>
        value.Type is SqlType.Text { Tight: false } ? $"{value.Sql}, DATALENGTH({value.Sql})" : value.Sql;

    // One more digit: 9.5 becomes 10.
    public override string Rounded(string function, SqlValue number)
    {
        var wide = number with { Type = number.Number with { Most = number.Number.Most * 10 } };
        return function is "round" ? $"ROUND({Decimal(wide)}, 0)" : $"{function.ToUpperInvariant()}({Decimal(wide)})";
    }

    public override string Part(TimePart part, SqlValue time) => part is TimePart.FractionalSeconds
        ? $"CAST(DATEPART(millisecond, {time.Sql}) / 1000.0 AS decimal(4, 3))"
        : $"DATEPART({part.ToString().ToLowerInvariant()}, {time.Sql})";

    public override string DayOf(SqlValue instant) => $"CAST({instant.Sql} AS date)";

    public override string Midnight(SqlValue day) => $"CAST({day.Sql} AS datetimeoffset(3))";

    public override string Flag(SqlCondition condition) => condition.Nullable
        ? $"CASE WHEN {condition.Sql} THEN 1 WHEN NOT ({condition.Sql}) THEN 0 END"
        : $"CASE WHEN {condition.Sql} THEN 1 ELSE 0 END";

    public override string Result(SqlValue value) => value.Type switch
    {
        SqlType.Number { IsInteger: true } => $"CAST({value.Sql} AS bigint)",
        SqlType.Number => Decimal(value),
        SqlType.Flag => $"CAST({value.Sql} AS bit)",
        _ => value.Sql,
    };

    public override string Page(string skip, string take) => $"OFFSET {skip} ROWS FETCH NEXT {take} ROWS ONLY";

    // Every text begins with the empty one, which CHARINDEX does not find.
    private SqlCondition Searched(SqlValue within, SqlValue text, string found)
    {
        var search = $"CHARINDEX({text.Sql}, {Ordinal(within)}) {found}";
        return new(
            text.Constant is string and not "" ? search : $"({search} OR DATALENGTH({text.Sql}) = 0 AND {within.Sql} = {within.Sql})",
            within.Nullable || text.Nullable);
    }

    private string Ordinal(SqlValue text) => text.Text.Collated ? text.Sql : Ordinal(text.Sql);

    // Nothing sorts before the null character: once it ends both texts, neither is padded where it matters.
    private static string Ended(SqlValue text) => $"{text.Sql} + NCHAR(0)";

    private static string Wide(SqlValue text) => $"CAST({text.Sql} AS nvarchar(max))";

    private static string Bytes(SqlValue text) => $"DATALENGTH({Wide(text)})";

    private static string Decimal(SqlValue number) => $"CAST({number.Sql} AS {Decimal(number.Number)})";

    private static string Decimal(SqlType.Number type) =>
        string.Create(CultureInfo.InvariantCulture, $"decimal({type.Digits}, {type.Scale})");
}
