using Reporting.Domain.Campaigns;
using Reporting.Domain.Returns;
using Reporting.Store.Returns;

namespace Reporting.Api.Returns;

/// <summary>What became of a return that was posted or deposited.</summary>
internal abstract record SubmissionOutcome
{
    private SubmissionOutcome()
    {
    }

    /// <summary>Recorded, or already as asked.</summary>
    public sealed record Accepted(StoredReturn Stored, bool IsFirst = false) : SubmissionOutcome;

    /// <summary>A rule refuses it, in the canonical body given.</summary>
    public sealed record Rejected(CountedReturn Counted, string Body) : SubmissionOutcome;

    /// <summary>The writer's precondition does not hold.</summary>
    public sealed record Overtaken : SubmissionOutcome;

    /// <summary>Locked when it was to be written.</summary>
    public sealed record Locked(IReadOnlyList<ReturnLock> Locks) : SubmissionOutcome;

    /// <summary>Other writers kept coming first.</summary>
    public sealed record Contended : SubmissionOutcome;

    /// <summary>Nothing was ever posted.</summary>
    public sealed record Absent : SubmissionOutcome;

    /// <summary>The stored version would no longer count as the receipt given says.</summary>
    public sealed record ReceiptOutdated(IReadOnlyList<ReceiptChange> Changes) : SubmissionOutcome;
}
