using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.SqlClient;
using Reporting.Store;

namespace Reporting.Api.Feed.Writing.Rows;

/// <summary>The values of the current row of any reader.</summary>
internal sealed class ReaderValues(DbDataReader rows, Engine engine) : RowValues
{
    private byte[] _text = [];

    public override bool IsNull(int ordinal) => rows.IsDBNull(ordinal);

    public override long Integer(int ordinal) => rows.GetInt32(ordinal);

    public override long LongInteger(int ordinal) => rows.GetInt64(ordinal);

    public override bool Flag(int ordinal) => rows.GetBoolean(ordinal);

    public override int Figure(int ordinal, int scale, Span<byte> into) => engine is Engine.Sqlite
        ? FigureText.Write(rows.GetDouble(ordinal), scale, into)
        : FigureText.Write(Decimal(ordinal), into);

    public override ReadOnlySpan<byte> Text(int ordinal)
    {
        var text = rows.GetString(ordinal);
        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_text.Length < longest)
        {
            _text = new byte[longest];
        }

        return _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text));
    }

    public override int Day(int ordinal, Span<byte> into)
    {
        rows.GetFieldValue<DateOnly>(ordinal).TryFormat(into, out var length, "O", CultureInfo.InvariantCulture);
        return length;
    }

    public override int Instant(int ordinal, Span<byte> into) =>
        InstantText.Write(rows.GetFieldValue<DateTimeOffset>(ordinal).UtcDateTime, into);

    private decimal Decimal(int ordinal) =>
        rows is SqlDataReader server ? FigureText.Shortened(server.GetSqlDecimal(ordinal)) : rows.GetDecimal(ordinal);
}
