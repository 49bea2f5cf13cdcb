using Reporting.Store.Journal;

namespace Reporting.Store.Access;

/// <summary>Keeps for whom the callers of identity providers act.</summary>
public sealed class AccessGrantStore(Database database)
{
    private const string RevocationTable = "AccessGrantRevocation";

    private static readonly Query Add = new(
        """
        INSERT INTO AccessGrant (Id, Issuer, Subject, Territory, Region, Label, CreatedAt, CreatedBy)
        VALUES (@Id, @Issuer, @Subject, @Territory, @Region, @Label, @CreatedAt, @CreatedBy);
        """);

    // The same scope may be granted twice: what withdraws one grant withdraws whatever granted it until then.
    private const string Withdrawals =
        """
        FROM AccessGrantRevocation r
        INNER JOIN AccessGrant e ON e.Id = r.AccessGrant
        WHERE e.Issuer = g.Issuer AND e.Subject = g.Subject AND (e.Territory = g.Territory OR e.Region = g.Region)
          AND (e.Id = g.Id OR r.RevokedAt > g.CreatedAt)
        """;

    private static readonly Query All = new(
        $"""
        SELECT g.Id, g.Issuer, g.Subject, g.Territory, g.Region, g.Label, g.CreatedAt, g.CreatedBy,
               (SELECT MIN(r.RevokedAt) {Withdrawals}) AS RevokedAt
        FROM AccessGrant g
        ORDER BY g.CreatedAt, g.Id;
        """);

    private static readonly Query ScopeOfSubject = new(
        $"""
        SELECT DISTINCT g.Territory, g.Region
        FROM AccessGrant g
        WHERE g.Issuer = @Issuer AND g.Subject = @Subject
          AND NOT EXISTS (SELECT 1 {Withdrawals});
        """);

    private static readonly Query Revoke = new(
        "INSERT INTO AccessGrantRevocation (AccessGrant, RevokedAt, RevokedBy) VALUES (@Id, @RevokedAt, @RevokedBy);");

    public Task AddAsync(AccessGrant added, Act act, CancellationToken cancel) =>
        database.WriteAsync(
            act,
            session => session.ExecuteAsync(Add, new
            {
                Id = added.Id.ToString("D"), added.Issuer, added.Subject, added.Territory, added.Region, added.Label,
                added.CreatedAt, added.CreatedBy,
            }),
            cancel);

    /// <summary>Every grant, withdrawn ones too, in the order in which they were made.</summary>
    public async Task<IReadOnlyList<AccessGrant>> AllAsync(CancellationToken cancel) =>
        [.. (await database.QueryAsync<Row>(All, null, cancel)).Select(row => row.ToGrant())];

    /// <summary>The territories and regions for which a caller acts now.</summary>
    public Task<IReadOnlyList<GrantedScope>> ScopeAsync(string issuer, string subject, CancellationToken cancel) =>
        database.QueryAsync<GrantedScope>(ScopeOfSubject, new { Issuer = issuer, Subject = subject }, cancel);

    /// <summary>From now on the grant is worth nothing, nor is another of the same scope; done twice, it stays done.</summary>
    public Task RevokeAsync(Guid id, DateTimeOffset at, Act act, CancellationToken cancel) =>
        database.RevokeAsync(Revoke, RevocationTable, id, at, act, cancel);

    private sealed class Row
    {
        public required string Id { get; init; }

        public required string Issuer { get; init; }

        public required string Subject { get; init; }

        public string? Territory { get; init; }

        public string? Region { get; init; }

        public string? Label { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        public required string CreatedBy { get; init; }

        public DateTimeOffset? RevokedAt { get; init; }

        public AccessGrant ToGrant() => new()
        {
            Id = Guid.Parse(Id), Issuer = Issuer, Subject = Subject, Territory = Territory, Region = Region, Label = Label,
            CreatedAt = CreatedAt, CreatedBy = CreatedBy, RevokedAt = RevokedAt,
        };
    }
}
