using System.Buffers;
using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Reporting.Store.Transfers;

/// <summary>
/// SHA-256 of the rows of a table, and of the table as the sequence of its rows. What a column holds is digested in one
/// form whatever the engine keeps it as, so that two stores that say the same have the same digests.
/// </summary>
internal sealed class TableDigest : IDisposable
{
    private const int Absent = -1;

    private readonly IncrementalHash _table = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> _row = new();

    public byte[] Add(DbDataReader rows)
    {
        _row.ResetWrittenCount();
        for (var column = 0; column < rows.FieldCount; column++)
        {
            Write(rows.GetValue(column));
        }

        var digest = SHA256.HashData(_row.WrittenSpan);
        _table.AppendData(digest);
        return digest;
    }

    public string Whole() => Convert.ToHexStringLower(_table.GetCurrentHash());

    public void Dispose() => _table.Dispose();

    private void Write(object value)
    {
        if (Text(value) is not { } text)
        {
            WriteLength(Absent);
            return;
        }

        WriteLength(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, _row);
    }

    private void WriteLength(int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(_row.GetSpan(sizeof(int)), length);
        _row.Advance(sizeof(int));
    }

    private static string? Text(object value) => value switch
    {
        DBNull => null,
        string text => text,
        bool flag => flag ? "1" : "0",
        int or long => Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        double or decimal => ColumnTypes.ToFigure(value).ToString("0.####", CultureInfo.InvariantCulture),
        DateTimeOffset instant => ColumnTypes.ToText(instant),
        _ => throw new InvalidDataException($"A column of type {value.GetType()} has no form to be digested in."),
    };
}
