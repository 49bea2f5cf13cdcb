using System.Globalization;
using System.Text;

namespace Reporting.Api.Exports;

/// <summary>A dialect of CSV.</summary>
internal sealed record CsvFormat(char Separator, string DecimalSeparator, bool ByteOrderMark)
{
    /// <summary>What Excel opens by a double click on a French machine.</summary>
    public static readonly CsvFormat Excel = new(';', ",", ByteOrderMark: true);

    /// <summary>RFC 4180.</summary>
    public static readonly CsvFormat Strict = new(',', ".", ByteOrderMark: false);

    public Encoding Encoding => new UTF8Encoding(ByteOrderMark);

    public NumberFormatInfo Numbers { get; } = new() { NumberDecimalSeparator = DecimalSeparator };

    public string Line(IEnumerable<string> fields) => string.Join(Separator, fields.Select(Quote)) + "\r\n";

    private string Quote(string field) =>
        field.Contains(Separator) || field.AsSpan().ContainsAny('"', '\r', '\n')
            ? $"\"{field.Replace("\"", "\"\"")}\""
            : field;
}
