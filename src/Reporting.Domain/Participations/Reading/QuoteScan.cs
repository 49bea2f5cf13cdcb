namespace Reporting.Domain.Participations.Reading;

/// <summary>
/// Tells, 64 bytes at a time and without a branch, what of a CSV text stands within quotes. It holds as long as every
/// quote that opens does so at the start of a field or after one that closes, as doubled quotes do: see
/// <see cref="IsRegular"/>. Others are characters like any other, and only <see cref="RecordBoundary"/> tells them.
/// </summary>
internal struct QuoteScan()
{
    // All ones while a quote is open.
    private ulong _open;

    // The first bit: whether the byte before was a mark (as the start counts), or a quote that closes.
    private ulong _afterMark = 1;
    private ulong _afterClosing;
    private ulong _stray;

    /// <summary>Whether all the quotes until now were where quotes are.</summary>
    public readonly bool IsRegular => _stray == 0;

    public readonly bool IsOpen => _open != 0;

    /// <summary>Scans the next bytes; one bit is one byte.</summary>
    /// <param name="quotes">The quotes.</param>
    /// <param name="marks">The separators and line ends; those within quotes are taken out.</param>
    /// <returns>What follows a quote that closes.</returns>
    public ulong Next(ulong quotes, ref ulong marks)
    {
        // From a quote that opens to the one that closes, the latter left out.
        var within = ParityOf(quotes) ^ _open;
        marks &= ~within;
        var afterMark = marks << 1 | _afterMark;
        var afterClosing = (quotes & ~within) << 1 | _afterClosing;
        _stray |= quotes & within & ~afterMark & ~afterClosing;
        _open = (ulong)((long)within >> 63);
        _afterMark = marks >> 63;
        _afterClosing = (quotes & ~within) >> 63;
        return afterClosing;
    }

    /// <summary>Bit n: whether the bits up to n, n too, are odd in number.</summary>
    private static ulong ParityOf(ulong bits)
    {
        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        bits ^= bits << 16;
        bits ^= bits << 32;
        return bits;
    }
}
