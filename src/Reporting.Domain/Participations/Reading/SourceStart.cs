using System.Text;

namespace Reporting.Domain.Participations.Reading;

/// <summary>Reads what stands before the records of a source: a byte-order mark, a header.</summary>
internal static class SourceStart
{
    /// <summary>Whether these first bytes of a source hold all that stands before its records.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= ParticipationCounter.MaximumRecordBytes
        || (!bytes.TrimStart(" \t\r\n"u8).IsEmpty
            && RecordBoundary.First(bytes, (byte)',') < bytes.Length && RecordBoundary.First(bytes, (byte)';') < bytes.Length);

    /// <summary>Tells the format of a source from its first chunk, and moves the chunk to its first record.</summary>
    public static ReadingFault? Read(Chunk chunk, ParticipationFormat? format)
    {
        if (chunk.Bytes.StartsWith("\uFEFF"u8))
        {
            chunk.Start += 3;
        }

        var bytes = chunk.Bytes;
        if (bytes.IsEmpty)
        {
            return ReadingFaults.Empty;
        }

        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..])
        {
            return ReadingFaults.Utf16;
        }

        var text = bytes.TrimStart(" \t\r\n"u8);
        chunk.Source.Format = format ?? (text is [(byte)'{', ..] ? ParticipationFormat.Ndjson : ParticipationFormat.Csv);
        return chunk.Source.Format == ParticipationFormat.Csv ? ReadHeader(chunk) : null;
    }

    private static ReadingFault? ReadHeader(Chunk chunk)
    {
        var bytes = chunk.Bytes;
        var line = bytes.IndexOf((byte)'\n') is >= 0 and var lineEnd ? bytes[..lineEnd] : bytes;
        var separator = (byte)(line.Count((byte)';') > line.Count((byte)',') ? ';' : ',');
        var end = RecordBoundary.First(bytes, separator);
        if (end > ParticipationCounter.MaximumRecordBytes)
        {
            return ReadingFaults.RecordTooLong;
        }

        var rest = bytes[..end];
        var scratch = new byte[end];
        var names = new List<string>();
        for (var isLast = false; !isLast;)
        {
            if (!CsvSplitter.Next(ref rest, separator, scratch, out var length, out isLast))
            {
                return ReadingFaults.Header("L'en-tête a du texte après un guillemet fermant.");
            }

            names.Add(Encoding.UTF8.GetString(scratch, 0, length));
        }

        var header = new CsvHeader(separator, names);
        if (header.Fault() is { } fault)
        {
            return ReadingFaults.Header(fault);
        }

        chunk.Source.Header = header;
        chunk.LinesBefore = bytes[..end].Count((byte)'\n');
        chunk.Start += end;
        return null;
    }
}
