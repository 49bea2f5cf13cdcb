namespace Reporting.Store.Journal;

/// <summary>How far a walk along the journal has come.</summary>
public readonly record struct JournalProgress(long Walked, long Length);
