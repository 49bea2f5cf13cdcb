namespace Reporting.Store.Idempotency;

/// <summary>What was answered to a write that carried a key.</summary>
public sealed record KeptAnswer
{
    /// <summary>Who wrote: a key means nothing to anybody else.</summary>
    public required string Client { get; init; }

    /// <summary>SHA-256 of the key that the client gave the write, in hexadecimal.</summary>
    public required string KeyDigest { get; init; }

    /// <summary>The method and the path that were asked, for a reader.</summary>
    public required string Request { get; init; }

    /// <summary>SHA-256 of the whole request, in hexadecimal.</summary>
    public required string Digest { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required int Status { get; init; }

    public string? ContentType { get; init; }

    public string? ETag { get; init; }

    public string? Location { get; init; }

    /// <summary>The body, sealed under the client's key and the service's.</summary>
    public required string SealedBody { get; init; }
}
