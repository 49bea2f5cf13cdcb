using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Reporting.Api.Tests.Fuzz;

/// <summary>What was answered; status 0 when the connection was closed without a word.</summary>
public sealed record RawAnswer(int Status, string Body);

/// <summary>Speaks HTTP/1.1 over a socket without minding whether what it sends is HTTP.</summary>
internal sealed class RawConnection(int port) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly byte[] _buffer = new byte[64 * 1024];
    private Socket? _socket;
    private int _start;
    private int _end;

    public async Task<RawAnswer> SendAsync(RawRequest request)
    {
        using var patience = new CancellationTokenSource(Patience);
        var isNew = _socket is null;
        try
        {
            _socket ??= await ConnectAsync(patience.Token);
            await _socket.SendAsync(request.Bytes, patience.Token);
            if (request.EndsConnection)
            {
                _socket.Shutdown(SocketShutdown.Send);
            }

            var (answer, isOpen) = await ReadAsync(request.IsHead, patience.Token);
            if (!isOpen || request.EndsConnection)
            {
                Close();
            }

            return answer;
        }
        catch (Exception error) when (error is SocketException or EndOfStreamException)
        {
            Close();
            // The server may close a connection that it has answered on; a new one tells what it makes of the request.
            return isNew ? new(0, "") : await SendAsync(request);
        }
    }

    public void Dispose() => Close();

    private async Task<Socket> ConnectAsync(CancellationToken cancel)
    {
        // Reset at the end, so that a million connections leave no port waiting.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, LingerState = new(true, 0) };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancel);
        (_start, _end) = (0, 0);
        return socket;
    }

    private void Close()
    {
        _socket?.Dispose();
        _socket = null;
    }

    private async Task<(RawAnswer Answer, bool IsOpen)> ReadAsync(bool isHead, CancellationToken cancel)
    {
        var status = Status(await LineAsync(cancel));
        long? length = null;
        var isChunked = false;
        var isOpen = true;
        for (var line = await LineAsync(cancel); line.Length > 0; line = await LineAsync(cancel))
        {
            isChunked |= line.StartsWith("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase);
            isOpen &= !line.StartsWith("Connection: close", StringComparison.OrdinalIgnoreCase);
            length = line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase)
                ? long.Parse(line.AsSpan(16), CultureInfo.InvariantCulture) : length;
        }

        if (status is >= 100 and < 200)
        {
            return await ReadAsync(isHead, cancel);
        }

        var body = new StringBuilder();
        if (!isHead && status is not (204 or 304))
        {
            if (isChunked)
            {
                await ChunksAsync(body, cancel);
            }
            else
            {
                await BytesAsync(length ?? 0, body, cancel);
            }
        }

        return (new(status, body.ToString()), isOpen);
    }

    private async Task ChunksAsync(StringBuilder body, CancellationToken cancel)
    {
        long length;
        do
        {
            length = long.Parse(await LineAsync(cancel), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            await BytesAsync(length, body, cancel);
            await LineAsync(cancel);
        }
        while (length > 0);
    }

    private async Task BytesAsync(long count, StringBuilder body, CancellationToken cancel)
    {
        while (count > 0)
        {
            await FillAsync(cancel);
            var taken = (int)Math.Min(count, _end - _start);
            body.Append(Encoding.Latin1.GetString(_buffer, _start, taken));
            _start += taken;
            count -= taken;
        }
    }

    private async Task<string> LineAsync(CancellationToken cancel)
    {
        var line = new StringBuilder();
        while (true)
        {
            await FillAsync(cancel);
            var feed = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            var taken = feed < 0 ? _end - _start : feed + 1;
            line.Append(Encoding.Latin1.GetString(_buffer, _start, taken));
            _start += taken;
            if (feed >= 0)
            {
                return line.ToString().TrimEnd('\r', '\n');
            }
        }
    }

    private async Task FillAsync(CancellationToken cancel)
    {
        if (_start < _end)
        {
            return;
        }

        _start = 0;
        _end = await _socket!.ReceiveAsync(_buffer, cancel);
        if (_end == 0)
        {
            throw new EndOfStreamException();
        }
    }

    private static int Status(string line) => line.StartsWith("HTTP/1.", StringComparison.Ordinal)
        ? int.Parse(line.AsSpan(9, 3), CultureInfo.InvariantCulture)
        : throw new InvalidDataException($"The server did not answer by HTTP: {line}");
}
