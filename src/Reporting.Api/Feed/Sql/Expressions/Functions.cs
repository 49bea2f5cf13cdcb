using Microsoft.OData.UriParser;

namespace Reporting.Api.Feed.Sql.Expressions;

/// <summary>The functions that give a value. What a function makes of null is null.</summary>
internal sealed class Functions(SqlDialect dialect, Literals literals, ExpressionScope scope)
{
    /// <summary>The functions, as clients may call them.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "length", "indexof", "substring", "tolower", "toupper", "trim", "concat", "year", "month", "day", "hour", "minute",
        "second", "fractionalseconds", "date", "now", "round", "floor", "ceiling", "cast",
    ];

    private const int IntegerDigits = 20;

    private static readonly string Blanks = string.Concat(
        Enumerable.Range(0, char.MaxValue).Select(code => (char)code).Where(char.IsWhiteSpace));

    public SqlValue Call(SingleValueFunctionCallNode call, Func<QueryNode, bool, SqlValue> value)
    {
        if (call.Name is "cast")
        {
            return Cast(call, value);
        }

        SqlValue[] arguments = [.. call.Parameters.Select(argument => value(argument, false))];
        if (arguments.Any(argument => argument.IsNull))
        {
            return SqlValue.Null;
        }

        var nullable = arguments.Any(argument => argument.Nullable);
        return (call.Name, arguments) switch
        {
            ("length", [var text]) => new(dialect.Length(text.AsText()), SqlType.Number.Int32, nullable),
            ("indexof", [var within, var text]) => new(dialect.IndexOf(within.AsText(), text.AsText()), SqlType.Number.Int32, nullable),
            ("substring", [var text, var start]) => OfText(dialect.Substring(text.AsText(), start.AsInteger().Sql, null), text.Text.Longest, nullable),
            ("substring", [var text, var start, var length]) => OfText(
                dialect.Substring(text.AsText(), start.AsInteger().Sql, length.AsInteger().Sql), text.Text.Longest, nullable),
            ("tolower", [var text]) => OfText(dialect.Lower(text.AsText()), text.Text.Longest, nullable),
            ("toupper", [var text]) => OfText(dialect.Upper(text.AsText()), text.Text.Longest, nullable),
            ("trim", [var text]) => OfText(dialect.Trim(text.AsText(), literals.Text(Blanks).Sql), text.Text.Longest, nullable),
            ("concat", [var left, var right]) => OfText(dialect.Concat(left.AsText(), right.AsText()), left.Text.Longest + right.Text.Longest, nullable),
            ("round" or "floor" or "ceiling", [var number]) => Rounded(call.Name, number),
            ("year", [var time]) => Part(TimePart.Year, time),
            ("month", [var time]) => Part(TimePart.Month, time),
            ("day", [var time]) => Part(TimePart.Day, time),
            ("hour", [var time]) => Part(TimePart.Hour, time),
            ("minute", [var time]) => Part(TimePart.Minute, time),
            ("second", [var time]) => Part(TimePart.Second, time),
            ("fractionalseconds", [var time]) => Part(TimePart.FractionalSeconds, time),
            ("date", [var time]) => Day(time),
            ("now", []) => literals.Instant(scope.Now),
            _ => throw FeedException.NotImplemented($"La fonction {call.Name}"),
        };
    }

    private static SqlValue OfText(string sql, int longest, bool nullable) => new(sql, SqlType.Text.Wide(longest), nullable);

    private SqlValue Rounded(string function, SqlValue number)
    {
        var type = Arithmetic.Exact(number);
        return type.IsInteger
            ? number with { Type = type with { IsInteger = false } }
            : new(dialect.Rounded(function, number), type with { Scale = 0, Most = type.Most + 1 }, number.Nullable);
    }

    // A literal has an offset of its own, in which its parts are meant; what is stored is in universal time.
    private SqlValue Part(TimePart part, SqlValue time) => time.Constant switch
    {
        DateTimeOffset instant when part is TimePart.FractionalSeconds =>
            literals.Number(instant.Ticks % TimeSpan.TicksPerSecond / (decimal)TimeSpan.TicksPerSecond),
        DateTimeOffset instant => literals.Integer(Of(instant, part)),
        _ => new(
            dialect.Part(part, time),
            part is TimePart.FractionalSeconds ? new SqlType.Number(IsInteger: false, 3, 1) : SqlType.Number.Int32,
            time.Nullable),
    };

    private static int Of(DateTimeOffset instant, TimePart part) => part switch
    {
        TimePart.Year => instant.Year,
        TimePart.Month => instant.Month,
        TimePart.Day => instant.Day,
        TimePart.Hour => instant.Hour,
        TimePart.Minute => instant.Minute,
        TimePart.Second => instant.Second,
        TimePart.FractionalSeconds => throw new ArgumentOutOfRangeException(nameof(part)),
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    private SqlValue Day(SqlValue time) => time switch
    {
        { Type: SqlType.Day } => time,
        { Constant: DateTimeOffset instant } => literals.Day(DateOnly.FromDateTime(instant.DateTime)),
        _ => new(dialect.DayOf(time), SqlType.Date, time.Nullable),
    };

    private SqlValue Cast(SingleValueFunctionCallNode call, Func<QueryNode, bool, SqlValue> value)
    {
        if (call.Parameters.ToArray() is not [var source, ConstantNode { Value: string target }])
        {
            throw FeedException.NotImplemented("Cette forme de cast");
        }

        var given = value(source, false);
        return (given.Type, target) switch
        {
            (SqlType.Null, _) => given,
            (SqlType.Text, "Edm.Int32" or "Edm.Int64" or "Edm.Decimal" or "Edm.Double" or "Edm.Single") when given.Constant is string text => Number(text, target),
            (SqlType.Text, "Edm.String") or (SqlType.Flag, "Edm.Boolean") or (SqlType.Day, "Edm.Date")
                or (SqlType.Instant, "Edm.DateTimeOffset") => given,
            (SqlType.Number { IsInteger: true }, "Edm.Int32" or "Edm.Int64") => given,
            (SqlType.Number { IsInteger: true }, "Edm.String") => OfText(dialect.IntegerText(given), IntegerDigits, given.Nullable),
            (SqlType.Number number, "Edm.Decimal" or "Edm.Double" or "Edm.Single") => given with { Type = number with { IsInteger = false } },
            (SqlType.Instant, "Edm.Date") => Day(given),
            (SqlType.Day, "Edm.DateTimeOffset") => new(dialect.Midnight(given), SqlType.Time, given.Nullable),
            _ => throw FeedException.NotImplemented($"La conversion en {target}"),
        };
    }

    // What cannot be cast is null.
    private SqlValue Number(string text, string target)
    {
        var number = WrittenNumber.Of(text);
        var fits = target switch
        {
            "Edm.Int32" => number?.Value is int,
            "Edm.Int64" => number?.Value is int or long,
            _ => number is not null,
        };
        return !fits ? SqlValue.Null
            : literals.Value(number!, narrow: false) is var value && target.StartsWith("Edm.Int", StringComparison.Ordinal) ? value
            : value with { Type = value.Number with { IsInteger = false } };
    }
}
