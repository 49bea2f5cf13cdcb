namespace Reporting.Store.Journal;

/// <summary>
/// What the store holds, told by the last act that changed it. Entries are durable in the order of their numbers, each
/// with all that its act wrote, so two readings under one data version read the same.
/// </summary>
/// <param name="Sequence">The number of the act's entry, which only grows; 0 for a store without acts.</param>
/// <param name="At">When the latest change up to it was written: the clocks of two instances may differ.</param>
/// <param name="Hash">The hash of the entry, and so of every entry before it: a store that was restored has another.</param>
public sealed record DataVersion(long Sequence, DateTimeOffset At, string Hash)
{
    /// <summary>The version of a store in which nothing was ever done.</summary>
    public static DataVersion None { get; } = new(0, DateTimeOffset.MinValue, JournalEntry.Origin);
}
