using Reporting.Domain.Campaigns;
using Reporting.Store.Journal;
using Reporting.Store.Webhooks;

namespace Reporting.Store.Campaigns;

/// <summary>Reads campaigns and keeps the late exceptions given to territories.</summary>
public sealed class CampaignStore(Database database)
{
    private static readonly Query All = new("SELECT Year, OpensAt, ClosesAt FROM Campaign ORDER BY Year;");

    private static readonly Query One = new("SELECT Year, OpensAt, ClosesAt FROM Campaign WHERE Year = @Year;");

    private static readonly Query ExceptionsOfReturn = new(
        """
        SELECT Id, Year, Territory, GrantedAt, GrantedBy, EndsAt, Reason
        FROM LateException
        WHERE Year = @Year AND Territory = @Territory
        ORDER BY GrantedAt;
        """);

    private static readonly Query ExceptionsOfYear = new(
        """
        SELECT Id, Year, Territory, GrantedAt, GrantedBy, EndsAt, Reason
        FROM LateException
        WHERE Year = @Year
        ORDER BY GrantedAt;
        """);

    private static readonly Query AddException = new(
        """
        INSERT INTO LateException (Id, Year, Territory, GrantedAt, GrantedBy, EndsAt, Reason)
        VALUES (@Id, @Year, @Territory, @GrantedAt, @GrantedBy, @EndsAt, @Reason);
        """);

    public async Task<IReadOnlyList<Campaign>> AllAsync(CancellationToken cancel) =>
        [.. (await database.QueryAsync<Row>(All, null, cancel)).Select(row => row.ToCampaign())];

    public async Task<Campaign?> FindAsync(int year, CancellationToken cancel) =>
        (await database.FindAsync<Row>(One, new { Year = year }, cancel))?.ToCampaign();

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

        public LateException ToException() =>
            new(Guid.Parse(Id), Year, Territory, GrantedAt, GrantedBy, EndsAt, Reason);
    }
}
