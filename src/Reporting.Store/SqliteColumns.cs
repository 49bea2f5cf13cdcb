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

    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int> ColumnType =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int>)Export("sqlite3_column_type");

    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, long> ColumnInt64 =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, long>)Export("sqlite3_column_int64");

    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, double> ColumnDouble =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, double>)Export("sqlite3_column_double");

    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, byte*> ColumnBlob =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, byte*>)Export("sqlite3_column_blob");

    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int> ColumnBytes =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int>)Export("sqlite3_column_bytes");

    // The reader, which is held here, keeps the statement.
    private readonly nint _statement = rows.Handle?.DangerousGetHandle() ?? throw new InvalidOperationException("The reader is closed.");

    public bool IsNull(int ordinal) => ColumnType(_statement, ordinal) == Null;

    public long Int64(int ordinal) =>
        ColumnType(_statement, ordinal) == Integer ? ColumnInt64(_statement, ordinal) : rows.GetInt64(ordinal);

    public double Double(int ordinal) =>
        ColumnType(_statement, ordinal) is Float or Integer ? ColumnDouble(_statement, ordinal) : rows.GetDouble(ordinal);

    /// <summary>The bytes of a text, in UTF-8, until the next row is read; false when the column holds no text.</summary>
    public bool TryText(int ordinal, out ReadOnlySpan<byte> text)
    {
        if (ColumnType(_statement, ordinal) != Text)
        {
            text = default;
            return false;
        }

        text = new(ColumnBlob(_statement, ordinal), ColumnBytes(_statement, ordinal));
        return true;
    }

    private static nint Export(string name) => NativeLibrary.GetExport(Library, name);
}
