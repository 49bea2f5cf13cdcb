namespace Reporting.Domain.Participations.Keys;

/// <summary>The order of <see cref="StringComparer.Ordinal"/>, on UTF-8.</summary>
internal static class OrdinalOrder
{
    private const byte FirstOfThreeBytesAboveSurrogates = 0xEE;

    /// <summary>
    /// Compares as UTF-16 would: there a character of four bytes is a surrogate pair, which comes before U+E000.
    /// </summary>
    public static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var common = left.CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
        {
            return left.Length.CompareTo(right.Length);
        }

        return Weight(left[common]).CompareTo(Weight(right[common]));
    }

    private static int Weight(byte first) => first switch
    {
        < FirstOfThreeBytesAboveSurrogates => first,
        < 0xF0 => first + 0x100,
        _ => first,
    };
}
