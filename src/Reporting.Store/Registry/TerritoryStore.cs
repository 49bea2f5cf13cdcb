using Reporting.Domain.Territories;

namespace Reporting.Store.Registry;

/// <summary>Reads the registry of signatories, now or as it stood at an instant.</summary>
public sealed class TerritoryStore(Database database)
{
    private static readonly Query All = new(
        """
        SELECT Siren, InseeCode, Name, Nature, Department, Region, Population, SignatorySince, SignatoryUntil, MergedInto
        FROM TerritoryHistory
        WHERE FromAt <= COALESCE(@At, FromAt) AND (UntilAt IS NULL OR UntilAt > @At)
        ORDER BY Siren;
        """);

    private static readonly Query One = new(
        """
        SELECT Siren, InseeCode, Name, Nature, Department, Region, Population, SignatorySince, SignatoryUntil, MergedInto
        FROM TerritoryHistory
        WHERE Siren = @Siren AND FromAt <= COALESCE(@At, FromAt) AND (UntilAt IS NULL OR UntilAt > @At);
        """);

    private static readonly Query AllOverlaps = new(
        """
        SELECT Siren AS Contained, Container FROM TerritoryHistory
        WHERE Container IS NOT NULL AND FromAt <= COALESCE(@At, FromAt) AND (UntilAt IS NULL OR UntilAt > @At)
        ORDER BY Siren;
        """);

    /// <summary>Every territory that ever signed.</summary>
    /// <param name="at">The instant; null for now.</param>
    /// <param name="cancel">Cancels the reading.</param>
    public async Task<IReadOnlyList<Territory>> AllAsync(DateTimeOffset? at, CancellationToken cancel) =>
        [.. (await database.QueryAsync<Row>(All, new { At = at }, cancel)).Select(row => row.ToTerritory())];

    // SQL Server finds a code whatever blanks come after it.
    public async Task<Territory?> FindAsync(string siren, DateTimeOffset? at, CancellationToken cancel) =>
        await database.FindAsync<Row>(One, new { Siren = siren, At = at }, cancel) is { } row && row.Siren == siren
            ? row.ToTerritory()
            : null;

    public Task<IReadOnlyList<TerritoryOverlap>> OverlapsAsync(DateTimeOffset? at, CancellationToken cancel) =>
        database.QueryAsync<TerritoryOverlap>(AllOverlaps, new { At = at }, cancel);

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

        public string? MergedInto { get; init; }

        public Territory ToTerritory() => new(
            Siren, InseeCode, Name, Nature, Department, Region, Population, SignatorySince, SignatoryUntil, MergedInto);
    }
}
