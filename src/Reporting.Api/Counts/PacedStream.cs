using System.Diagnostics;

namespace Reporting.Api.Counts;

/// <summary>
/// Reads another stream that, once a time of grace is over, has to come at so many bytes a second on the whole. Only the
/// time that it is waited for counts. The server's own floor would not do: with HTTP/2 no route can have one of its own.
/// </summary>
internal sealed class PacedStream(Stream inner, long bytesPerSecond, TimeSpan grace) : ForwardStream(inner)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private long _read;
    private TimeSpan _waited;

    public bool IsTooSlow { get; private set; }

    private TimeSpan Due
    {
        get
        {
            var seconds = Math.Min(_read / bytesPerSecond, Longest.TotalSeconds);
            return TimeSpan.FromSeconds(Math.Max(grace.TotalSeconds, seconds));
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var left = Due - _waited;
        patience.CancelAfter(left > Shortest ? left : Shortest);
        var start = Stopwatch.GetTimestamp();
        try
        {
            var count = await Inner.ReadAsync(buffer, patience.Token);
            _read += count;
            return count;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            IsTooSlow = true;
            throw new IOException("The stream comes too slowly.");
        }
        finally
        {
            _waited += Stopwatch.GetElapsedTime(start);
        }
    }
}
