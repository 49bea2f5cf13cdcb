using Reporting.Domain.Territories;

namespace Reporting.Store.Registry;

/// <summary>Reads the registry of signatories.</summary>
public sealed class TerritoryStore(Database database)
{
    private static readonly Query All = new(
        """
        SELECT Siren, InseeCode, Name, Nature, Department, Region, Population, SignatorySince, SignatoryUntil
        FROM Territory
        ORDER BY Siren;
        """);

    private static readonly Query One = new(
        """
        SELECT Siren, InseeCode, Name, Nature, Department, Region, Population, SignatorySince, SignatoryUntil
        FROM Territory
        WHERE Siren = @Siren;
        """);

    private static readonly Query AllOverlaps = new(
        "SELECT Contained, Container FROM TerritoryOverlap ORDER BY Contained;");

    public async Task<IReadOnlyList<Territory>> AllAsync(CancellationToken cancel) =>
        [.. (await database.QueryAsync<Row>(All, null, cancel)).Select(row => row.ToTerritory())];

    // SQL Server finds a code whatever blanks come after it.
    public async Task<Territory?> FindAsync(string siren, CancellationToken cancel) =>
        await database.FindAsync<Row>(One, new { Siren = siren }, cancel) is { } row && row.Siren == siren ? row.ToTerritory() : null;

    public Task<IReadOnlyList<TerritoryOverlap>> OverlapsAsync(CancellationToken cancel) =>
        database.QueryAsync<TerritoryOverlap>(AllOverlaps, null, cancel);

    private sealed class Row
    {
        public required string Siren { get; init; }

        public string? InseeCode { get; init; }

        public required string Name { get; init; }

        public required string Nature { get; init; }

        public required string Department { get; init; }

        public required string Region { get; init; }

        public int Population { get; init; }

        public int SignatorySince { get; init; }

        public int? SignatoryUntil { get; init; }

        public Territory ToTerritory() =>
            new(Siren, InseeCode, Name, Nature, Department, Region, Population, SignatorySince, SignatoryUntil);
    }
}
