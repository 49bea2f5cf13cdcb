using Reporting.Store.Journal;

namespace Reporting.Store.Webhooks;

/// <summary>Keeps the webhooks of territories.</summary>
public sealed class WebhookStore(Database database)
{
    private const string RevocationTable = "WebhookRevocation";

    private static readonly Query Add = new(
        """
        INSERT INTO Webhook (Id, Territory, Url, KeyName, Label, CreatedAt, CreatedBy)
        VALUES (@Id, @Territory, @Url, @KeyName, @Label, @CreatedAt, @CreatedBy);
        """);

    private static readonly Query OfTerritory = new(
        """
        SELECT w.Id, w.Territory, w.Url, w.KeyName, w.Label, w.CreatedAt, w.CreatedBy, r.RevokedAt
        FROM Webhook w
        LEFT JOIN WebhookRevocation r ON r.Webhook = w.Id
        WHERE w.Territory = @Territory
        ORDER BY w.CreatedAt, w.Id;
        """);

    private static readonly Query Revoke = new(
        "INSERT INTO WebhookRevocation (Webhook, RevokedAt, RevokedBy) VALUES (@Id, @RevokedAt, @RevokedBy);");

    public Task AddAsync(Webhook added, Act act, CancellationToken cancel) =>
        database.WriteAsync(
            act,
            session => session.ExecuteAsync(Add, new
            {
                Id = added.Id.ToString("D"), added.Territory, added.Url, added.KeyName, added.Label, added.CreatedAt,
                added.CreatedBy,
            }),
            cancel);

    /// <summary>The webhooks of a territory, revoked ones too, in the order in which they were made.</summary>
    public async Task<IReadOnlyList<Webhook>> OfTerritoryAsync(string territory, CancellationToken cancel) =>
    [
        .. (await database.QueryAsync<Row>(OfTerritory, new { Territory = territory }, cancel)).Select(row => row.ToWebhook()),
    ];

    /// <summary>From now on the webhook is told nothing; done twice, it stays done.</summary>
    public Task RevokeAsync(Guid id, DateTimeOffset at, Act act, CancellationToken cancel) =>
        database.RevokeAsync(Revoke, RevocationTable, id, at, act, cancel);

    private sealed class Row
    {
        public required string Id { get; init; }

        public required string Territory { get; init; }

        public required string Url { get; init; }

        public required string KeyName { get; init; }

        public string? Label { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        public required string CreatedBy { get; init; }

        public DateTimeOffset? RevokedAt { get; init; }

        public Webhook ToWebhook() => new()
        {
            Id = Guid.Parse(Id), Territory = Territory, Url = Url, KeyName = KeyName, Label = Label, CreatedAt = CreatedAt,
            CreatedBy = CreatedBy, RevokedAt = RevokedAt,
        };
    }
}
