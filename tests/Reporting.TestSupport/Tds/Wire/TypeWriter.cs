using System.Text;
using Reporting.TestSupport.Tds.Sql;

namespace Reporting.TestSupport.Tds.Wire;

/// <summary>Writes the type of a column, and its values.</summary>
internal static class TypeWriter
{
    private const int MaxMarker = 0xFFFF;
    private const int UniversalOffset = 0;

    public static void WriteType(MessageWriter writer, SqlType type)
    {
        switch (type.Kind)
        {
            case SqlKind.Bit:
                writer.Bytes([(byte)WireType.BitN, 1]);
                break;
            case SqlKind.TinyInt or SqlKind.SmallInt or SqlKind.Int or SqlKind.BigInt or SqlKind.Null:
                writer.Bytes([(byte)WireType.IntN, (byte)Size(type)]);
                break;
            case SqlKind.Float:
                writer.Bytes([(byte)WireType.FloatN, sizeof(double)]);
                break;
            case SqlKind.Decimal:
                writer.Bytes([(byte)WireType.DecimalN, 17, (byte)type.Precision, (byte)type.Scale]);
                break;
            case SqlKind.Date:
                writer.Byte((byte)WireType.DateN);
                break;
            case SqlKind.DateTimeOffset:
                writer.Bytes([(byte)WireType.DateTimeOffsetN, (byte)type.Scale]);
                break;
            case SqlKind.UniqueIdentifier:
                writer.Bytes([(byte)WireType.Guid, 16]);
                break;
            case SqlKind.VarBinary:
                WriteSized(writer, WireType.VarBinary, type.Length);
                break;
            default:
                WriteSized(writer, WireTypeOf(type.Kind), type.Length == SqlType.Max ? type.Length : type.Length * Octets(type));
                writer.Bytes(Collations.OnTheWire(type.Collation));
                break;
        }
    }

    public static void WriteValue(MessageWriter writer, SqlType type, object? value)
    {
        switch (type.Kind)
        {
            case SqlKind.Bit or SqlKind.TinyInt or SqlKind.SmallInt or SqlKind.Int or SqlKind.BigInt or SqlKind.Null:
                WriteWhole(writer, type, (long?)value);
                break;
            case SqlKind.Float:
                writer.Byte(value is null ? (byte)0 : (byte)sizeof(double));
                writer.Low(value is null ? 0 : BitConverter.DoubleToInt64Bits(Convert.ToDouble(value, null)), value is null ? 0 : 8);
                break;
            case SqlKind.Decimal:
                WriteDecimal(writer, type, value);
                break;
            case SqlKind.Date:
                writer.Byte(value is null ? (byte)0 : (byte)3);
                writer.Low(((long?)value ?? 0) / TimeSpan.TicksPerDay, value is null ? 0 : 3);
                break;
            case SqlKind.DateTimeOffset:
                WriteInstant(writer, type, (long?)value);
                break;
            case SqlKind.UniqueIdentifier:
                writer.Byte(value is null ? (byte)0 : (byte)16);
                writer.Bytes(value is null ? [] : Guid.Parse((string)value).ToByteArray());
                break;
            case SqlKind.VarBinary:
                WriteOctets(writer, type, (byte[]?)value);
                break;
            default:
                WriteOctets(writer, type, value is null ? null
                    : (Octets(type) == 2 ? Encoding.Unicode : StoredForm.CodePage).GetBytes((string)value));
                break;
        }
    }

    private static void WriteWhole(MessageWriter writer, SqlType type, long? value)
    {
        if (value is not { } number)
        {
            writer.Byte(0);
            return;
        }

        if (type.Kind is SqlKind.Int && number is < int.MinValue or > int.MaxValue)
        {
            throw TdsError.Overflow(type.Name);
        }

        writer.Byte((byte)Size(type));
        writer.Low(number, Size(type));
    }

    private static void WriteDecimal(MessageWriter writer, SqlType type, object? value)
    {
        if (value is null)
        {
            writer.Byte(0);
            return;
        }

        if (value is not long units)
        {
            throw TdsError.Overflow("numeric");
        }

        writer.Bytes([17, units < 0 ? (byte)0 : (byte)1]);
        writer.Int64(Math.Abs(units));
        writer.Int64(0);
    }

    private static void WriteInstant(MessageWriter writer, SqlType type, long? ticks)
    {
        if (ticks is not { } instant)
        {
            writer.Byte(0);
            return;
        }

        var timeSize = type.Scale <= 2 ? 3 : type.Scale <= 4 ? 4 : 5;
        writer.Byte((byte)(timeSize + 5));
        writer.Low(instant % TimeSpan.TicksPerDay / (long)StoredForm.Power(7 - type.Scale), timeSize);
        writer.Low(instant / TimeSpan.TicksPerDay, 3);
        writer.UInt16(UniversalOffset);
    }

    private static void WriteOctets(MessageWriter writer, SqlType type, byte[]? octets)
    {
        if (type.Length != SqlType.Max)
        {
            writer.UInt16(octets?.Length ?? MaxMarker);
            writer.Bytes(octets);
        }
        else if (octets is null)
        {
            writer.Int64(-1);
        }
        else
        {
            writer.Int64(octets.Length);
            if (octets.Length > 0)
            {
                writer.Int32(octets.Length);
                writer.Bytes(octets);
            }

            writer.Int32(0);
        }
    }

    private static void WriteSized(MessageWriter writer, WireType type, int octets)
    {
        writer.Byte((byte)type);
        writer.UInt16(octets == SqlType.Max ? MaxMarker : octets);
    }

    private static WireType WireTypeOf(SqlKind kind) =>
        kind is SqlKind.NVarChar ? WireType.NVarChar : kind is SqlKind.Char ? WireType.Char : WireType.VarChar;

    private static int Octets(SqlType type) => type.Kind is SqlKind.NVarChar ? 2 : 1;

    private static int Size(SqlType type) => type.Kind switch
    {
        SqlKind.Bit or SqlKind.TinyInt => 1,
        SqlKind.SmallInt => 2,
        SqlKind.BigInt => 8,
        _ => 4,
    };
}
