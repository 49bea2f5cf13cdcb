namespace Reporting.Domain.Participations;

/// <summary>How participation records are to be counted.</summary>
public sealed record CountingOptions
{
    /// <summary>Campaign year N: the records of 1 January N to 31 December N count (TES-3: September N to August N+1).</summary>
    public required int Year { get; init; }

    /// <summary>The share of records that may be rejected, 0 to 1; beyond it the whole count is refused.</summary>
    public decimal Tolerance { get; init; } = 0.01m;

    /// <summary>How many records may be read at once, at least 1. The outcome does not depend on it.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>The number of records, all sources together, beyond which the count is refused.</summary>
    public long MaximumRecords { get; init; } = long.MaxValue;
}
