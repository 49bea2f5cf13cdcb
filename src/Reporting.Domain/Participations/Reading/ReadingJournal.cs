using Reporting.Domain.Participations.Keys;
using Reporting.Domain.Participations.Records;

namespace Reporting.Domain.Participations.Reading;

/// <summary>
/// Takes what chunks gave in the order of the sources, whichever thread read them first, so that lines are numbered
/// and everything is told as if one thread had read.
/// </summary>
internal sealed class ReadingJournal(
    CountingOptions options, PostLedger posts, IProgress<CountingProgress>? progress, Action<RejectedRecord>? rejected)
{
    private readonly Dictionary<long, Entry> _early = [];
    private readonly Dictionary<RejectionReason, long> _byReason = [];
    private readonly List<RejectedRecord> _first = [];
    private readonly List<CountingWarning> _warnings = [];
    private readonly List<SourceReceipt> _sources = [];
    private long _next;
    private long _bytes;
    private long _read;
    private long _rejected;
    private long _repeatedPosts;
    private (ReadingFault Fault, string Source, long? Line)? _fault;
    private volatile bool _isStopped;

    public bool IsStopped => _isStopped;

    /// <summary>Adds what a chunk gave. For any thread.</summary>
    public void Add(Chunk chunk, ChunkOutcome outcome)
    {
        lock (_early)
        {
            _early.Add(chunk.Sequence, new(chunk.Source, chunk.End - chunk.Start, chunk.IsStart, chunk.IsLast, chunk.LinesBefore, chunk.Fault, outcome));
            while (!_isStopped && _early.Remove(_next, out var entry))
            {
                _next++;
                Take(entry);
            }
        }
    }

    /// <summary>The refusal of the count, once all is read, or null.</summary>
    public CountOutcome.Refused? Refusal() =>
        _fault is { } ended ? new(ended.Fault.Reason, ended.Source, ended.Line, ended.Fault.Message, Receipt())
        : _read == 0 ? Refuse(ReadingFaults.NoRecord)
        : _rejected > options.Tolerance * _read ? Refuse(ReadingFaults.TooManyRejected(_rejected, _read, options.Tolerance))
        : null;

    public CountOutcome.Refused Refuse(ReadingFault fault) => new(fault.Reason, null, null, fault.Message, Receipt());

    public CountReceipt Receipt() => new()
    {
        Year = options.Year,
        Read = _read,
        Rejected = _rejected,
        FirstRejected = _first,
        RejectedByReason = _byReason,
        Warnings = _repeatedPosts <= CountReceipt.ListedRejections ? _warnings
            : [.. _warnings, ReadingWarnings.MoreRepeatedPosts(_sources is [.., var last] ? last.Name : "", _repeatedPosts - CountReceipt.ListedRejections)],
        Sources = _sources,
        RuleVersion = Counting.RuleRegister.Version,
    };

    private void Take(Entry entry)
    {
        var (source, outcome) = (entry.Source, entry.Outcome);
        var taken = source.Taken;
        if (entry.IsStart && source.Header is { } header)
        {
            _warnings.AddRange(header.Unknown.Select(name => ReadingWarnings.UnknownColumn(source.Name, 1, name)));
        }

        var firstLine = taken.Lines + entry.LinesBefore + 1;
        foreach (var (line, column, reason) in outcome.Rejected)
        {
            Reject(new(source.Name, firstLine + line, column?.ToName(), reason));
        }

        Warn(source, firstLine, outcome);
        _read += outcome.Records;
        _rejected += outcome.Rejected.Count;
        _bytes += entry.Bytes;
        source.Taken = taken = (
            taken.Lines + entry.LinesBefore + outcome.Lines, taken.Records + outcome.Records, taken.Rejected + outcome.Rejected.Count);
        progress?.Report(new(source.Name, _bytes, _read, _rejected));
        if ((outcome.Fault ?? entry.Fault) is { } fault)
        {
            Stop(fault, source.Name, fault.HasLine ? taken.Lines + 1 : null);
        }
        else if (_read > options.MaximumRecords)
        {
            Stop(ReadingFaults.TooManyRecords(options.MaximumRecords), source.Name, null);
        }
        else if (entry.IsLast)
        {
            End(source);
        }
    }

    private void Reject(RejectedRecord record)
    {
        _byReason[record.Reason] = _byReason.GetValueOrDefault(record.Reason) + 1;
        if (_first.Count < CountReceipt.ListedRejections)
        {
            _first.Add(record);
        }

        rejected?.Invoke(record);
    }

    private void Warn(SourceState source, long firstLine, ChunkOutcome outcome)
    {
        var unknownKeys = outcome.UnknownKeys
            .Where(unknown => source.UnknownKeys.Count < CsvHeader.MaximumColumns && source.UnknownKeys.Add(unknown.Key))
            .Select(unknown => ReadingWarnings.UnknownColumn(source.Name, firstLine + unknown.Line, unknown.Key));
        var repeatedPosts = outcome.Posts
            .Where(post => !posts.Add(outcome.TextOf(post), post.Group, post.Outcome, post.Hundredths))
            .Where(_ => ++_repeatedPosts <= CountReceipt.ListedRejections)
            .Select(post => ReadingWarnings.RepeatedPost(source.Name, firstLine + post.Line));
        _warnings.AddRange(unknownKeys.Concat(repeatedPosts).OrderBy(warning => warning.Line));
    }

    private void Stop(ReadingFault fault, string source, long? line)
    {
        _fault = (fault, source, line);
        _isStopped = true;
    }

    private void End(SourceState source)
    {
        _sources.Add(source.Receipt());
        if (source.Taken.Records == 0)
        {
            _warnings.Add(ReadingWarnings.NoRecord(source.Name));
        }
    }

    private sealed record Entry(
        SourceState Source, int Bytes, bool IsStart, bool IsLast, int LinesBefore, ReadingFault? Fault, ChunkOutcome Outcome);
}
