namespace Reporting.Domain.Participations.Reading;

/// <summary>Reads the sources one after the other, in chunks of whole records. Not for two threads at once.</summary>
internal sealed class SourceReader(IReadOnlyList<ParticipationSource> sources) : IDisposable
{
    private readonly byte[] _left = new byte[ParticipationCounter.MaximumRecordBytes];
    private SourceState? _source;
    private int _leftLength;
    private int _next;
    private long _sequence;
    private bool _isStopped;

    /// <summary>Reads the next chunk; false when there is none.</summary>
    public async ValueTask<bool> ReadAsync(Chunk chunk, CancellationToken cancellation)
    {
        if (_isStopped || (_source is null && _next == sources.Count))
        {
            return false;
        }

        _source ??= new(sources[_next++]);
        chunk.Source = _source;
        chunk.Sequence = _sequence++;
        chunk.LinesBefore = 0;
        chunk.Fault = null;
        var fresh = chunk.Origin + Chunk.FreshStart;
        chunk.Start = fresh - _leftLength;
        _left.AsSpan(0, _leftLength).CopyTo(chunk.Buffer.AsSpan(chunk.Start));
        chunk.End = fresh;
        try
        {
            chunk.End += await _source.FillAsync(chunk.Buffer.AsMemory(fresh, chunk.Fresh), cancellation);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            Stop(chunk, ReadingFaults.Truncated);
        }

        chunk.IsLast = chunk.End < fresh + chunk.Fresh;
        chunk.IsStart = !_source.IsStarted && (chunk.IsLast || SourceStart.IsWhole(chunk.Bytes));
        if (chunk.IsStart && chunk.Fault is null)
        {
            chunk.Fault = SourceStart.Read(chunk, sources[_next - 1].Format);
            _source.IsStarted = true;
        }

        Cut(chunk);
        _isStopped = chunk.Fault is not null;
        if (chunk.IsLast)
        {
            _source.End();
            _source = null;
        }

        return true;
    }

    public void Dispose() => _source?.Dispose();

    private static void Stop(Chunk chunk, ReadingFault fault)
    {
        chunk.Fault = fault;
        chunk.End = chunk.Start;
    }

    /// <summary>Keeps for later what follows the last whole record.</summary>
    private void Cut(Chunk chunk)
    {
        _leftLength = 0;
        if (chunk.Fault is not null)
        {
            chunk.End = chunk.Start;
            return;
        }

        var isOpen = false;
        var whole = !chunk.Source.IsStarted ? 0
            : chunk.Source.Header is { } header ? RecordBoundary.OfCsv(chunk.Bytes, header.Separator, out isOpen)
            : RecordBoundary.OfLines(chunk.Bytes);
        var left = chunk.Bytes[whole..];
        if (left.Length > ParticipationCounter.MaximumRecordBytes)
        {
            chunk.Fault = isOpen ? ReadingFaults.UnclosedQuote : ReadingFaults.RecordTooLong;
        }
        else if (chunk.IsLast)
        {
            chunk.Fault = isOpen ? ReadingFaults.UnclosedQuote : null;
            whole = isOpen ? whole : chunk.Bytes.Length;
        }
        else
        {
            left.CopyTo(_left);
            _leftLength = left.Length;
        }

        chunk.End = chunk.Start + whole;
    }
}
