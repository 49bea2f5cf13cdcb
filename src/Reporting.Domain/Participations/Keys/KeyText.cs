using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Reporting.Domain.Participations.Keys;

/// <summary>
/// Texts as 64-bit words, padded with zeros, that compare as the texts do. Lower-case hexadecimal, as digests and
/// most pseudonyms are, takes half the room.
/// </summary>
internal static class KeyText
{
    /// <summary>Words of the longest pseudonym: 64 characters of three bytes.</summary>
    public const int MaximumWords = 24;

    /// <summary>Bits of a shape.</summary>
    public const int ShapeBits = LengthBits + 1;

    // The longest text is a post of DRO-4: three pseudonyms and some numbers.
    private const int LengthBits = 10;
    private const uint HexShape = 1 << LengthBits;
    private const int LengthMask = (1 << LengthBits) - 1;

    // Unknown to whoever writes the keys, so that keys cannot be chosen to collide.
    private static readonly ulong Secret0 = Random();
    private static readonly ulong Secret1 = Random();

    /// <summary>Writes a text into words and tells its shape, which with the words identifies it.</summary>
    /// <returns>The number of words.</returns>
    public static int Pack(ReadOnlySpan<byte> text, Span<ulong> words, out uint shape)
    {
        shape = (uint)text.Length;
        if (text.Length > 0 && text.Length % Vector128<byte>.Count == 0 && TryPackHex(text, words))
        {
            shape |= HexShape;
            return WordsOf(shape);
        }

        var count = WordsOf(shape);
        if (count > 0)
        {
            words[count - 1] = 0;
            text.CopyTo(MemoryMarshal.AsBytes(words));
        }

        return count;
    }

    /// <summary>The number of words that a text of this shape takes.</summary>
    public static int WordsOf(uint shape) =>
        (shape & HexShape) != 0 ? (int)(shape & LengthMask) / Vector128<byte>.Count : (int)((shape & LengthMask) + 7) / 8;

    /// <summary>Writes the text that was packed.</summary>
    public static ReadOnlySpan<byte> Unpack(uint shape, ReadOnlySpan<ulong> words, Span<byte> text)
    {
        text = text[..(int)(shape & LengthMask)];
        var bytes = MemoryMarshal.AsBytes(words);
        if ((shape & HexShape) == 0)
        {
            bytes[..text.Length].CopyTo(text);
            return text;
        }

        for (var place = 0; place < text.Length; place++)
        {
            text[place] = "0123456789abcdef"u8[place % 2 == 0 ? bytes[place / 2] >> 4 : bytes[place / 2] & 15];
        }

        return text;
    }

    public static ulong Hash(uint shape, ReadOnlySpan<ulong> words)
    {
        var hash = Secret0 ^ shape;
        for (var place = 0; place < words.Length; place += 2)
        {
            hash = Mix(words[place] ^ hash, (place + 1 < words.Length ? words[place + 1] : 0) ^ Secret1);
        }

        return Mix(hash, Secret0);
    }

    private static bool TryPackHex(ReadOnlySpan<byte> text, Span<ulong> words)
    {
        for (var place = 0; place < text.Length; place += Vector128<byte>.Count)
        {
            var characters = Vector128.Create(text.Slice(place, Vector128<byte>.Count));
            var digits = characters - Vector128.Create((byte)'0');
            var letters = characters - Vector128.Create((byte)'a');
            var areDigits = Vector128.LessThan(digits, Vector128.Create((byte)10));
            var areLetters = Vector128.LessThan(letters, Vector128.Create((byte)6));
            if ((areDigits | areLetters) != Vector128<byte>.AllBitsSet)
            {
                return false;
            }

            var nibbles = Vector128.ConditionalSelect(areDigits, digits, letters + Vector128.Create((byte)10)).AsUInt16();
            var pairs = ((nibbles << 4) | (nibbles >> 8)) & Vector128.Create((ushort)255);
            words[place / Vector128<byte>.Count] = Vector128.Narrow(pairs, pairs).AsUInt64().ToScalar();
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong left, ulong right) => Math.BigMul(left, right, out _) ^ (left * right);

    private static ulong Random()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        System.Security.Cryptography.RandomNumberGenerator.Fill(bytes);
        return BitConverter.ToUInt64(bytes) | 1;
    }
}
