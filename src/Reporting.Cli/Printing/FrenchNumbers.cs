using System.Globalization;

namespace Reporting.Cli.Printing;

/// <summary>Written out because the machine may carry no culture data.</summary>
internal static class FrenchNumbers
{
    private const string NarrowNoBreakSpace = "\u202F";

    private static readonly NumberFormatInfo s_french = new()
    {
        NumberGroupSeparator = NarrowNoBreakSpace,
        NumberDecimalSeparator = ",",
    };

    public static string Number(decimal value) => value.ToString("#,##0.##", s_french);

    public static string Rate(decimal value, decimal target) =>
        (100 * value / target).ToString("#,##0.0", s_french) + NarrowNoBreakSpace + "%";

    public static string Count(int count, string noun) => $"{Number(count)} {noun}{(count < 2 ? "" : "s")}";
}
