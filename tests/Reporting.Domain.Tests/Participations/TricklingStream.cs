namespace Reporting.Domain.Tests.Participations;

/// <summary>Bytes that arrive as over a network: seldom as many at once as were asked for.</summary>
internal sealed class TricklingStream(byte[] bytes) : MemoryStream(bytes)
{
    private int _share = bytes.Length % 5;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return Read(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(Span<byte> buffer)
    {
        _share = (_share + 1) % 5;
        var most = _share switch { 0 => buffer.Length, 1 => 1, 2 => 7, 3 => 1000, _ => buffer.Length / 2 };
        return base.Read(buffer[..Math.Min(buffer.Length, Math.Max(1, most))]);
    }
}
