using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Reporting.Domain.Participations.Reading;

/// <summary>
/// Finds, 64 bytes at a time, every mark of a chunk (the separators, or the quotes of JSON) and every line end: the
/// fields of a record then stand between marks, without another look at the bytes.
/// </summary>
internal sealed class ByteIndex
{
    private const int Block = 64;
    private const int Most = ParticipationCounter.MaximumRecordBytes + Chunk.FreshBytes;

    private readonly int[] _marks = new int[Most + (2 * Block)];
    private readonly int[] _lines = new int[Most + (2 * Block)];

    // The blocks that have the odd byte, one above 127, or a control character other than a line end.
    private readonly int[] _odd = new int[(Most / Block) + 2];
    private int _oddCount;

    /// <summary>Where the marks and the line ends are, in order, after a first one before the chunk.</summary>
    public ReadOnlySpan<int> Marks => _marks;

    /// <summary>Which of <see cref="Marks"/> are line ends, in order.</summary>
    public ReadOnlySpan<int> LineEnds => _lines;

    public int LineCount { get; private set; }

    /// <summary>Indexes a chunk.</summary>
    /// <param name="buffer">The chunk, with <see cref="Chunk.Slack"/> more bytes that mean nothing.</param>
    /// <param name="length">Length of the chunk.</param>
    /// <param name="mark">The mark.</param>
    /// <param name="odd">A byte to look out for.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Index(ReadOnlySpan<byte> buffer, int length, byte mark, byte odd)
    {
        ref var first = ref MemoryMarshal.GetReference(buffer);
        ref var marks = ref MemoryMarshal.GetArrayDataReference(_marks);
        ref var lineEnds = ref MemoryMarshal.GetArrayDataReference(_lines);
        marks = -1;
        var markCount = 1;
        var lineCount = 0;
        var oddCount = 0;
        for (var start = 0; start < length; start += Block)
        {
            ref var block = ref Unsafe.Add(ref first, start);
            var valid = length - start >= Block ? ulong.MaxValue : (1UL << (length - start)) - 1;
            var lines = Bits(ref block, (byte)'\n') & valid;
            var all = (Bits(ref block, mark) & valid) | lines;
            var lineReturns = Bits(ref block, (byte)'\r') & (lines >> 1);
            var isOdd = (Bits(ref block, odd) | HighBits(ref block) | (ControlBits(ref block) & ~lines & ~lineReturns)) & valid;
            _odd[oddCount] = start;
            oddCount += isOdd == 0 ? 0 : 1;

            // There is one line end at most but for very short lines: then none is written over by the next.
            var lineMarks = BitOperations.PopCount(lines);
            for (var written = 0; written == 0 || written < lineMarks; written++)
            {
                Unsafe.Add(ref lineEnds, lineCount + written) = markCount + BitOperations.PopCount(all & ((lines & (0 - lines)) - 1));
                lines &= lines - 1;
            }

            lineCount += lineMarks;
            var found = BitOperations.PopCount(all);
            if (Avx512Vbmi2.IsSupported)
            {
                var marked = Vector512.Equals(Vector512.LoadUnsafe(ref block), Vector512.Create(mark)) | Vector512.Equals(Vector512.LoadUnsafe(ref block), Vector512.Create((byte)'\n'));
                WritePlaces(ref Unsafe.Add(ref marks, markCount), marked, found, start);
            }
            else
            {
                WritePlaces(ref Unsafe.Add(ref marks, markCount), all, found, start);
            }

            markCount += found;
        }

        LineCount = lineCount;
        _oddCount = oddCount;
    }

    /// <summary>Writes where bits are set, eight at a time: numbers that mean nothing follow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WritePlaces(ref int places, ulong bits, int count, int start)
    {
        for (var written = 0; written < count; written += 8)
        {
            ref var place = ref Unsafe.Add(ref places, written);
            for (var next = 0; next < 8; next++)
            {
                Unsafe.Add(ref place, next) = start + BitOperations.TrailingZeroCount(bits);
                bits &= bits - 1;
            }
        }
    }

    /// <summary>Writes where bytes are set, sixteen at a time: numbers that mean nothing follow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WritePlaces(ref int places, Vector512<byte> set, int count, int start)
    {
        var found = Avx512Vbmi2.Compress(Vector512<byte>.Zero, set, Vector512<byte>.Indices);
        var written = 0;
        do
        {
            (Avx512F.ConvertToVector512Int32(found.GetLower().GetLower()) + Vector512.Create(start)).StoreUnsafe(ref Unsafe.Add(ref places, written));
            found = Avx512F.AlignRight32(found.AsUInt32(), found.AsUInt32(), 4).AsByte();
            written += 16;
        }
        while (written < count);
    }

    /// <summary>Whether a stretch has a byte that asks for another look, or is near one; stretches are asked about in order.</summary>
    /// <param name="next">The first odd block not behind; kept between calls.</param>
    /// <param name="start">Where the stretch starts.</param>
    /// <param name="end">Where it ends.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayBeOdd(ref int next, int start, int end)
    {
        while (next < _oddCount && _odd[next] + Block <= start)
        {
            next++;
        }

        return next < _oddCount && _odd[next] < end;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(ref byte block, byte value) => Vector512.IsHardwareAccelerated
        ? Vector512.Equals(Vector512.LoadUnsafe(ref block), Vector512.Create(value)).ExtractMostSignificantBits()
        : Vector256.Equals(Vector256.LoadUnsafe(ref block), Vector256.Create(value)).ExtractMostSignificantBits()
            | (ulong)Vector256.Equals(Vector256.LoadUnsafe(ref block, Block / 2), Vector256.Create(value)).ExtractMostSignificantBits() << 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ControlBits(ref byte block) => Vector512.IsHardwareAccelerated
        ? Vector512.LessThan(Vector512.LoadUnsafe(ref block), Vector512.Create((byte)' ')).ExtractMostSignificantBits()
        : Vector256.LessThan(Vector256.LoadUnsafe(ref block), Vector256.Create((byte)' ')).ExtractMostSignificantBits()
            | (ulong)Vector256.LessThan(Vector256.LoadUnsafe(ref block, Block / 2), Vector256.Create((byte)' ')).ExtractMostSignificantBits() << 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong HighBits(ref byte block) => Vector512.IsHardwareAccelerated
        ? Vector512.LoadUnsafe(ref block).ExtractMostSignificantBits()
        : Vector256.LoadUnsafe(ref block).ExtractMostSignificantBits()
            | (ulong)Vector256.LoadUnsafe(ref block, Block / 2).ExtractMostSignificantBits() << 32;
}
