using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reporting.Domain.Participations.Records;

/// <summary>
/// What the end of a line said when it was read: few combinations of words are written again and again, and then
/// need only be compared. For one layout of columns, and one thread.
/// </summary>
internal sealed class CodeMemo
{
    private const int Places = 1024;
    private const int LeastBytes = sizeof(ulong);
    private const int MostBytes = 48;

    private readonly Place[] _places = new Place[Places];

    /// <summary>Forgets everything, for other columns.</summary>
    public void Clear() => Array.Clear(_places);

    public bool TryFind(ReadOnlySpan<byte> text, ref RecordCodes codes)
    {
        if (text.Length is < LeastBytes or > MostBytes)
        {
            return false;
        }

        ref var place = ref _places[PlaceOf(text)];
        if (!text.SequenceEqual(place.Text[..place.Length]))
        {
            return false;
        }

        codes = place.Codes;
        return true;
    }

    public void Add(ReadOnlySpan<byte> text, in RecordCodes codes)
    {
        if (text.Length is >= LeastBytes and <= MostBytes)
        {
            ref var place = ref _places[PlaceOf(text)];
            text.CopyTo(place.Text);
            place.Length = text.Length;
            place.Codes = codes;
        }
    }

    private static uint PlaceOf(ReadOnlySpan<byte> text)
    {
        var hash = BitOperations.Crc32C((uint)text.Length, BinaryPrimitives.ReadUInt64LittleEndian(text[^sizeof(ulong)..]));
        for (; text.Length > sizeof(ulong); text = text[sizeof(ulong)..])
        {
            hash = BitOperations.Crc32C(hash, BinaryPrimitives.ReadUInt64LittleEndian(text));
        }

        return hash % Places;
    }

    // Together, so that they come near together.
    private struct Place
    {
        public int Length;
        public RecordCodes Codes;
        public Bytes Text;
    }

    [InlineArray(MostBytes)]
    private struct Bytes
    {
        private byte _first;
    }
}
