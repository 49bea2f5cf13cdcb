namespace Reporting.Store.Access;

/// <summary>
/// For which territory or region somebody acts whom an identity provider signs in. What the role allows is the token's to
/// say; withdrawn, the grant is worth nothing from that instant.
/// </summary>
public sealed record AccessGrant
{
    public required Guid Id { get; init; }

    /// <summary>Name of the identity provider, as the service's settings call it.</summary>
    public required string Issuer { get; init; }

    /// <summary>Identifier, with that provider, of the application or of the person.</summary>
    public required string Subject { get; init; }

    /// <summary>SIREN; null for a region.</summary>
    public string? Territory { get; init; }

    /// <summary>Region code; null for a territory.</summary>
    public string? Region { get; init; }

    public string? Label { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}
