using Reporting.Domain.Returns;

namespace Reporting.Store.Returns;

/// <summary>A version of a return, as posted and as counted.</summary>
public sealed record StoredReturn
{
    public required int Year { get; init; }

    public required string Territory { get; init; }

    public required int Version { get; init; }

    /// <summary>Number of the last event of the whole return: whoever writes must know it.</summary>
    public required int Sequence { get; init; }

    public required ReturnState State { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    /// <summary>When its content was deposited, be it under the version that it recounts.</summary>
    public DateTimeOffset? DepositedAt { get; init; }

    /// <summary>When the last event of the whole return took place: none may be dated before it.</summary>
    public DateTimeOffset LastEventAt { get; init; }

    /// <summary>What the reviewer said, when the last thing that happened to the version is a review.</summary>
    public Review? Review { get; init; }

    /// <summary>The version whose body it counts again, when it is a recount.</summary>
    public int? RecountOf { get; init; }

    /// <summary>The version that the owner posted, when it is a recount.</summary>
    public int? Origin { get; init; }

    /// <summary>Number of the newest version of the return, be it a recount of an older one.</summary>
    public int LastVersion { get; init; }

    /// <summary>SHA-256 of the canonical body, in hexadecimal.</summary>
    public required string Digest { get; init; }

    /// <summary>The canonical body.</summary>
    public required string Body { get; init; }

    /// <summary>True for sample data, which describes nobody.</summary>
    public bool Fictitious { get; init; }

    public required CountedReturn Counted { get; init; }
}
