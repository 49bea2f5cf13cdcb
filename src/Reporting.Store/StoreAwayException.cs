using System.Data.Common;

namespace Reporting.Store;

/// <summary>The store did not answer in the time given to it, or is known not to: the same request may succeed later.</summary>
public sealed class StoreAwayException(string message, Exception cause) : DbException(message, cause)
{
    /// <summary>Whether a write was interrupted while it committed, so that it may have taken place.</summary>
    public bool MayHaveTakenPlace { get; init; }
}
