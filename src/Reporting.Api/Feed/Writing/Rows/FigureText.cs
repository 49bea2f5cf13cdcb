using System.Buffers.Text;
using System.Data.SqlTypes;
using System.Globalization;

namespace Reporting.Api.Feed.Writing.Rows;

/// <summary>Figures in decimal, with no more decimals than they need: 12.30 and 12.3 are one figure.</summary>
internal static class FigureText
{
    public const int Longest = 40;

    private const decimal One = 1.0000000000000000000000000000m;

    // Below it a double tells neighbouring figures of four decimals apart with digits to spare.
    private const double LargestExact = 1e12;
    private const double NoDecimalLeft = 1e-3;

    private static readonly long[] Powers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

    /// <summary>Writes what SQLite keeps of a figure of at most <paramref name="scale"/> decimals.</summary>
    public static int Write(double value, int scale, Span<byte> into)
    {
        if (scale >= Powers.Length)
        {
            return Write(Math.Round((decimal)value, scale), into);
        }

        var scaled = value * Powers[scale];
        var whole = Math.Round(scaled);
        return Math.Abs(scaled) < LargestExact && Math.Abs(scaled - whole) < NoDecimalLeft
            ? WriteScaled((long)whole, scale, into)
            : Write(Math.Round((decimal)value, scale), into);
    }

    /// <summary>A figure of SQL Server, which may have more digits than decimal has: its decimals are then rounded away.</summary>
    public static decimal Shortened(SqlDecimal value)
    {
        try
        {
            return value.Value;
        }
        catch (OverflowException)
        {
            return SqlDecimal.AdjustScale(value, -value.Scale, fRound: true).Value;
        }
    }

    public static int Write(decimal value, Span<byte> into)
    {
        (value / One).TryFormat(into, out var length, provider: CultureInfo.InvariantCulture);
        return length;
    }

    private static int WriteScaled(long scaled, int scale, Span<byte> into)
    {
        var length = 0;
        if (scaled < 0)
        {
            into[length++] = (byte)'-';
            scaled = -scaled;
        }

        var (whole, fraction) = Math.DivRem(scaled, Powers[scale]);
        Utf8Formatter.TryFormat(whole, into[length..], out var digits);
        length += digits;
        if (fraction == 0)
        {
            return length;
        }

        into[length++] = (byte)'.';
        while (fraction > 0)
        {
            scale--;
            (var digit, fraction) = Math.DivRem(fraction, Powers[scale]);
            into[length++] = (byte)('0' + digit);
        }

        return length;
    }
}
