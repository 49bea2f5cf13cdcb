using System.Globalization;
using Reporting.Store.Journal;

namespace Reporting.Store.Registry;

/// <summary>Keeps the registry: a new version for each change of a territory, never an update.</summary>
public sealed class TerritoryVersions(Database database)
{
    private const string VersionTable = "TerritoryVersion";
    private const string IdentityTable = "Territory";
    private const string DayFormat = "yyyy-MM-dd";

    private static readonly Query OfTerritory = new(
        """
        SELECT h.Siren, h.Version, h.InseeCode, h.Name, h.Nature, h.Department, h.Region, h.Population, h.SignatorySince,
            h.SignatoryUntil, h.MergedInto, h.Container, v.EffectiveOn, v.RecordedAt, v.RecordedBy
        FROM TerritoryHistory h
        LEFT JOIN TerritoryVersion v ON v.Siren = h.Siren AND v.Version = h.Version
        WHERE h.Siren = @Siren
        ORDER BY h.Version;
        """);

    // The identity that returns and contracts refer to; what it says is the first version's.
    private static readonly Query AddIdentity = new(
        """
        INSERT INTO Territory (
            Siren, InseeCode, Name, Nature, Department, Region, Population, SignatorySince, SignatoryUntil)
        VALUES (
            @Siren, @InseeCode, @Name, @Nature, @Department, @Region, @Population, @SignatorySince, @SignatoryUntil);
        """);

    private static readonly Query AddVersion = new(
        """
        INSERT INTO TerritoryVersion (
            Siren, Version, EffectiveOn, InseeCode, Name, Nature, Department, Region, Population, SignatorySince,
            SignatoryUntil, MergedInto, Container, RecordedAt, RecordedBy)
        VALUES (
            @Siren, @Version, @EffectiveOn, @InseeCode, @Name, @Nature, @Department, @Region, @Population, @SignatorySince,
            @SignatoryUntil, @MergedInto, @Container, @RecordedAt, @RecordedBy);
        """);

    /// <summary>Every version, the first one first; none when the registry does not know the territory.</summary>
    public async Task<IReadOnlyList<StoredTerritory>> OfAsync(string siren, CancellationToken cancel) =>
        [.. (await database.QueryAsync<Row>(OfTerritory, new { Siren = siren }, cancel)).Select(row => row.ToStored())];

    /// <summary>Adds a version; false when another writer took that number first.</summary>
    public Task<bool> AppendAsync(StoredTerritory added, Act act, CancellationToken cancel) =>
        database.TryWriteAsync(
            act with { Version = added.Version },
            async session =>
            {
                if (added.Version == 1)
                {
                    await session.ExecuteAsync(AddIdentity, added.Territory);
                }

                await session.ExecuteAsync(AddVersion, new
                {
                    added.Territory.Siren, added.Version,
                    EffectiveOn = added.EffectiveOn?.ToString(DayFormat, CultureInfo.InvariantCulture),
                    added.Territory.InseeCode, added.Territory.Name, added.Territory.Nature, added.Territory.Department,
                    added.Territory.Region, added.Territory.Population, added.Territory.SignatorySince,
                    added.Territory.SignatoryUntil, added.Territory.MergedInto, added.Container, added.RecordedAt,
                    added.RecordedBy,
                });
            },
            cancel,
            IdentityTable, VersionTable);

    private sealed class Row
    {
        public required string Siren { get; init; }

        public int Version { get; init; }

        public string? InseeCode { get; init; }

        public required string Name { get; init; }

        public required string Nature { get; init; }

        public required string Department { get; init; }

        public required string Region { get; init; }

        public int Population { get; init; }

        public int SignatorySince { get; init; }

        public int? SignatoryUntil { get; init; }

        public string? MergedInto { get; init; }

        public string? Container { get; init; }

        public string? EffectiveOn { get; init; }

        public DateTimeOffset? RecordedAt { get; init; }

        public string? RecordedBy { get; init; }

        public StoredTerritory ToStored() => new(
            Version,
            new(Siren, InseeCode, Name, Nature, Department, Region, Population, SignatorySince, SignatoryUntil, MergedInto),
            Container,
            EffectiveOn is null ? null : DateOnly.ParseExact(EffectiveOn, DayFormat, CultureInfo.InvariantCulture),
            RecordedAt,
            RecordedBy);
    }
}
