using System.Buffers.Binary;
using System.Text;

namespace Reporting.TestSupport.Tds.Wire;

/// <summary>Reads the payload of a message from its beginning.</summary>
internal sealed class MessageReader(byte[] payload)
{
    private int _position;

    public bool AtEnd => _position >= payload.Length;

    public byte Byte() => Bytes(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(2));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4));

    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Bytes(8));

    public ReadOnlySpan<byte> Bytes(int count)
    {
        var bytes = payload.AsSpan(_position, count);
        _position += count;
        return bytes;
    }

    /// <summary>Text after the number of its characters, in one byte.</summary>
    public string ShortText() => Text(Byte());

    public string Text(int characters) => Encoding.Unicode.GetString(Bytes(2 * characters));

    public string Rest() => Text((payload.Length - _position) / 2);

    /// <summary>Text that a header places elsewhere in the message: its offset, then the number of its characters.</summary>
    public string TextAt(int header)
    {
        _position = header;
        var offset = UInt16();
        var length = UInt16();
        _position = offset;
        return Text(length);
    }

    public void SkipAllHeaders()
    {
        var length = Int32();
        _position += length - sizeof(int);
    }
}
