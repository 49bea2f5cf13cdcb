using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Reporting.TestSupport.Tds.Wire;

namespace Reporting.TestSupport.Faults;

/// <summary>One connection through the proxy: two streams, one of which is read packet by packet to find commits.</summary>
internal sealed class ProxiedConnection(LoopbackProxy proxy, TcpClient client) : IDisposable
{
    private const int HeaderSize = 8;
    private const ushort Commit = 7;

    private readonly TcpClient _server = new() { NoDelay = true };
    private volatile bool _loseAnswer;
    private long _answered;

    public async Task RunAsync(IPEndPoint place)
    {
        try
        {
            client.NoDelay = true;
            await _server.ConnectAsync(place);
            await Task.WhenAny(ForwardAsync(), AnswerAsync());
        }
        catch (SocketException)
        {
            // The server itself is away: the client is told by being hung up on.
        }

        Cut();
    }

    public void Cut()
    {
        client.Close();
        _server.Close();
    }

    public void Dispose()
    {
        client.Dispose();
        _server.Dispose();
    }

    private async Task ForwardAsync()
    {
        try
        {
            var (from, to) = (client.GetStream(), _server.GetStream());
            var header = new byte[HeaderSize];
            while (await from.ReadAtLeastAsync(header, HeaderSize, throwOnEndOfStream: false) == HeaderSize)
            {
                var body = new byte[BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2)) - HeaderSize];
                await from.ReadExactlyAsync(body);
                var cut = IsCommit(header, body) ? proxy.TakeCommitCut() : CommitCut.Never;
                if (cut is CommitCut.BeforeTheServer)
                {
                    return;
                }

                _loseAnswer = cut is CommitCut.BeforeTheAnswer;
                await to.WriteAsync((byte[])[.. header, .. body]);
            }
        }
        catch (Exception ended) when (ended is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Either side has gone; the other is hung up on.
        }
    }

    private async Task AnswerAsync()
    {
        try
        {
            var (from, to) = (_server.GetStream(), client.GetStream());
            var buffer = new byte[16 * 1024];
            while (await from.ReadAsync(buffer) is > 0 and var count && !_loseAnswer)
            {
                await Task.Delay(proxy.Delay);
                var left = proxy.MostBytes is { } most ? Math.Min(count, most - _answered) : count;
                await to.WriteAsync(buffer.AsMemory(0, (int)Math.Max(0, left)));
                _answered += count;
                if (left < count)
                {
                    return;
                }
            }
        }
        catch (Exception ended) when (ended is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Either side has gone; the other is hung up on.
        }
    }

    private static bool IsCommit(byte[] header, byte[] body)
    {
        if ((MessageType)header[0] is not MessageType.TransactionManager)
        {
            return false;
        }

        var request = new MessageReader(body);
        request.SkipAllHeaders();
        return request.UInt16() == Commit;
    }
}
