using System.Buffers.Binary;

namespace Reporting.TestSupport.Tds.Wire;

/// <summary>The first two messages of a client: what each side can do, and who it is.</summary>
internal static class Handshake
{
    private const byte Version = 0;
    private const byte Encryption = 1;
    private const byte Instance = 2;
    private const byte Thread = 3;
    private const byte Mars = 4;
    private const byte Terminator = 0xFF;
    private const byte EncryptionNotSupported = 2;

    /// <summary>No encryption and no multiple active result sets.</summary>
    public static void WritePreLogin(MessageWriter answer)
    {
        (byte Option, byte[] Value)[] options =
        [
            (Version, [0, 1, 0, 0, 0, 0]), (Encryption, [EncryptionNotSupported]), (Instance, [0]), (Thread, []), (Mars, [0]),
        ];
        var offset = (5 * options.Length) + 1;
        Span<byte> place = stackalloc byte[4];
        foreach (var (option, value) in options)
        {
            BinaryPrimitives.WriteUInt16BigEndian(place, (ushort)offset);
            BinaryPrimitives.WriteUInt16BigEndian(place[2..], (ushort)value.Length);
            answer.Byte(option);
            answer.Bytes(place);
            offset += value.Length;
        }

        answer.Byte(Terminator);
        foreach (var (_, value) in options)
        {
            answer.Bytes(value);
        }
    }

    public static Login ReadLogin(byte[] payload)
    {
        var reader = new MessageReader(payload);
        var packetSize = BinaryPrimitives.ReadInt32LittleEndian(payload.AsSpan(8));
        var user = reader.TextAt(40);
        var password = string.Concat(reader.TextAt(44).Select(Unscrambled));
        return new(user, password, reader.TextAt(68), packetSize);
    }

    // Each byte of a password is sent with its halves swapped and every other bit turned over.
    private static char Unscrambled(char sent)
    {
        static int Clear(int half) => (((half ^ 0xA5) >> 4) | ((half ^ 0xA5) << 4)) & 0xFF;
        return (char)(Clear(sent & 0xFF) | (Clear(sent >> 8) << 8));
    }
}

internal sealed record Login(string User, string Password, string Database, int PacketSize);
