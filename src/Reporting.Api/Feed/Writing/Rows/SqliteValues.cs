using System.Text;
using Microsoft.Data.Sqlite;
using Reporting.Store;

namespace Reporting.Api.Feed.Writing.Rows;

/// <summary>The values of a SQLite row, below ADO.NET.</summary>
internal sealed class SqliteValues(SqliteDataReader rows) : RowValues
{
    private readonly SqliteColumns _columns = new(rows);

    public override bool IsNull(int ordinal) => _columns.IsNull(ordinal);

    public override long Integer(int ordinal) => _columns.Int64(ordinal);

    public override long LongInteger(int ordinal) => _columns.Int64(ordinal);

    public override bool Flag(int ordinal) => _columns.Int64(ordinal) != 0;

    public override int Figure(int ordinal, int scale, Span<byte> into) =>
        FigureText.Write(_columns.Double(ordinal), scale, into);

    public override ReadOnlySpan<byte> Text(int ordinal) =>
        _columns.TryText(ordinal, out var text) ? text : Encoding.UTF8.GetBytes(rows.GetString(ordinal));

    public override int Day(int ordinal, Span<byte> into)
    {
        var day = Text(ordinal);
        day.CopyTo(into);
        return day.Length;
    }

    public override int Instant(int ordinal, Span<byte> into) =>
        _columns.TryText(ordinal, out var text) && InstantText.Write(text, into) is > 0 and var length
            ? length
            : InstantText.Write(rows.GetFieldValue<DateTimeOffset>(ordinal).UtcDateTime, into);
}
