using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Reporting.Domain.Participations.Reading;

/// <summary>Writes down where the bits of a word are set.</summary>
internal static class BitPlaces
{
    /// <summary>Numbers written at a time: up to so many, less one, that mean nothing follow the others.</summary>
    public const int Step = 16;

    /// <summary>Writes the places of the bits, counted from a start.</summary>
    /// <param name="places">Where to.</param>
    /// <param name="bits">The bits.</param>
    /// <param name="count">How many are set.</param>
    /// <param name="start">The place of the first bit.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref int places, ulong bits, int count, int start)
    {
        if (Avx512Vbmi2.IsSupported)
        {
            WriteCompressed(ref places, bits, count, start);
            return;
        }

        for (var written = 0; written < count; written += Step / 2)
        {
            ref var place = ref Unsafe.Add(ref places, written);
            for (var next = 0; next < Step / 2; next++)
            {
                Unsafe.Add(ref place, next) = start + BitOperations.TrailingZeroCount(bits);
                bits &= bits - 1;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteCompressed(ref int places, ulong bits, int count, int start)
    {
        // Each byte of the word goes to eight bytes, of which each keeps its bit.
        var bytes = Avx512BW.Shuffle(Vector512.Create(bits).AsByte(), Vector512.Create(
            0UL, 0x0101_0101_0101_0101, 0x0202_0202_0202_0202, 0x0303_0303_0303_0303,
            0x0404_0404_0404_0404, 0x0505_0505_0505_0505, 0x0606_0606_0606_0606, 0x0707_0707_0707_0707).AsByte());
        var bit = Vector512.Create(0x8040_2010_0804_0201).AsByte();
        var isSet = Vector512.Equals(bytes & bit, bit);
        var found = Avx512Vbmi2.Compress(Vector512<byte>.Zero, isSet, Vector512<byte>.Indices);
        var written = 0;
        do
        {
            (Avx512F.ConvertToVector512Int32(found.GetLower().GetLower()) + Vector512.Create(start)).StoreUnsafe(ref Unsafe.Add(ref places, written));
            found = Avx512F.AlignRight32(found.AsUInt32(), found.AsUInt32(), 4).AsByte();
            written += Step;
        }
        while (written < count);
    }
}
