using System.Runtime.InteropServices;
using System.Text;
using Reporting.Domain.Participations.Emission;
using Reporting.Domain.Participations.Records;

namespace Reporting.Domain.Participations.Reading;

/// <summary>What the records of one chunk gave that is told in the order of the sources. Lines count from the chunk's first.</summary>
internal sealed class ChunkOutcome
{
    private static readonly ParticipationColumn[] Ids =
        [ParticipationColumn.Person, ParticipationColumn.Household, ParticipationColumn.Session];

    private readonly List<byte> _posts = [];

    public long Lines { get; set; }

    public long Records { get; set; }

    public List<(long Line, ParticipationColumn? Column, RejectionReason Reason)> Rejected { get; } = [];

    /// <summary>Keys of NDJSON that are not read.</summary>
    public List<(long Line, string Key)> UnknownKeys { get; } = [];

    public List<Post> Posts { get; } = [];

    /// <summary>A record of this chunk that ends the count, on the line after <see cref="Lines"/>.</summary>
    public ReadingFault? Fault { get; set; }

    public ReadOnlySpan<byte> TextOf(Post post) =>
        CollectionsMarshal.AsSpan(_posts).Slice(post.Start, post.Length);

    /// <summary>Notes a record of DRO-4.</summary>
    public void AddPost<TFields>(long line, scoped in TFields fields, in ParticipationRecord record, RecordGroup group, RecordOutcome outcome)
        where TFields : IRecordFields, allows ref struct
    {
        var start = _posts.Count;
        foreach (var column in Ids)
        {
            _posts.AddRange(fields[column]);
            _posts.Add(0);
        }

        _posts.AddRange(Encoding.ASCII.GetBytes(record.Values));
        Posts.Add(new(line, start, _posts.Count - start, group, outcome, record.Hundredths));
    }

    internal readonly record struct Post(long Line, int Start, int Length, RecordGroup Group, RecordOutcome Outcome, long Hundredths);
}
