using System.Globalization;

namespace Reporting.Api.Tests.Secrecy;

/// <summary>One row of the export, as it stood after so many deposits of its return.</summary>
internal sealed record PublishedCell(
    int Year, string Territory, string Indicator, int Deposits, decimal? Target, decimal? Value, decimal? LowerBound,
    decimal? ComparableValue, decimal? Rate, string Status, string Confidentiality)
{
    public string V => $"V {Year} {Territory} {Indicator} {Deposits}";

    public string L => $"L {Year} {Territory} {Indicator} {Deposits}";

    public string C => $"C {Year} {Territory} {Indicator} {Deposits}";

    public string EmploymentSeekers => $"V {Year} {Territory} EMP-1 {Deposits}";

    public bool IsPartOfEmp1 => Indicator.StartsWith("EMP-3", StringComparison.Ordinal);

    /// <summary>Reads the strict export, whose labels hold no comma that is not quoted.</summary>
    public static List<PublishedCell> Read(string csv, Func<int, string, int> deposits) =>
    [
        .. from line in csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)
           let fields = Fields(line)
           let year = int.Parse(fields[0], CultureInfo.InvariantCulture)
           select new PublishedCell(
               year, fields[1], fields[6], deposits(year, fields[1]), Number(fields[9]), Number(fields[10]), Number(fields[11]),
               Number(fields[12]), Number(fields[13]), fields[15], fields[16]),
    ];

    private static decimal? Number(string text) => text is "" ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static List<string> Fields(string line)
    {
        // A quoted field comes at every second place once the line is cut at its quotes.
        return [.. line.Split('"').SelectMany((part, index) => index % 2 == 1 ? [$"\u0001{part}"] : part.Trim(',').Split(','))];
    }
}
