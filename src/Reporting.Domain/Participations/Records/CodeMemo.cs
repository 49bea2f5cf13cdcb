using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Reporting.Domain.Participations.Records;

/// <summary>
/// What the end of a line said when it was read: few combinations of words are written again and again, and then
/// need only be compared. For one layout of columns, and one thread.
/// </summary>
internal sealed class CodeMemo
{
    /// <summary>Bytes from the start of a text that are looked at, those that follow the text included.</summary>
    public const int Width = 64;

    private const int PlaceBits = 11;

    private readonly Place[] _places = new Place[1 << PlaceBits];

    // So many bytes that count, then others that do not.
    private static ReadOnlySpan<byte> Counting =>
    [
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>Forgets everything, for other columns.</summary>
    public void Clear() => Array.Clear(_places);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFind(ReadOnlySpan<byte> text, ref RecordCodes codes)
    {
        if (text.Length is 0 or > Width)
        {
            return false;
        }

        var (start, end) = Load(text);
        ref var place = ref PlaceOf(start, end);
        if (place.Length != text.Length | start != place.Start | end != place.End)
        {
            return false;
        }

        codes = place.Codes;
        return true;
    }

    public void Add(ReadOnlySpan<byte> text, in RecordCodes codes)
    {
        if (text.Length is > 0 and <= Width)
        {
            var (start, end) = Load(text);
            PlaceOf(start, end) = new() { Start = start, End = end, Length = text.Length, Codes = codes };
        }
    }

    /// <summary>The bytes of a text, and zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<byte> Start, Vector256<byte> End) Load(ReadOnlySpan<byte> text)
    {
        ref var first = ref MemoryMarshal.GetReference(text);
        ref var counting = ref Unsafe.Add(ref MemoryMarshal.GetReference(Counting), Width - text.Length);
        return (Vector256.LoadUnsafe(ref first) & Vector256.LoadUnsafe(ref counting),
            Vector256.LoadUnsafe(ref first, (nuint)Vector256<byte>.Count) & Vector256.LoadUnsafe(ref counting, (nuint)Vector256<byte>.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Place PlaceOf(Vector256<byte> start, Vector256<byte> end)
    {
        var words = start.AsUInt64();
        var ends = end.AsUInt64();
        var mixed = (words[0] * 0x9E3779B97F4A7C15) + (words[1] * 0xC2B2AE3D27D4EB4F) + (words[2] * 0x165667B19E3779F9)
            + (words[3] * 0xD6E8FEB86659FD93) + (ends[0] * 0xA0761D6478BD642F) + (ends[1] * 0xE7037ED1A0B428DB)
            + (ends[2] * 0x8EBC6AF09C88C6E3) + (ends[3] * 0x589965CC75374CC3);
        return ref _places[(mixed ^ (mixed << 23)) >> (64 - PlaceBits)];
    }

    // Together, so that they come near together.
    private struct Place
    {
        public Vector256<byte> Start;
        public Vector256<byte> End;
        public int Length;
        public RecordCodes Codes;
    }
}
