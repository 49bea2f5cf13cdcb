using System.Buffers.Binary;
using System.Net.Sockets;

namespace Reporting.TestSupport.Tds.Wire;

/// <summary>A connection as TDS cuts it up: messages of one or more packets, each with a header of eight bytes.</summary>
internal sealed class PacketStream(NetworkStream stream) : IDisposable
{
    private const int HeaderSize = 8;
    private const byte EndOfMessage = 1;

    private readonly byte[] _header = new byte[HeaderSize];

    /// <summary>How long a packet may be, its header included.</summary>
    public int PacketSize { get; set; } = 4096;

    /// <summary>The next message, or null when the client has gone.</summary>
    public async Task<Message?> ReadAsync(CancellationToken cancel)
    {
        using var payload = new MemoryStream();
        byte status = 0;
        while (true)
        {
            if (await stream.ReadAtLeastAsync(_header, HeaderSize, throwOnEndOfStream: false, cancel) < HeaderSize)
            {
                return null;
            }

            status |= _header[1];
            var body = new byte[BinaryPrimitives.ReadUInt16BigEndian(_header.AsSpan(2)) - HeaderSize];
            await stream.ReadExactlyAsync(body, cancel);
            payload.Write(body);
            if ((_header[1] & EndOfMessage) != 0)
            {
                return new((MessageType)_header[0], status, payload.ToArray());
            }
        }
    }

    /// <summary>Sends what makes a whole packet; at the end of the message, all of it.</summary>
    public async Task WriteAsync(MessageWriter message, bool end, CancellationToken cancel)
    {
        var room = PacketSize - HeaderSize;
        var content = message.Written;
        while (content.Length > room || (end && content.Length > 0))
        {
            var length = Math.Min(room, content.Length);
            var packet = new byte[HeaderSize + length];
            packet[0] = (byte)MessageType.Response;
            packet[1] = end && length == content.Length ? EndOfMessage : (byte)0;
            BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)packet.Length);
            packet[6] = 1;
            content.Span[..length].CopyTo(packet.AsSpan(HeaderSize));
            await stream.WriteAsync(packet, cancel);
            content = content[length..];
        }

        message.KeepFrom(content);
    }

    public void Dispose() => stream.Dispose();
}
