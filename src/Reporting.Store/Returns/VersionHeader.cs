namespace Reporting.Store.Returns;

/// <summary>A version without its content.</summary>
public sealed record VersionHeader
{
    public int Version { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    public required string Digest { get; init; }

    public required string RuleVersion { get; init; }

    public bool Fictitious { get; init; }
}
