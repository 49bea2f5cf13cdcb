using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Reporting.Api.Tests.Counts;

/// <summary>A body that starts, and ends only when it is let go; meanwhile blank lines keep the server from giving up.</summary>
internal sealed class HeldBody : HttpContent
{
    // More than lies between the client and a server that does not read.
    private const int Unread = 16 * 1024 * 1024;

    private static readonly byte[] BlankLines = Encoding.UTF8.GetBytes(new string('\n', 512));

    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HeldBody() => Headers.ContentType = new MediaTypeHeaderValue(PostedCounts.Csv);

    /// <summary>Ends once the server reads it.</summary>
    public Task Started => _started.Task;

    public void LetGo() => _letGo.TrySetResult();

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(PostedCounts.Records), cancellationToken);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(new string('\n', Unread)), cancellationToken);
        await stream.FlushAsync(cancellationToken);
        _started.SetResult();
        while (!_letGo.Task.IsCompleted)
        {
            await stream.WriteAsync(BlankLines, cancellationToken);
            await stream.FlushAsync(cancellationToken);
            await Task.WhenAny(_letGo.Task, Task.Delay(100, cancellationToken));
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
