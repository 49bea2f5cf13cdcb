using System.Net.Sockets;
using System.Text;

namespace Reporting.Api.Tests.Limits;

/// <summary>A request over a socket whose body comes drop by drop, a little faster than the server's own floor of 240 bytes a second.</summary>
internal sealed class TrickledRequest : IDisposable
{
    private const int Drop = 30;
    private const string Continue = "HTTP/1.1 100 Continue\r\n\r\n";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly TcpClient _connection = new();
    private readonly CancellationTokenSource _over = new();
    private readonly TaskCompletionSource _isReceiving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TrickledRequest()
    {
    }

    /// <summary>Ends when the service begins to read the body.</summary>
    public Task IsReceiving => _isReceiving.Task;

    /// <summary>The whole answer, once there is one.</summary>
    public Task<string> Answer { get; private set; } = null!;

    /// <param name="client">As whom, and to which service.</param>
    /// <param name="path">What is posted to.</param>
    /// <param name="type">The media type of the body.</param>
    /// <param name="body">The body, which blanks fill up.</param>
    /// <param name="length">How long it is in all.</param>
    public static async Task<TrickledRequest> PostAsync(HttpClient client, string path, string type, string body, int length)
    {
        var request = new TrickledRequest();
        await request._connection.ConnectAsync(client.BaseAddress!.Host, client.BaseAddress.Port);
        var stream = request._connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: {client.DefaultRequestHeaders.Authorization}\r\n"
            + $"Content-Type: {type}\r\nContent-Length: {length}\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n"));
        request.Answer = request.ReadAsync(stream);
        _ = request.TrickleAsync(stream, Encoding.ASCII.GetBytes(body.PadRight(length)));
        return request;
    }

    public void Dispose()
    {
        _over.Cancel();
        _over.Dispose();
        _connection.Dispose();
    }

    private async Task TrickleAsync(NetworkStream stream, byte[] body)
    {
        await IsReceiving;
        try
        {
            foreach (var drop in body.Chunk(Drop))
            {
                await stream.WriteAsync(drop, _over.Token);
                await Task.Delay(Pause, _over.Token);
            }
        }
        catch (Exception end) when (end is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The service hung up, or the test is over.
        }
    }

    private async Task<string> ReadAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        var answer = new StringBuilder();
        var buffer = new char[4096];
        while (!answer.ToString().EndsWith("}\r\n0\r\n\r\n", StringComparison.Ordinal) && await reader.ReadAsync(buffer) is > 0 and var read)
        {
            answer.Append(buffer, 0, read);
            if (answer.ToString().StartsWith(Continue, StringComparison.Ordinal))
            {
                answer.Remove(0, Continue.Length);
                _isReceiving.TrySetResult();
            }
        }

        return answer.ToString();
    }
}
