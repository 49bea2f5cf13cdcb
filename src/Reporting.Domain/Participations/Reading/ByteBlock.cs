using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Reporting.Domain.Participations.Reading;

/// <summary>Looks at 64 bytes at once: one bit is one byte.</summary>
internal static class ByteBlock
{
    public const int Size = 64;

    /// <summary>The bytes that are there, when so many are left.</summary>
    public static ulong Valid(int left) => left >= Size ? ulong.MaxValue : (1UL << left) - 1;

    /// <summary>The bytes that have a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Bits(ref byte block, byte value) => Vector512.IsHardwareAccelerated
        ? Vector512.Equals(Vector512.LoadUnsafe(ref block), Vector512.Create(value)).ExtractMostSignificantBits()
        : Vector256.Equals(Vector256.LoadUnsafe(ref block), Vector256.Create(value)).ExtractMostSignificantBits()
            | (ulong)Vector256.Equals(Vector256.LoadUnsafe(ref block, Size / 2), Vector256.Create(value)).ExtractMostSignificantBits() << 32;

    /// <summary>Bytes above 127, and control characters other than these line ends and the returns before them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong NoTextBits(ref byte block, ulong lines)
    {
        // What is below a space is above 127 once a space is taken off it, as is what was above 127, or then is above 95.
        var noText = Vector512.IsHardwareAccelerated
            ? Vector512.GreaterThan(Vector512.LoadUnsafe(ref block) - Vector512.Create((byte)' '), Vector512.Create((byte)95)).ExtractMostSignificantBits()
            : Vector256.GreaterThan(Vector256.LoadUnsafe(ref block) - Vector256.Create((byte)' '), Vector256.Create((byte)95)).ExtractMostSignificantBits()
                | (ulong)Vector256.GreaterThan(Vector256.LoadUnsafe(ref block, Size / 2) - Vector256.Create((byte)' '), Vector256.Create((byte)95)).ExtractMostSignificantBits() << 32;
        return noText & ~lines & ~(Bits(ref block, (byte)'\r') & (lines >> 1));
    }
}
