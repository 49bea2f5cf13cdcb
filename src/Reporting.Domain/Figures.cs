using System.Globalization;
using Reporting.Domain.Catalogue;

namespace Reporting.Domain;

/// <summary>What any figure must be: whole units, or two decimals for DRO-4, up to a billion.</summary>
public static class Figures
{
    /// <summary>No figure of a territory can be larger; sums over all territories stay exact in the store.</summary>
    public const decimal Maximum = 1_000_000_000m;

    // Dividing by one with every decimal place strips the trailing zeros of the scale.
    private const decimal One = 1.0000000000000000000000000000m;

    private static readonly NumberFormatInfo French = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = "\u202F",
    };

    /// <summary>Whether a figure has no more decimals than the indicator counts in.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="indicator">The indicator.</param>
    public static bool FitsUnit(decimal figure, Indicator indicator) =>
        figure == Math.Round(figure, indicator.Decimals);

    /// <summary>Whether the magnitude of a figure is at most <see cref="Maximum"/>.</summary>
    /// <param name="figure">The figure.</param>
    public static bool IsPlausible(decimal figure) => Math.Abs(figure) <= Maximum;

    /// <summary>The nearest possible count: what arithmetic goes on with once a figure is known to be wrong.</summary>
    /// <param name="figure">The figure.</param>
    public static decimal Clamp(decimal figure) => Math.Clamp(figure, 0, Maximum);

    /// <summary>The same figure without needless zeros after the point: 130.00 becomes 130.</summary>
    /// <param name="figure">The figure.</param>
    public static decimal Shortest(decimal figure) => figure / One;

    /// <summary>Writes a figure as a French reader expects: 1 234,5.</summary>
    /// <param name="figure">The figure.</param>
    public static string ToFrench(decimal figure) => figure.ToString("#,0.##", French);
}
