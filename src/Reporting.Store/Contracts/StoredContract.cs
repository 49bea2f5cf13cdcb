using Reporting.Domain.Contracts;

namespace Reporting.Store.Contracts;

/// <summary>A version of a territory's contract.</summary>
public sealed record StoredContract(
    string Territory, int Version, DateTimeOffset RecordedAt, string RecordedBy, string Digest, Contract Contract);
