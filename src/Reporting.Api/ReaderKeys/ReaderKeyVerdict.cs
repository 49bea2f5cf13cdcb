using Reporting.Store.Access;

namespace Reporting.Api.ReaderKeys;

/// <summary>What becomes of a presented key.</summary>
internal abstract record ReaderKeyVerdict
{
    public sealed record Accepted(ReaderKey Key) : ReaderKeyVerdict;

    /// <param name="Reason">For the log, not for the caller: whoever tries keys is told nothing.</param>
    public sealed record Refused(string Reason) : ReaderKeyVerdict;
}
