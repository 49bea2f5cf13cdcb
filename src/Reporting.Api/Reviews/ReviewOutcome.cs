using Reporting.Domain.Campaigns;
using Reporting.Store.Returns;

namespace Reporting.Api.Reviews;

/// <summary>What became of a review.</summary>
internal abstract record ReviewOutcome
{
    private ReviewOutcome()
    {
    }

    /// <summary>Recorded, or already as asked.</summary>
    public sealed record Reviewed(StoredReturn Stored) : ReviewOutcome;

    /// <summary>The reviewer's precondition does not hold.</summary>
    public sealed record Overtaken : ReviewOutcome;

    /// <summary>Nothing was ever posted, or not the version named.</summary>
    public sealed record Absent : ReviewOutcome;

    /// <summary>Two versions were deposited, and the reviewer did not say which one it read.</summary>
    public sealed record Unnamed(int Meant) : ReviewOutcome;

    /// <summary>The version's state does not allow it.</summary>
    public sealed record Locked(ReturnLock Lock) : ReviewOutcome;

    /// <summary>Only the DGCS undoes a validation.</summary>
    public sealed record ForDgcsAlone(int Version) : ReviewOutcome;

    /// <summary>Other writers kept coming first.</summary>
    public sealed record Contended : ReviewOutcome;
}
