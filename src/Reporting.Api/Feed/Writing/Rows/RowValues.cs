using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.OData.Edm;
using Reporting.Api.Feed.Model;
using Reporting.Store;

namespace Reporting.Api.Feed.Writing.Rows;

/// <summary>The values of the current row, as the texts and numbers that JSON is made of.</summary>
internal abstract class RowValues
{
    public static RowValues Of(DbDataReader rows, Engine engine) =>
        rows is SqliteDataReader sqlite ? new SqliteValues(sqlite) : new ReaderValues(rows, engine);

    /// <summary>A part of the key of the row.</summary>
    public object Key(FeedColumn column, int ordinal) =>
        column.Type.Kind is EdmPrimitiveTypeKind.String ? Encoding.UTF8.GetString(Text(ordinal)) : (int)Integer(ordinal);

    public abstract bool IsNull(int ordinal);

    public abstract long Integer(int ordinal);

    public abstract long LongInteger(int ordinal);

    public abstract bool Flag(int ordinal);

    /// <summary>Writes a figure with as many decimals as it needs, and <paramref name="scale"/> at most; returns the length.</summary>
    public abstract int Figure(int ordinal, int scale, Span<byte> into);

    /// <summary>A text in UTF-8, until the next value is asked for.</summary>
    public abstract ReadOnlySpan<byte> Text(int ordinal);

    /// <summary>A day as ISO 8601 writes it; returns the length.</summary>
    public abstract int Day(int ordinal, Span<byte> into);

    /// <summary>An instant as ISO 8601 writes it in UTC, with as many decimals as it needs; returns the length.</summary>
    public abstract int Instant(int ordinal, Span<byte> into);
}
