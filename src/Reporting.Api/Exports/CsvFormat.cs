using System.Globalization;
using System.Text;
using Reporting.Api.Problems;

namespace Reporting.Api.Exports;

/// <summary>A dialect of CSV.</summary>
internal sealed record CsvFormat(char Separator, string DecimalSeparator, bool ByteOrderMark)
{
    /// <summary>What Excel opens by a double click on a French machine.</summary>
    public static readonly CsvFormat Excel = new(';', ",", ByteOrderMark: true);

    /// <summary>RFC 4180.</summary>
    public static readonly CsvFormat Strict = new(',', ".", ByteOrderMark: false);

    public static Problem Unknown => new(ProblemType.InvalidRequest, "« format » vaut « excel » ou « strict ».");

    public Encoding Encoding => new UTF8Encoding(ByteOrderMark);

    public NumberFormatInfo Numbers { get; } = new() { NumberDecimalSeparator = DecimalSeparator };

    /// <summary>The dialect of a name, Excel's when none is given; null when there is no such dialect.</summary>
    public static CsvFormat? Named(string? name) => name switch
    {
        null or "excel" => Excel,
        "strict" => Strict,
        _ => null,
    };

    public string Line(IEnumerable<string> fields) => string.Join(Separator, fields.Select(Quote)) + "\r\n";

    private string Quote(string field) =>
        field.Contains(Separator) || field.AsSpan().ContainsAny('"', '\r', '\n')
            ? $"\"{field.Replace("\"", "\"\"")}\""
            : field;
}
