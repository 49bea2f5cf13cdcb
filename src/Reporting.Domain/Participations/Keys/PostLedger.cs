using System.Runtime.InteropServices;
using Reporting.Domain.Participations.Emission;

namespace Reporting.Domain.Participations.Keys;

/// <summary>The posts of DRO-4, which have no key: each distinct record, with the sum of its repeats.</summary>
internal sealed class PostLedger
{
    private const int Hundredths = 0;
    private const int GroupAndOutcome = 1;

    private readonly WordTable _posts = new(payload: 2);

    /// <summary>Adds a post; false when it repeats an earlier one.</summary>
    /// <param name="record">All that the record says, the person first, ended by a NUL.</param>
    /// <param name="group">Its group.</param>
    /// <param name="outcome">Its outcome, the last check apart.</param>
    /// <param name="hundredths">Hundredths of a full-time equivalent.</param>
    public bool Add(ReadOnlySpan<byte> record, RecordGroup group, RecordOutcome outcome, long hundredths)
    {
        Span<ulong> words = stackalloc ulong[(record.Length + 7) / 8];
        words = words[..KeyText.Pack(record, words, out var shape)];
        _posts.Reserve(1);
        var payload = _posts.Payload(_posts.Intern((uint)KeyText.Hash(shape, words), shape, words, out var isNew));
        payload[Hundredths] += (ulong)hundredths;
        payload[GroupAndOutcome] = (ulong)group.Code << 8 | (ulong)outcome;
        return isNew;
    }

    /// <summary>Adds the posts to a count.</summary>
    public void Count(CountTally tally, ReservedPersons reserved)
    {
        for (var post = _posts.Next(-1); post >= 0; post = _posts.Next(post))
        {
            var payload = _posts.Payload(post);
            var group = new RecordGroup((int)(payload[GroupAndOutcome] >> 8));
            var outcome = (RecordOutcome)(byte)payload[GroupAndOutcome];
            if (outcome == RecordOutcome.Retained && reserved.Contains(PersonOf(post), group.Action))
            {
                outcome = RecordOutcome.Exclusive;
            }

            tally.Group(group).Add(outcome, (long)payload[Hundredths]);
            tally.AddKeys(group.Indicator, outcome, (long)payload[Hundredths]);
        }
    }

    private ReadOnlySpan<byte> PersonOf(int post)
    {
        // A record holds a NUL, and so is never packed as hexadecimal.
        var record = MemoryMarshal.AsBytes(_posts.Words(post));
        return record[..record.IndexOf((byte)0)];
    }
}
