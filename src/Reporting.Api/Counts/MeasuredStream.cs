using System.IO.Compression;

namespace Reporting.Api.Counts;

/// <summary>Reads another stream up to as many bytes as are allowed by then, and tells when there were more.</summary>
internal sealed class MeasuredStream(Stream inner, Func<long> allowed) : ForwardStream(inner)
{
    private long _read;

    public bool IsExceeded { get; private set; }

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            var count = await Inner.ReadAsync(buffer, cancellationToken);
            _read += count;
            IsExceeded |= _read > allowed();
            return IsExceeded ? throw new InvalidDataException("The stream is longer than allowed.") : count;
        }
        catch (InvalidOperationException corrupted) when (Inner is BrotliStream)
        {
            // What every other decompression calls invalid data.
            throw new InvalidDataException("The stream is not Brotli.", corrupted);
        }
    }
}
