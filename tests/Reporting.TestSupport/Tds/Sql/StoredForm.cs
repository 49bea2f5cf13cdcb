using System.Text;

namespace Reporting.TestSupport.Tds.Sql;

/// <summary>How values of T-SQL's types are kept in SQLite.</summary>
internal static class StoredForm
{
    private const double MostUnits = 9.2e18;

    /// <summary>The code page of both collations, in which what is not Western European becomes a question mark.</summary>
    public static Encoding CodePage { get; } = CodePagesEncodingProvider.Instance.GetEncoding(
        1252, new EncoderReplacementFallback("?"), DecoderFallback.ReplacementFallback)!;

    /// <summary>The smallest units of a decimal: whole, or approximate where they are more than SQLite counts.</summary>
    public static object OfDecimal(decimal value, int scale)
    {
        var approximate = (double)value * Math.Pow(10, scale);
        return Math.Abs(approximate) < MostUnits
            ? (object)(long)Math.Round(value * Power(scale), MidpointRounding.AwayFromZero)
            : approximate;
    }

    public static decimal ToDecimal(object units, int scale) => units is long whole
        ? decimal.Divide(whole, Power(scale))
        : throw TdsError.Overflow("numeric");

    public static long OfInstant(DateTimeOffset instant, int scale) => Rounded(instant.UtcTicks, scale);

    public static long Rounded(long ticks, int scale)
    {
        var unit = (long)Power(7 - scale);
        return (ticks + (unit / 2)) / unit * unit;
    }

    public static decimal Power(int scale) => new decimal(Math.Pow(10, scale));
}
