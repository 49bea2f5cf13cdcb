namespace Reporting.Domain.Participations.Reading;

/// <summary>
/// Splits any CSV record, quoted or not (RFC 4180): a quote opens a quoted field only at its start, and is a character
/// like any other further on. Lines end with LF or CRLF.
/// </summary>
internal static class CsvSplitter
{
    /// <summary>Takes the next field out of a record.</summary>
    /// <param name="record">What is left of the record; the field is cut off with its separator.</param>
    /// <param name="separator">The separator.</param>
    /// <param name="scratch">Where the text of the field is written.</param>
    /// <param name="length">Length of that text.</param>
    /// <param name="isLast">Whether the record ends with this field.</param>
    /// <returns>False when text follows a closing quote.</returns>
    public static bool Next(
        ref ReadOnlySpan<byte> record, byte separator, Span<byte> scratch, out int length, out bool isLast)
    {
        length = 0;
        if (record is [(byte)'"', ..])
        {
            record = record[1..];
            for (; ; )
            {
                var quote = record.IndexOf((byte)'"');
                var text = quote < 0 ? record : record[..quote];
                text.CopyTo(scratch[length..]);
                length += text.Length;
                record = quote < 0 ? [] : record[(quote + 1)..];
                if (record is not [(byte)'"', ..])
                {
                    break;
                }

                scratch[length++] = (byte)'"';
                record = record[1..];
            }
        }

        var end = record.IndexOfAny(separator, (byte)'\n');
        var rest = end < 0 ? record : record[..end];
        isLast = end < 0 || record[end] == '\n';
        record = end < 0 ? [] : record[(end + 1)..];
        if (isLast && rest is [.., (byte)'\r'])
        {
            rest = rest[..^1];
        }

        return length == 0 ? Take(rest, scratch, out length) : rest.Length == 0;
    }

    private static bool Take(ReadOnlySpan<byte> text, Span<byte> scratch, out int length)
    {
        text.CopyTo(scratch);
        length = text.Length;
        return true;
    }
}
