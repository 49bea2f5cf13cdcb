using System.Buffers.Binary;
using System.Text;
using Reporting.TestSupport.Tds.Sql;

namespace Reporting.TestSupport.Tds.Wire;

/// <summary>Reads a parameter: its type, then its value.</summary>
internal static class TypeReader
{
    private const int MaxMarker = 0xFFFF;
    private const ulong NullMarker = ulong.MaxValue;

    public static Variable Read(MessageReader reader)
    {
        var type = (WireType)reader.Byte();
        return type switch
        {
            WireType.BitN => Whole(reader, _ => SqlKind.Bit),
            WireType.IntN => Whole(reader, size => size switch
            {
                1 => SqlKind.TinyInt,
                2 => SqlKind.SmallInt,
                4 => SqlKind.Int,
                _ => SqlKind.BigInt,
            }),
            WireType.FloatN => Float(reader),
            WireType.DecimalN or WireType.NumericN => Decimal(reader),
            WireType.VarChar or WireType.Char => Text(reader, type is WireType.Char ? SqlKind.Char : SqlKind.VarChar, 1),
            WireType.NVarChar or WireType.NChar => Text(reader, SqlKind.NVarChar, 2),
            WireType.NText => LongText(reader),
            WireType.VarBinary => Binary(reader),
            WireType.DateTimeOffsetN => Instant(reader),
            WireType.DateN => Day(reader),
            WireType.Guid => Guid(reader),
            _ => throw TdsError.Unknown($"parameters of the wire type 0x{(byte)type:X2}"),
        };
    }

    private static Variable Whole(MessageReader reader, Func<int, SqlKind> kind)
    {
        var type = new SqlType(kind(reader.Byte()));
        long value = 0;
        var length = reader.Byte();
        foreach (var (index, octet) in reader.Bytes(length).ToArray().Index())
        {
            value |= (long)octet << (8 * index);
        }

        return new(type, length == 0 ? null : length switch { 2 => (short)value, 4 => (int)value, _ => value } + 0L);
    }

    private static Variable Float(MessageReader reader)
    {
        reader.Byte();
        object? value = reader.Byte() switch
        {
            0 => null,
            4 => (double)BinaryPrimitives.ReadSingleLittleEndian(reader.Bytes(4)),
            _ => BinaryPrimitives.ReadDoubleLittleEndian(reader.Bytes(8)),
        };
        return new(SqlType.Float, value);
    }

    private static Variable Decimal(MessageReader reader)
    {
        reader.Byte();
        var type = new SqlType(SqlKind.Decimal, 0, reader.Byte(), reader.Byte());
        var length = reader.Byte();
        if (length == 0)
        {
            return new(type, null);
        }

        var positive = reader.Byte() == 1;
        Span<int> parts = stackalloc int[4];
        for (var part = 0; part < (length - 1) / 4; part++)
        {
            parts[part] = reader.Int32();
        }

        if (parts[3] != 0)
        {
            throw TdsError.Unknown("decimals of more than 28 digits");
        }

        var value = new decimal(parts[0], parts[1], parts[2], !positive, (byte)type.Scale);
        return new(type, StoredForm.OfDecimal(value, type.Scale));
    }

    private static Variable Text(MessageReader reader, SqlKind kind, int octets)
    {
        var size = reader.UInt16();
        reader.Bytes(5);
        var type = SqlType.Text(kind, size == MaxMarker ? SqlType.Max : size / octets);
        var bytes = Octets(reader, size);
        return new(type, bytes is null ? null : (octets == 2 ? Encoding.Unicode : StoredForm.CodePage).GetString(bytes));
    }

    private static Variable LongText(MessageReader reader)
    {
        reader.Int32();
        reader.Bytes(5);
        var length = reader.Int32();
        return new(SqlType.Text(SqlKind.NVarChar, SqlType.Max), length < 0 ? null : reader.Text(length / 2));
    }

    private static Variable Binary(MessageReader reader)
    {
        var size = reader.UInt16();
        return new(SqlType.Text(SqlKind.VarBinary, size == MaxMarker ? SqlType.Max : size), Octets(reader, size));
    }

    private static Variable Instant(MessageReader reader)
    {
        var scale = reader.Byte();
        var type = new SqlType(SqlKind.DateTimeOffset, Scale: scale);
        var length = reader.Byte();
        if (length == 0)
        {
            return new(type, null);
        }

        long time = 0;
        foreach (var (index, octet) in reader.Bytes(length - 5).ToArray().Index())
        {
            time |= (long)octet << (8 * index);
        }

        var days = reader.UInt16() | (reader.Byte() << 16);
        reader.UInt16(); // the offset: what comes before it is already in universal time
        return new(type, (days * TimeSpan.TicksPerDay) + (time * (long)StoredForm.Power(7 - scale)));
    }

    private static Variable Day(MessageReader reader) => new(
        SqlType.Date, reader.Byte() == 0 ? null : (reader.UInt16() | (reader.Byte() << 16)) * TimeSpan.TicksPerDay);

    private static Variable Guid(MessageReader reader)
    {
        reader.Byte();
        var length = reader.Byte();
        return new(new(SqlKind.UniqueIdentifier), length == 0 ? null : new Guid(reader.Bytes(length)).ToString().ToUpperInvariant());
    }

    private static byte[]? Octets(MessageReader reader, int size)
    {
        if (size != MaxMarker)
        {
            var length = reader.UInt16();
            return length == MaxMarker ? null : reader.Bytes(length).ToArray();
        }

        if (reader.UInt64() == NullMarker)
        {
            return null;
        }

        using var whole = new MemoryStream();
        while (reader.Int32() is > 0 and var chunk)
        {
            whole.Write(reader.Bytes(chunk));
        }

        return whole.ToArray();
    }
}
