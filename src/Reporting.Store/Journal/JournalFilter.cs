namespace Reporting.Store.Journal;

/// <summary>Which entries of the journal are wanted: those that match everything given.</summary>
public sealed record JournalFilter
{
    public int? Year { get; init; }

    public string? Territory { get; init; }

    public string? Actor { get; init; }

    public string? Action { get; init; }

    /// <summary>The first instant wanted.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The first instant no longer wanted.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only entries before this one.</summary>
    public long Before { get; init; } = long.MaxValue;
}
