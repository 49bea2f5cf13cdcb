namespace Reporting.Store.Journal;

/// <summary>What a walk along the journal found.</summary>
public abstract record JournalVerdict
{
    private JournalVerdict()
    {
    }

    /// <summary>Every entry is there, as written, in order.</summary>
    public sealed record Whole(JournalHead Head) : JournalVerdict;

    /// <summary>An entry is not as it was written.</summary>
    public sealed record Altered(long Sequence) : JournalVerdict;

    /// <summary>An entry is not there, though a later one is.</summary>
    public sealed record Missing(long Sequence) : JournalVerdict;

    /// <summary>An entry is sound by itself but does not follow the one before it: moved, or put in another's place.</summary>
    public sealed record Displaced(long Sequence) : JournalVerdict;

    /// <summary>The journal ends before the head that was kept elsewhere.</summary>
    public sealed record Cut(JournalHead Head) : JournalVerdict;

    /// <summary>The chain is sound, but it is not the one that the head kept elsewhere belongs to.</summary>
    public sealed record Rewritten(long Sequence) : JournalVerdict;
}
