using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Reporting.TestSupport.Tds.Sql;

/// <summary>
/// Conversions between types, and what a column makes of a value: its length, its decimals, its code page. They run
/// inside SQLite, as one function that is told which conversion to make.
/// </summary>
internal sealed record Conversion(SqlType From, SqlType To, string? Column)
{
    private const string Function = "tds_convert";

    private static readonly ConcurrentDictionary<Conversion, int> _numbers = new();
    private static readonly ConcurrentDictionary<int, Conversion> _known = new();

    public static void Register(SqliteConnection connection) =>
        connection.CreateFunction<long, object?, object?>(Function, (number, value) => value is null or DBNull
            ? null
            : _known[(int)number].Run(value));

    /// <summary>The conversion as a call. With a column, what does not fit is refused; without, a text is cut as CAST does.</summary>
    public static Expr Emit(Expr source, SqlType to, string? column)
    {
        if (source.Type.Kind is SqlKind.Null || source.Type == to)
        {
            return source with { Type = to };
        }

        var number = _numbers.GetOrAdd(new(source.Type, to, column), conversion =>
        {
            var next = _known.Count;
            while (!_known.TryAdd(next, conversion))
            {
                next++;
            }

            return next;
        });
        return new(string.Create(CultureInfo.InvariantCulture, $"{Function}({number}, {source.Sql})"), to) { Name = source.Name };
    }

    private object Run(object value)
    {
        try
        {
            return To.Kind switch
            {
                SqlKind.Bit => Number(value) == 0 ? 0L : 1L,
                SqlKind.TinyInt => Whole(value, byte.MinValue, byte.MaxValue),
                SqlKind.SmallInt => Whole(value, short.MinValue, short.MaxValue),
                SqlKind.Int => Whole(value, int.MinValue, int.MaxValue),
                SqlKind.BigInt => Whole(value, long.MinValue, long.MaxValue),
                SqlKind.Decimal => Decimal(value),
                SqlKind.Float => From.Kind is SqlKind.Float ? value : (double)Number(value),
                SqlKind.DateTimeOffset => Instant(value),
                SqlKind.Date when From.Kind is SqlKind.DateTimeOffset or SqlKind.Date => (long)value / TimeSpan.TicksPerDay * TimeSpan.TicksPerDay,
                SqlKind.UniqueIdentifier => Guid.Parse((string)value).ToString().ToUpperInvariant(),
                SqlKind.Char or SqlKind.VarChar or SqlKind.NVarChar => Text(value),
                SqlKind.VarBinary when From.Kind is SqlKind.VarBinary => Fitting((byte[])value),
                _ => throw TdsError.Unknown($"the conversion of {From.Name} to {To.Name}"),
            };
        }
        catch (TdsError error)
        {
            throw new SqliteException(error.Encode(), SQLitePCL.raw.SQLITE_ERROR);
        }
    }

    private decimal Number(object value) => From.Kind switch
    {
        SqlKind.Decimal => StoredForm.ToDecimal(value, From.Scale),
        SqlKind.Float => (decimal)(double)value,
        _ when From.IsWhole => (long)value,
        _ when From.IsText && decimal.TryParse((string)value, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) => parsed,
        _ when From.IsText && To.Kind is SqlKind.Decimal => throw new TdsError(8114, 16, $"Error converting data type {From.Name} to numeric."),
        _ when From.IsText => throw new TdsError(245, 16, $"Conversion failed when converting the {From.Name} value '{value}' to data type {To.Name}."),
        _ => throw TdsError.Unknown($"the conversion of {From.Name} to {To.Name}"),
    };

    private object Whole(object value, long least, long most)
    {
        var whole = decimal.Truncate(Number(value));
        return whole >= least && whole <= most ? (long)whole : throw TdsError.Overflow(To.Name);
    }

    private object Decimal(object value)
    {
        var rounded = Math.Round(Number(value), To.Scale, MidpointRounding.AwayFromZero);
        return To.Precision - To.Scale > 28 || Math.Abs(rounded) < StoredForm.Power(To.Precision - To.Scale)
            ? StoredForm.OfDecimal(rounded, To.Scale)
            : throw TdsError.Overflow("numeric");
    }

    private object Instant(object value) => From.Kind switch
    {
        SqlKind.DateTimeOffset or SqlKind.Date => StoredForm.Rounded((long)value, To.Scale),
        _ when From.IsText && DateTimeOffset.TryParse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed) =>
            StoredForm.OfInstant(parsed, To.Scale),
        _ when From.IsText => throw new TdsError(241, 16, "Conversion failed when converting date and/or time from character string."),
        _ => throw TdsError.Unknown($"the conversion of {From.Name} to {To.Name}"),
    };

    private string Text(object value)
    {
        var text = From.Kind switch
        {
            SqlKind.Decimal => StoredForm.ToDecimal(value, From.Scale).ToString($"F{From.Scale}", CultureInfo.InvariantCulture),
            SqlKind.UniqueIdentifier => (string)value,
            _ when From.IsWhole => ((long)value).ToString(CultureInfo.InvariantCulture),
            _ when From.IsText => (string)value,
            _ => throw TdsError.Unknown($"the conversion of {From.Name} to {To.Name}"),
        };
        if (To.Kind is not SqlKind.NVarChar)
        {
            text = StoredForm.CodePage.GetString(StoredForm.CodePage.GetBytes(text));
        }

        if (text.Length > To.Length)
        {
            // Blanks that do not fit are dropped from a column without a word.
            text = Column is null || text.TrimEnd(' ').Length <= To.Length
                ? text[..To.Length]
                : throw new TdsError(2628, 16, $"String or binary data would be truncated in {Column}. Truncated value: '{text[..To.Length]}'.");
        }

        return To.Kind is SqlKind.Char ? text.PadRight(To.Length) : text;
    }

    private byte[] Fitting(byte[] value) => value.Length <= To.Length ? value
        : Column is null ? value[..To.Length]
        : throw new TdsError(2628, 16, $"String or binary data would be truncated in {Column}.");
}
