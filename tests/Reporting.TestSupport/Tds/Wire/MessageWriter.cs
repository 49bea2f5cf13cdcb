using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Reporting.TestSupport.Tds.Wire;

/// <summary>Writes the payload of an answer.</summary>
internal sealed class MessageWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    public ReadOnlyMemory<byte> Written => _buffer.WrittenMemory;

    public int Length => _buffer.WrittenCount;

    public void Byte(byte value) => _buffer.Write([value]);

    public void Bytes(ReadOnlySpan<byte> bytes) => _buffer.Write(bytes);

    public void UInt16(int value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(_buffer.GetSpan(2), checked((ushort)value));
        _buffer.Advance(2);
    }

    public void Int32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.GetSpan(4), value);
        _buffer.Advance(4);
    }

    public void Int64(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_buffer.GetSpan(8), value);
        _buffer.Advance(8);
    }

    /// <summary>The low bytes of a number.</summary>
    public void Low(long value, int bytes)
    {
        for (var n = 0; n < bytes; n++)
        {
            Byte((byte)(value >> (8 * n)));
        }
    }

    public void Text(string text) => Encoding.Unicode.GetBytes(text, _buffer);

    /// <summary>Text after the number of its characters, in one byte.</summary>
    public void ShortText(string text)
    {
        Byte(checked((byte)text.Length));
        Text(text);
    }

    /// <summary>Text after the number of its characters, in two bytes.</summary>
    public void LongText(string text)
    {
        UInt16(text.Length);
        Text(text);
    }

    /// <summary>Forgets everything but <paramref name="unsent"/>, the end of what was written.</summary>
    public void KeepFrom(ReadOnlyMemory<byte> unsent)
    {
        var kept = unsent.ToArray();
        _buffer.Clear();
        _buffer.Write(kept);
    }
}
