using System.Buffers.Binary;
using System.Numerics;

namespace Reporting.Domain.Participations.Records;

/// <summary>
/// What the end of a line said when it was read: few combinations of words are written again and again, and then
/// need only be compared. For one layout of columns, and one thread.
/// </summary>
internal sealed class CodeMemo
{
    private const int Places = 1024;
    private const int LeastBytes = sizeof(ulong);
    private const int MostBytes = 64;

    private readonly byte[] _texts = new byte[Places * MostBytes];
    private readonly int[] _lengths = new int[Places];
    private readonly RecordCodes[] _codes = new RecordCodes[Places];

    /// <summary>Forgets everything, for other columns.</summary>
    public void Clear() => Array.Clear(_lengths);

    public bool TryFind(ReadOnlySpan<byte> text, ref RecordCodes codes)
    {
        if (text.Length is < LeastBytes or > MostBytes)
        {
            return false;
        }

        var place = PlaceOf(text);
        if (!text.SequenceEqual(_texts.AsSpan(place * MostBytes, _lengths[place])))
        {
            return false;
        }

        codes = _codes[place];
        return true;
    }

    public void Add(ReadOnlySpan<byte> text, in RecordCodes codes)
    {
        if (text.Length is >= LeastBytes and <= MostBytes)
        {
            var place = PlaceOf(text);
            text.CopyTo(_texts.AsSpan(place * MostBytes));
            _lengths[place] = text.Length;
            _codes[place] = codes;
        }
    }

    private static int PlaceOf(ReadOnlySpan<byte> text)
    {
        var hash = BitOperations.Crc32C((uint)text.Length, BinaryPrimitives.ReadUInt64LittleEndian(text[^sizeof(ulong)..]));
        for (; text.Length > sizeof(ulong); text = text[sizeof(ulong)..])
        {
            hash = BitOperations.Crc32C(hash, BinaryPrimitives.ReadUInt64LittleEndian(text));
        }

        return (int)(hash % Places);
    }
}
