using Reporting.Store.Journal;

namespace Reporting.Store.FollowUp;

/// <summary>Keeps subscriptions. Their keys are known by their digest alone: what the store holds opens nothing.</summary>
public sealed class SubscriptionStore(Database database)
{
    private const string RevocationTable = "SubscriptionRevocation";

    private static readonly Query Add = new(
        """
        INSERT INTO Subscription (Id, Territory, KeyHash, Label, CreatedAt, CreatedBy)
        VALUES (@Id, @Territory, @KeyHash, @Label, @CreatedAt, @CreatedBy);
        """);

    private static readonly Query OfTerritory = new(
        """
        SELECT s.Id, s.Territory, s.Label, s.CreatedAt, s.CreatedBy, r.RevokedAt
        FROM Subscription s
        LEFT JOIN SubscriptionRevocation r ON r.Subscription = s.Id
        WHERE s.Territory = @Territory
        ORDER BY s.CreatedAt, s.Id;
        """);

    private static readonly Query TerritoryOfKey = new(
        """
        SELECT s.Territory
        FROM Subscription s
        WHERE s.KeyHash = @KeyHash
          AND NOT EXISTS (SELECT 1 FROM SubscriptionRevocation r WHERE r.Subscription = s.Id);
        """);

    private static readonly Query Revoke = new(
        """
        INSERT INTO SubscriptionRevocation (Subscription, RevokedAt, RevokedBy)
        VALUES (@Id, @RevokedAt, @RevokedBy);
        """);

    public Task AddAsync(Subscription added, string keyHash, Act act, CancellationToken cancel) =>
        database.WriteAsync(
            act,
            session => session.ExecuteAsync(Add, new
            {
                Id = added.Id.ToString("D"), added.Territory, KeyHash = keyHash, added.Label, added.CreatedAt, added.CreatedBy,
            }),
            cancel);

    /// <summary>The subscriptions of a territory, revoked ones too, in the order in which they were made.</summary>
    public async Task<IReadOnlyList<Subscription>> OfTerritoryAsync(string territory, CancellationToken cancel) =>
    [
        .. (await database.QueryAsync<Row>(OfTerritory, new { Territory = territory }, cancel))
            .Select(row => row.ToSubscription()),
    ];

    /// <summary>SIREN of the territory that a key opens; null for a key that is unknown or revoked.</summary>
    public Task<string?> FindTerritoryAsync(string keyHash, CancellationToken cancel) =>
        database.FindAsync<string>(TerritoryOfKey, new { KeyHash = keyHash }, cancel);

    /// <summary>From now on the key opens nothing; done twice, it stays done.</summary>
    public Task RevokeAsync(Guid id, DateTimeOffset at, Act act, CancellationToken cancel) =>
        database.RevokeAsync(Revoke, RevocationTable, id, at, act, cancel);

    private sealed class Row
    {
        public required string Id { get; init; }

        public required string Territory { get; init; }

        public string? Label { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        public required string CreatedBy { get; init; }

        public DateTimeOffset? RevokedAt { get; init; }

        public Subscription ToSubscription() => new()
        {
            Id = Guid.Parse(Id), Territory = Territory, Label = Label, CreatedAt = CreatedAt, CreatedBy = CreatedBy,
            RevokedAt = RevokedAt,
        };
    }
}
