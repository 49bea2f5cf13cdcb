using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Reporting.Store;

/// <summary>
/// The columns of a reader's current row as SQLite itself holds them: no boxing, no string, no call that waits for the
/// garbage collector. What a column is not stored as, the reader converts or refuses.
/// </summary>
public sealed unsafe class SqliteColumns(SqliteDataReader rows)
{
    private const int Integer = 1;
    private const int Float = 2;
    private const int Text = 3;
    private const int Null = 5;

    private static readonly nint Library = NativeLibrary.Load("e_sqlite3", typeof(raw).Assembly, null);

    // The value once, and then what it is: asked of the column, each question would look the column up again.
    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, nint> ColumnValue =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, nint>)Export("sqlite3_column_value");

    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int> ValueType =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int>)Export("sqlite3_value_type");

    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, long> ValueInt64 =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, long>)Export("sqlite3_value_int64");

    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, double> ValueDouble =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, double>)Export("sqlite3_value_double");

    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, byte*> ValueBlob =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, byte*>)Export("sqlite3_value_blob");

    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int> ValueBytes =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int>)Export("sqlite3_value_bytes");

    // The reader, which is held here, keeps the statement.
    private readonly nint _statement = rows.Handle?.DangerousGetHandle() ?? throw new InvalidOperationException("The reader is closed.");

    public bool IsNull(int ordinal) => ValueType(ColumnValue(_statement, ordinal)) == Null;

    public long Int64(int ordinal)
    {
        var value = ColumnValue(_statement, ordinal);
        return ValueType(value) == Integer ? ValueInt64(value) : rows.GetInt64(ordinal);
    }

    public double Double(int ordinal)
    {
        var value = ColumnValue(_statement, ordinal);
        return ValueType(value) is Float or Integer ? ValueDouble(value) : rows.GetDouble(ordinal);
    }

    /// <summary>The bytes of a text, in UTF-8, until the next row is read; false when the column holds no text.</summary>
    public bool TryText(int ordinal, out ReadOnlySpan<byte> text)
    {
        var value = ColumnValue(_statement, ordinal);
        if (ValueType(value) != Text)
        {
            text = default;
            return false;
        }

        text = new(ValueBlob(value), ValueBytes(value));
        return true;
    }

    private static nint Export(string name) => NativeLibrary.GetExport(Library, name);
}
