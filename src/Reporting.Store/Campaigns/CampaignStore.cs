using Reporting.Domain.Campaigns;
using Reporting.Store.Journal;
using Reporting.Store.Webhooks;

namespace Reporting.Store.Campaigns;

/// <summary>Reads campaigns and keeps the late exceptions given to territories.</summary>
public sealed class CampaignStore(Database database)
{
    private const string RevocationTable = "LateExceptionRevocation";

    private static readonly Query All = new(
        """
        SELECT Year, OpensAt, ClosesAt FROM CampaignHistory
        WHERE FromAt <= COALESCE(@At, FromAt) AND (UntilAt IS NULL OR UntilAt > @At)
        ORDER BY Year;
        """);

    private static readonly Query One = new(
        """
        SELECT Year, OpensAt, ClosesAt FROM CampaignHistory
        WHERE Year = @Year AND FromAt <= COALESCE(@At, FromAt) AND (UntilAt IS NULL OR UntilAt > @At);
        """);

    private static readonly Query ExceptionsOfReturn = new(
        """
        SELECT e.Id, e.Year, e.Territory, e.GrantedAt, e.GrantedBy, e.EndsAt, e.Reason,
            r.RevokedAt, r.RevokedBy, r.Reason AS RevocationReason
        FROM LateException e
        LEFT JOIN LateExceptionRevocation r ON r.LateException = e.Id
        WHERE e.Year = @Year AND e.Territory = @Territory
        ORDER BY e.GrantedAt, e.Id;
        """);

    private static readonly Query ExceptionsOfYear = new(
        """
        SELECT e.Id, e.Year, e.Territory, e.GrantedAt, e.GrantedBy, e.EndsAt, e.Reason,
            r.RevokedAt, r.RevokedBy, r.Reason AS RevocationReason
        FROM LateException e
        LEFT JOIN LateExceptionRevocation r ON r.LateException = e.Id
        WHERE e.Year = @Year
        ORDER BY e.GrantedAt, e.Id;
        """);

    private static readonly Query AddException = new(
        """
        INSERT INTO LateException (Id, Year, Territory, GrantedAt, GrantedBy, EndsAt, Reason)
        VALUES (@Id, @Year, @Territory, @GrantedAt, @GrantedBy, @EndsAt, @Reason);
        """);

    private static readonly Query AddRevocation = new(
        """
        INSERT INTO LateExceptionRevocation (LateException, RevokedAt, RevokedBy, Reason)
        VALUES (@LateException, @RevokedAt, @RevokedBy, @Reason);
        """);

    private static readonly Query MovesOfAll = new("SELECT Year, Version, RecordedAt FROM CampaignVersion ORDER BY Year, Version;");

    /// <summary>When the dates of each campaign were moved, in order.</summary>
    public async Task<ILookup<int, DateTimeOffset>> MovesAsync(CancellationToken cancel) =>
        (await database.QueryAsync<MoveRow>(MovesOfAll, null, cancel)).ToLookup(row => row.Year, row => row.RecordedAt);

    public async Task<IReadOnlyList<Campaign>> AllAsync(DateTimeOffset? at, CancellationToken cancel) =>
        [.. (await database.QueryAsync<Row>(All, new { At = at }, cancel)).Select(row => row.ToCampaign())];

    public async Task<Campaign?> FindAsync(int year, DateTimeOffset? at, CancellationToken cancel) =>
        (await database.FindAsync<Row>(One, new { Year = year, At = at }, cancel))?.ToCampaign();

    public async Task<IReadOnlyList<LateException>> ExceptionsAsync(int year, string territory, CancellationToken cancel) =>
    [
        .. (await database.QueryAsync<ExceptionRow>(ExceptionsOfReturn, new { Year = year, Territory = territory }, cancel))
            .Select(row => row.ToException()),
    ];

    /// <summary>The exceptions of a whole campaign, by territory.</summary>
    public async Task<ILookup<string, LateException>> ExceptionsAsync(int year, CancellationToken cancel) =>
        (await database.QueryAsync<ExceptionRow>(ExceptionsOfYear, new { Year = year }, cancel))
        .ToLookup(row => row.Territory, row => row.ToException());

    public Task GrantAsync(LateException exception, Act act, CancellationToken cancel) =>
        database.WriteAsync(
            act,
            async session =>
            {
                await session.ExecuteAsync(AddException, new
                {
                    Id = exception.Id.ToString("D"),
                    exception.Year,
                    exception.Territory,
                    exception.GrantedAt,
                    exception.GrantedBy,
                    exception.EndsAt,
                    exception.Reason,
                });
                await Outbox.TellAsync(
                    session,
                    new(WebhookEvents.ExceptionGranted, exception.Territory, exception.GrantedAt) { Year = exception.Year });
                return true;
            },
            cancel);

    /// <summary>Ends a late exception; one that was revoked already stays as it is.</summary>
    public Task RevokeAsync(LateException exception, Revocation revocation, Act act, CancellationToken cancel) =>
        database.TryWriteAsync(
            act,
            async session =>
            {
                await session.ExecuteAsync(AddRevocation, new
                {
                    LateException = exception.Id.ToString("D"), RevokedAt = revocation.At, RevokedBy = revocation.By,
                    revocation.Reason,
                });
                await Outbox.TellAsync(
                    session,
                    new(WebhookEvents.ExceptionRevoked, exception.Territory, revocation.At) { Year = exception.Year });
            },
            cancel,
            RevocationTable);

    private sealed class MoveRow
    {
        public int Year { get; init; }

        public int Version { get; init; }

        public DateTimeOffset RecordedAt { get; init; }
    }

    private sealed class Row
    {
        public int Year { get; init; }

        public DateTimeOffset OpensAt { get; init; }

        public DateTimeOffset ClosesAt { get; init; }

        public Campaign ToCampaign() => new(Year, ParisTime.Of(OpensAt), ParisTime.Of(ClosesAt));
    }

    private sealed class ExceptionRow
    {
        public required string Id { get; init; }

        public int Year { get; init; }

        public required string Territory { get; init; }

        public DateTimeOffset GrantedAt { get; init; }

        public required string GrantedBy { get; init; }

        public DateTimeOffset EndsAt { get; init; }

        public required string Reason { get; init; }

        public DateTimeOffset? RevokedAt { get; init; }

        public string? RevokedBy { get; init; }

        public string? RevocationReason { get; init; }

        public LateException ToException() => new(
            Guid.Parse(Id), Year, Territory, GrantedAt, GrantedBy, EndsAt, Reason,
            RevokedAt is { } at ? new(at, RevokedBy!, RevocationReason!) : null);
    }
}
