using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Reporting.Domain.Participations.Records;

namespace Reporting.Domain.Participations.Reading;

/// <summary>Reads the records of CSV chunks, for one thread.</summary>
internal sealed class CsvReading(RecordTaker taker)
{
    private readonly ByteIndex _index = new();
    private readonly byte[] _scratch = new byte[ParticipationCounter.MaximumRecordBytes];
    private readonly int[] _starts = new int[ParticipationColumns.Count];
    private readonly int[] _lengths = new int[ParticipationColumns.Count];
    private readonly int[] _befores = new int[CsvHeader.MaximumColumns + Vector256<int>.Count];
    private readonly int[] _ends = new int[CsvHeader.MaximumColumns + Vector256<int>.Count];
    private CsvHeader? _header;
    private bool _isQuoted;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(Chunk chunk, CsvHeader header, ChunkOutcome outcome)
    {
        if (!ReferenceEquals(header, _header))
        {
            _header = header;
            taker.ForgetColumns();
        }

        var count = header.Names.Count;
        var bytes = chunk.Bytes;
        var isQuoted = Index(chunk.Buffer.AsSpan(chunk.Start), bytes.Length, header.Separator);
        var marks = _index.Marks;
        var previous = 0;
        var start = 0;
        var odd = 0;
        foreach (var last in _index.LineEnds[.._index.LineCount])
        {
            var end = marks[last];
            if (end >= start && last - previous == count && end - start < ParticipationCounter.MaximumRecordBytes
                && !(_index.MayBeOdd(ref odd, start, end) && (isQuoted || IsOdd(bytes[start..end]))))
            {
                var textEnd = bytes[end - 1] == '\r' ? end - 1 : end;
                var befores = marks[previous..];
                var ends = marks[(previous + 1)..];
                if (isQuoted)
                {
                    Unquote(bytes, marks.Slice(previous, count + 1), textEnd);
                    befores = _befores;
                    ends = _ends;
                }

                taker.Take(new CsvFields(bytes, befores, ends, header, textEnd), outcome.Lines++, outcome);
                start = end + 1;
            }
            else if (end >= start)
            {
                start += ReadAny(bytes[start..], header, outcome);
                if (outcome.Fault is not null)
                {
                    return;
                }
            }

            // A line end before the start is within the quotes of a record that is read already.
            previous = last;
        }

        if (start < bytes.Length)
        {
            ReadAny(bytes[start..], header, outcome);
        }
    }

    /// <summary>Indexes a chunk; tells whether fields are quoted, and each ends at its mark.</summary>
    private bool Index(ReadOnlySpan<byte> buffer, int length, byte separator)
    {
        // As the chunk before, most likely.
        if (_isQuoted && _index.IndexQuoted(buffer, length, separator))
        {
            _isQuoted = _index.HasOdd;
            return _isQuoted;
        }

        _index.Index(buffer, length, separator, (byte)'"');
        if (_isQuoted || !_index.HasOdd)
        {
            return _isQuoted = false;
        }

        _isQuoted = _index.IndexQuoted(buffer, length, separator);
        if (!_isQuoted)
        {
            _index.Index(buffer, length, separator, (byte)'"');
        }

        return _isQuoted;
    }

    /// <summary>Finds the fields of a record, some or all of them quoted, none with a quote within.</summary>
    private void Unquote(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> marks, int end)
    {
        for (var field = 0; field < marks.Length - 1; field++)
        {
            // The record ends with a line end at least.
            var quote = bytes[marks[field] + 1] == '"' ? 1 : 0;
            _befores[field] = marks[field] + quote;
            _ends[field] = Math.Min(marks[field + 1], end) - quote;
        }
    }

    private static bool IsOdd(ReadOnlySpan<byte> record) => record.Contains((byte)'"') || Spoilt.Reason(record) is not null;

    /// <summary>Reads the record at the start of these bytes, whatever it is, and tells its length.</summary>
    private int ReadAny(ReadOnlySpan<byte> bytes, CsvHeader header, ChunkOutcome outcome)
    {
        var length = RecordBoundary.First(bytes, header.Separator);
        var record = bytes[..length];
        if (record.SequenceEqual("\n"u8) || record.SequenceEqual("\r\n"u8) || record.SequenceEqual("\r"u8))
        {
            outcome.Lines++;
            return length;
        }

        if (length > ParticipationCounter.MaximumRecordBytes)
        {
            outcome.Fault = ReadingFaults.RecordTooLong;
            return length;
        }

        var fields = new RecordFields(_starts, _lengths);
        if ((Spoilt.Reason(record) ?? Split(record, header, ref fields)) is { } reason)
        {
            outcome.Records++;
            outcome.Rejected.Add((outcome.Lines, null, reason));
        }
        else
        {
            taker.Take(fields, outcome.Lines, outcome);
        }

        outcome.Lines += record.Count((byte)'\n');
        return length;
    }

    private RejectionReason? Split(ReadOnlySpan<byte> record, CsvHeader header, ref RecordFields fields)
    {
        fields.Clear();
        var used = 0;
        var count = 0;
        for (var isLast = false; !isLast; count++)
        {
            if (!CsvSplitter.Next(ref record, header.Separator, _scratch.AsSpan(used), out var length, out isLast))
            {
                return RejectionReason.Quotes;
            }

            if (count < header.Columns.Length && header.Columns[count] is { } column)
            {
                fields.Set(column, used, length);
                used += length;
            }
        }

        fields.Bytes = _scratch.AsSpan(0, used);
        return count == header.Columns.Length ? null : RejectionReason.FieldCount;
    }
}
