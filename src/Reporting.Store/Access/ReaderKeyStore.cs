using Reporting.Store.Journal;

namespace Reporting.Store.Access;

/// <summary>Keeps the keys of readers, which it cannot tell anybody.</summary>
public sealed class ReaderKeyStore(Database database)
{
    private const string RevocationTable = "ReaderKeyRevocation";

    private static readonly Query Add = new(
        """
        INSERT INTO ReaderKey (Id, SecretHash, PepperName, Label, CreatedAt, CreatedBy, ExpiresAt)
        VALUES (@Id, @SecretHash, @PepperName, @Label, @CreatedAt, @CreatedBy, @ExpiresAt);
        """);

    private static readonly Query AddTerritory = new(
        "INSERT INTO ReaderKeyTerritory (ReaderKey, Territory) VALUES (@Key, @Territory);");

    private static readonly Query All = new(
        """
        SELECT k.Id, k.SecretHash, k.PepperName, k.Label, k.CreatedAt, k.CreatedBy, k.ExpiresAt, r.RevokedAt, t.Territory
        FROM ReaderKey k
        LEFT JOIN ReaderKeyRevocation r ON r.ReaderKey = k.Id
        LEFT JOIN ReaderKeyTerritory t ON t.ReaderKey = k.Id
        ORDER BY k.CreatedAt, k.Id, t.Territory;
        """);

    private static readonly Query One = new(
        """
        SELECT k.Id, k.SecretHash, k.PepperName, k.Label, k.CreatedAt, k.CreatedBy, k.ExpiresAt, r.RevokedAt, t.Territory
        FROM ReaderKey k
        LEFT JOIN ReaderKeyRevocation r ON r.ReaderKey = k.Id
        LEFT JOIN ReaderKeyTerritory t ON t.ReaderKey = k.Id
        WHERE k.Id = @Id
        ORDER BY t.Territory;
        """);

    private static readonly Query Revoke = new(
        "INSERT INTO ReaderKeyRevocation (ReaderKey, RevokedAt, RevokedBy) VALUES (@Id, @RevokedAt, @RevokedBy);");

    public Task AddAsync(ReaderKey added, Act act, CancellationToken cancel) =>
        database.WriteAsync(
            act,
            async session =>
            {
                var id = added.Id.ToString("D");
                await session.ExecuteAsync(Add, new
                {
                    Id = id, added.SecretHash, added.PepperName, added.Label, added.CreatedAt, added.CreatedBy, added.ExpiresAt,
                });
                await session.InsertAsync(AddTerritory, added.Territories.Select(territory => new { Key = id, Territory = territory }));
                return true;
            },
            cancel);

    /// <summary>Every key, those that open nothing any more too, in the order in which they were made.</summary>
    public async Task<IReadOnlyList<ReaderKey>> AllAsync(CancellationToken cancel) =>
        ToKeys(await database.QueryAsync<Row>(All, null, cancel));

    public async Task<ReaderKey?> FindAsync(Guid id, CancellationToken cancel) =>
        ToKeys(await database.QueryAsync<Row>(One, new { Id = id.ToString("D") }, cancel)).SingleOrDefault();

    /// <summary>From now on the key opens nothing; done twice, it stays done.</summary>
    public Task RevokeAsync(Guid id, DateTimeOffset at, Act act, CancellationToken cancel) =>
        database.RevokeAsync(Revoke, RevocationTable, id, at, act, cancel);

    private static IReadOnlyList<ReaderKey> ToKeys(IEnumerable<Row> rows) =>
        [.. rows.GroupBy(row => row.Id).Select(key => key.First().ToKey([.. key.Select(row => row.Territory).OfType<string>()]))];

    private sealed class Row
    {
        public required string Id { get; init; }

        public required string SecretHash { get; init; }

        public required string PepperName { get; init; }

        public required string Label { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        public required string CreatedBy { get; init; }

        public DateTimeOffset ExpiresAt { get; init; }

        public DateTimeOffset? RevokedAt { get; init; }

        public string? Territory { get; init; }

        public ReaderKey ToKey(IReadOnlyList<string> territories) => new()
        {
            Id = Guid.Parse(Id), SecretHash = SecretHash, PepperName = PepperName, Label = Label, Territories = territories,
            CreatedAt = CreatedAt, CreatedBy = CreatedBy, ExpiresAt = ExpiresAt, RevokedAt = RevokedAt,
        };
    }
}
