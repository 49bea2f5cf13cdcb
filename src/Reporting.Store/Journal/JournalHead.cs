namespace Reporting.Store.Journal;

/// <summary>The last entry of a journal: whoever keeps it elsewhere can tell later whether the journal was cut or rewritten.</summary>
public sealed record JournalHead(long Sequence, string Hash)
{
    /// <summary>The head of a journal without entries.</summary>
    public static JournalHead Empty { get; } = new(0, JournalEntry.Origin);
}
