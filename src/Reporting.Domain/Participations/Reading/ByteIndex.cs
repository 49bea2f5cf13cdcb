using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Reporting.Domain.Participations.Reading;

/// <summary>
/// Finds, 64 bytes at a time, every mark of a chunk (the separators, or the quotes of JSON) and every line end: the
/// fields of a record then stand between marks, without another look at the bytes.
/// </summary>
internal sealed class ByteIndex
{
    private const int Most = ParticipationCounter.MaximumRecordBytes + Chunk.FreshBytes;

    private readonly int[] _marks = GC.AllocateUninitializedArray<int>(Most + (2 * ByteBlock.Size));
    private readonly int[] _lines = GC.AllocateUninitializedArray<int>(Most + (2 * ByteBlock.Size));

    // The blocks that have the odd byte, one above 127, or a control character other than a line end.
    private readonly int[] _odd = new int[(Most / ByteBlock.Size) + 2];
    private int _oddCount;

    /// <summary>Where the marks and the line ends are, in order, after a first one before the chunk.</summary>
    public ReadOnlySpan<int> Marks => _marks;

    /// <summary>Which of <see cref="Marks"/> are line ends, in order.</summary>
    public ReadOnlySpan<int> LineEnds => _lines;

    public int LineCount { get; private set; }

    /// <summary>Whether a byte that was looked out for was found.</summary>
    public bool HasOdd { get; private set; }

    /// <summary>Indexes a chunk.</summary>
    /// <param name="buffer">The chunk, with <see cref="Chunk.Slack"/> more bytes that mean nothing.</param>
    /// <param name="length">Length of the chunk.</param>
    /// <param name="mark">The mark.</param>
    /// <param name="odd">A byte to look out for.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Index(ReadOnlySpan<byte> buffer, int length, byte mark, byte odd)
    {
        ref var first = ref MemoryMarshal.GetReference(buffer);
        _marks[0] = -1;
        var (markCount, lineCount, oddCount, odds) = (1, 0, 0, 0UL);
        for (var start = 0; start < length; start += ByteBlock.Size)
        {
            ref var block = ref Unsafe.Add(ref first, start);
            var valid = ByteBlock.Valid(length - start);
            var lines = ByteBlock.Bits(ref block, (byte)'\n') & valid;
            var odd64 = ByteBlock.Bits(ref block, odd) & valid;
            odds |= odd64;
            _odd[oddCount] = start;
            oddCount += (odd64 | (ByteBlock.NoTextBits(ref block, lines) & valid)) == 0 ? 0 : 1;
            Write((ByteBlock.Bits(ref block, mark) & valid) | lines, lines, start, ref markCount, ref lineCount);
        }

        (LineCount, _oddCount, HasOdd) = (lineCount, oddCount, odds != 0);
    }

    /// <summary>
    /// Indexes a chunk of CSV in which fields are quoted: what stands within quotes is no mark, and a quote is looked at
    /// again only when no mark follows the one that closes. False when quotes stand where they mean nothing.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool IndexQuoted(ReadOnlySpan<byte> buffer, int length, byte separator)
    {
        ref var first = ref MemoryMarshal.GetReference(buffer);
        _marks[0] = -1;
        var (markCount, lineCount, oddCount, quotes) = (1, 0, 0, 0UL);
        var scan = new QuoteScan();
        for (var start = 0; start < length; start += ByteBlock.Size)
        {
            ref var block = ref Unsafe.Add(ref first, start);
            var valid = ByteBlock.Valid(length - start);
            var own = ByteBlock.Bits(ref block, (byte)'"') & valid;
            var lines = ByteBlock.Bits(ref block, (byte)'\n') & valid;
            var marks = (ByteBlock.Bits(ref block, separator) & valid) | lines;
            var afterClosing = scan.Next(own, ref marks);
            lines &= marks;
            quotes |= own;
            var lineReturns = ByteBlock.Bits(ref block, (byte)'\r') & (lines >> 1);
            _odd[oddCount] = start;
            oddCount += (((afterClosing & ~marks & ~lineReturns) | ByteBlock.NoTextBits(ref block, lines)) & valid) == 0 ? 0 : 1;
            Write(marks, lines, start, ref markCount, ref lineCount);
        }

        (LineCount, _oddCount, HasOdd) = (lineCount, oddCount, quotes != 0);
        return scan.IsRegular;
    }

    /// <summary>Whether a stretch has a byte that asks for another look, or is near one; stretches are asked about in order.</summary>
    /// <param name="next">The first odd block not behind; kept between calls.</param>
    /// <param name="start">Where the stretch starts.</param>
    /// <param name="end">Where it ends.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayBeOdd(ref int next, int start, int end)
    {
        while (next < _oddCount && _odd[next] + ByteBlock.Size <= start)
        {
            next++;
        }

        return next < _oddCount && _odd[next] < end;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Write(ulong marks, ulong lines, int start, ref int markCount, ref int lineCount)
    {
        // There is one line end at most but for very short lines: then none is written over by the next.
        var lineMarks = BitOperations.PopCount(lines);
        for (var written = 0; written == 0 || written < lineMarks; written++)
        {
            Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_lines), lineCount + written) = markCount + BitOperations.PopCount(marks & ((lines & (0 - lines)) - 1));
            lines &= lines - 1;
        }

        lineCount += lineMarks;
        var found = BitOperations.PopCount(marks);
        BitPlaces.Write(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_marks), markCount), marks, found, start);
        markCount += found;
    }
}
