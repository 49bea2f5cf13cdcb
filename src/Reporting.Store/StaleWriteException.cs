namespace Reporting.Store;

/// <summary>
/// What was to be written is dated so long before its commit that the time could have been read as past: nothing is
/// written, and it may be tried again with a later date.
/// </summary>
internal sealed class StaleWriteException() : Exception("A dated write took too long to reach its commit.");
