namespace Reporting.Store.Journal;

/// <summary>Follows the chain, entry by entry, from its first.</summary>
internal sealed class JournalWalk(JournalHead? known)
{
    private JournalHead _head = JournalHead.Empty;

    /// <summary>Null while the chain holds.</summary>
    public JournalVerdict? Step(JournalEntry entry)
    {
        var previous = _head;
        _head = new(entry.Sequence, entry.Hash);
        return entry.Sequence != previous.Sequence + 1 ? new JournalVerdict.Missing(previous.Sequence + 1)
            : entry.ComputeHash() != entry.Hash ? new JournalVerdict.Altered(entry.Sequence)
            : entry.PreviousHash != previous.Hash ? new JournalVerdict.Displaced(entry.Sequence)
            : entry.Sequence == known?.Sequence && entry.Hash != known.Hash ? new JournalVerdict.Rewritten(entry.Sequence)
            : null;
    }

    public JournalVerdict End() =>
        known is not null && known.Sequence > _head.Sequence ? new JournalVerdict.Cut(_head) : new JournalVerdict.Whole(_head);
}
