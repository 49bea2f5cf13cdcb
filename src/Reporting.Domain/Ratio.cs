namespace Reporting.Domain;

/// <summary>Rates and shares: 1 is the whole, four decimals, halves away from zero.</summary>
public static class Ratio
{
    /// <summary>Part over whole, or null when the whole is missing or not above 0.</summary>
    /// <param name="part">The part.</param>
    /// <param name="whole">The whole.</param>
    public static decimal? Of(decimal part, decimal? whole) =>
        whole > 0 ? Math.Round(part / whole.Value, 4, MidpointRounding.AwayFromZero) : null;
}
