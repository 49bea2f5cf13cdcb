using System.IO.Compression;

namespace Reporting.Api.Counts;

/// <summary>Reads another stream up to as many bytes as are allowed by then, and tells when there were more.</summary>
internal sealed class MeasuredStream(Stream inner, Func<long> allowed) : Stream
{
    private long _read;

    public bool IsExceeded { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            var count = await inner.ReadAsync(buffer, cancellationToken);
            _read += count;
            IsExceeded |= _read > allowed();
            return IsExceeded ? throw new InvalidDataException("The stream is longer than allowed.") : count;
        }
        catch (InvalidOperationException corrupted) when (inner is BrotliStream)
        {
            // What every other decompression calls invalid data.
            throw new InvalidDataException("The stream is not Brotli.", corrupted);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("A request is read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        await base.DisposeAsync();
    }
}
