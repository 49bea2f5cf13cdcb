namespace Reporting.Store.Access;

/// <summary>A key with which a dashboard reads that cannot sign in.</summary>
public sealed record ReaderKey
{
    public required Guid Id { get; init; }

    /// <summary>HMAC of the secret, in hexadecimal.</summary>
    public required string SecretHash { get; init; }

    /// <summary>Name of the service's key under which that was made.</summary>
    public required string PepperName { get; init; }

    public required string Label { get; init; }

    /// <summary>SIRENs of the territories that it is limited to; none when it reads the nation.</summary>
    public required IReadOnlyList<string> Territories { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    /// <summary>The first instant at which it opens nothing any more.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}
