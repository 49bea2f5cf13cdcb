namespace Reporting.Store.Access;

/// <summary>A territory or a region for which a caller acts.</summary>
public sealed record GrantedScope
{
    /// <summary>SIREN; null for a region.</summary>
    public string? Territory { get; init; }

    /// <summary>Region code; null for a territory.</summary>
    public string? Region { get; init; }
}
