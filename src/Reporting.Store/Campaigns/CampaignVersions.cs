using Reporting.Domain.Campaigns;
using Reporting.Store.Journal;

namespace Reporting.Store.Campaigns;

/// <summary>Keeps the calendar: a new version for each move of a campaign's dates, never an update.</summary>
public sealed class CampaignVersions(Database database)
{
    private const string VersionTable = "CampaignVersion";

    private static readonly Query Latest = new(
        """
        SELECT h.Version, h.OpensAt, h.ClosesAt, v.RecordedAt, v.RecordedBy, v.Reason
        FROM CampaignHistory h
        LEFT JOIN CampaignVersion v ON v.Year = h.Year AND v.Version = h.Version
        WHERE h.Year = @Year AND h.UntilAt IS NULL;
        """);

    private static readonly Query AddVersion = new(
        """
        INSERT INTO CampaignVersion (Year, Version, OpensAt, ClosesAt, RecordedAt, RecordedBy, Reason)
        VALUES (@Year, @Version, @OpensAt, @ClosesAt, @RecordedAt, @RecordedBy, @Reason);
        """);

    /// <summary>The campaign as it stands, and how it came to; null when there is none.</summary>
    public async Task<StoredCampaign?> LatestAsync(int year, CancellationToken cancel) =>
        await database.FindAsync<Row>(Latest, new { Year = year }, cancel) is { } row
            ? new(
                row.Version, new(year, ParisTime.Of(row.OpensAt), ParisTime.Of(row.ClosesAt)), row.RecordedAt, row.RecordedBy,
                row.Reason)
            : null;

    /// <summary>Adds a version; false when another writer took that number first.</summary>
    public Task<bool> AppendAsync(StoredCampaign added, Act act, CancellationToken cancel) =>
        database.TryWriteAsync(
            act with { Version = added.Version },
            session => session.ExecuteAsync(AddVersion, new
            {
                added.Campaign.Year, added.Version, added.Campaign.OpensAt, added.Campaign.ClosesAt, added.RecordedAt,
                added.RecordedBy, added.Reason,
            }),
            cancel,
            VersionTable);

    private sealed class Row
    {
        public int Version { get; init; }

        public DateTimeOffset OpensAt { get; init; }

        public DateTimeOffset ClosesAt { get; init; }

        public DateTimeOffset? RecordedAt { get; init; }

        public string? RecordedBy { get; init; }

        public string? Reason { get; init; }
    }
}
