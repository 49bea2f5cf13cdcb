using System.Runtime.CompilerServices;
using System.Text.Unicode;
using Reporting.Domain.Participations.Records;

namespace Reporting.Domain.Participations.Reading;

/// <summary>Reads the records of NDJSON chunks, for one thread.</summary>
internal sealed class JsonReading(RecordTaker taker)
{
    private readonly ByteIndex _index = new();
    private readonly byte[] _scratch = new byte[ParticipationCounter.MaximumRecordBytes];
    private readonly int[] _starts = new int[ParticipationColumns.Count];
    private readonly int[] _lengths = new int[ParticipationColumns.Count];
    private JsonTemplate? _template;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(Chunk chunk, ChunkOutcome outcome)
    {
        var bytes = chunk.Bytes;
        _index.Index(chunk.Buffer.AsSpan(chunk.Start), bytes.Length, (byte)'"', (byte)'\\');
        var marks = _index.Marks;
        var fields = new RecordFields(_starts, _lengths);
        var previous = 0;
        var odd = 0;
        foreach (var last in _index.LineEnds[.._index.LineCount])
        {
            var start = marks[previous] + 1;
            var record = WithoutReturn(bytes[start..marks[last]]);
            if (_template is { } template && !(_index.MayBeOdd(ref odd, start, start + record.Length) && IsOdd(record)) && record.Length <= ParticipationCounter.MaximumRecordBytes
                && template.TryMatch(record, start, marks[(previous + 1)..last], ref fields))
            {
                taker.Take(fields, outcome.Lines, outcome);
            }
            else if (!ReadAny(record, outcome))
            {
                return;
            }

            outcome.Lines++;
            previous = last;
        }

        if (marks[previous] + 1 < bytes.Length && ReadAny(WithoutReturn(bytes[(marks[previous] + 1)..]), outcome))
        {
            outcome.Lines++;
        }
    }

    private static ReadOnlySpan<byte> WithoutReturn(ReadOnlySpan<byte> line) => line is [.., (byte)'\r'] ? line[..^1] : line;

    private static bool IsOdd(ReadOnlySpan<byte> record) =>
        record.Contains((byte)'\\') || record.ContainsAnyInRange((byte)0, (byte)31) || !Utf8.IsValid(record);

    /// <summary>Reads a record, whatever it is; false when it ends the count.</summary>
    private bool ReadAny(ReadOnlySpan<byte> line, ChunkOutcome outcome)
    {
        var record = line.Trim(" \t\r"u8);
        if (record.IsEmpty)
        {
            return true;
        }

        if (record.Length > ParticipationCounter.MaximumRecordBytes)
        {
            outcome.Fault = ReadingFaults.RecordTooLong;
            return false;
        }

        var fields = new RecordFields(_starts, _lengths);
        ParticipationColumn? column = null;
        var unknown = new List<string>();
        if ((Spoilt.Reason(record) ?? JsonRecord.Read(record, _scratch, ref fields, out column, unknown)) is { } reason)
        {
            outcome.Records++;
            outcome.Rejected.Add((outcome.Lines, column, reason));
            return true;
        }

        outcome.UnknownKeys.AddRange(unknown.Select(key => (outcome.Lines, key)));
        taker.Take(fields, outcome.Lines, outcome);
        _template = JsonTemplate.From(line);
        return true;
    }
}
