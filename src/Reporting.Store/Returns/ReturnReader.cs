using System.Text.Json;
using Reporting.Domain.Returns;

namespace Reporting.Store.Returns;

/// <summary>Reads versions of returns.</summary>
public sealed class ReturnReader(Database database)
{
    private static readonly Query OneVersion = new(
        """
        SELECT v.Version, v.RecordedAt, v.RecordedBy, v.Digest, v.RuleVersion, v.Fictitious, v.Body, v.Findings, e.State,
            (SELECT MAX(h.Sequence) FROM ReturnEvent h
             WHERE h.Year = v.Year AND h.Territory = v.Territory) AS Sequence,
            (SELECT MAX(h.At) FROM ReturnEvent h
             WHERE h.Year = v.Year AND h.Territory = v.Territory) AS LastEventAt,
            COALESCE(r.DepositedAt,
                (SELECT MAX(d.At) FROM ReturnEvent d
                 WHERE d.Year = v.Year AND d.Territory = v.Territory AND d.Version = v.Version
                   AND d.State = 'deposee' AND d.At <= COALESCE(@At, d.At))) AS DepositedAt,
            (SELECT MAX(m.Version) FROM ReturnVersion m
             WHERE m.Year = v.Year AND m.Territory = v.Territory) AS LastVersion,
            r.RecountOf, r.Origin, w.Role, w.Comment, w.CorrectableUntil
        FROM ReturnVersion v
        JOIN ReturnEvent e ON e.Year = v.Year AND e.Territory = v.Territory AND e.Version = v.Version
        LEFT JOIN ReturnRecount r ON r.Year = v.Year AND r.Territory = v.Territory AND r.Version = v.Version
        LEFT JOIN ReturnReview w ON w.Year = e.Year AND w.Territory = e.Territory AND w.Sequence = e.Sequence
        WHERE v.Year = @Year AND v.Territory = @Territory
          AND v.Version = COALESCE(@Version,
              (SELECT MAX(o.Version) FROM ReturnRecount o
               WHERE o.Year = @Year AND o.Territory = @Territory
                 AND o.Origin = (SELECT MAX(m.Version) FROM ReturnVersion m
                                 WHERE m.Year = @Year AND m.Territory = @Territory
                                   AND NOT EXISTS (SELECT 1 FROM ReturnRecount x
                                                   WHERE x.Year = m.Year AND x.Territory = m.Territory
                                                     AND x.Version = m.Version))),
              (SELECT MAX(m.Version) FROM ReturnVersion m
               WHERE m.Year = @Year AND m.Territory = @Territory
                 AND NOT EXISTS (SELECT 1 FROM ReturnRecount x
                                 WHERE x.Year = m.Year AND x.Territory = m.Territory AND x.Version = m.Version)))
          AND e.Sequence = (SELECT MAX(l.Sequence) FROM ReturnEvent l
                            WHERE l.Year = v.Year AND l.Territory = v.Territory AND l.Version = v.Version
                              AND l.At <= COALESCE(@At, l.At));
        """);

    private static readonly Query VersionInForce = new(
        """
        SELECT Version FROM ReturnHistory
        WHERE Year = @Year AND Territory = @Territory
          AND FromAt <= COALESCE(@At, FromAt) AND (UntilAt IS NULL OR UntilAt > @At);
        """);

    private static readonly Query YearsInForce = new(
        "SELECT Year FROM ReturnInForce WHERE Territory = @Territory ORDER BY Year;");

    private static readonly Query States = new(
        """
        SELECT Territory, State FROM ReturnHistory
        WHERE Year = @Year AND FromAt <= COALESCE(@At, FromAt) AND (UntilAt IS NULL OR UntilAt > @At);
        """);

    /// <summary>One version, or what the owner posted last, as last counted, when none is named; null when there is none.</summary>
    public Task<StoredReturn?> FindAsync(int year, string territory, int? version, CancellationToken cancel) =>
        FindAsync(year, territory, version, at: null, cancel);

    /// <summary>One version as it stood at an instant, or the one in force then when none is named; null when there was none.</summary>
    public async Task<StoredReturn?> AsOfAsync(
        int year, string territory, int? version, DateTimeOffset at, CancellationToken cancel)
    {
        version ??= await database.FindAsync<int?>(
            VersionInForce, new { Year = year, Territory = territory, At = at }, cancel);
        return version is null ? null : await FindAsync(year, territory, version, at, cancel);
    }

    /// <summary>The campaigns for which a territory has a return in force.</summary>
    public Task<IReadOnlyList<int>> YearsInForceAsync(string territory, CancellationToken cancel) =>
        database.QueryAsync<int>(YearsInForce, new { Territory = territory }, cancel);

    /// <summary>The state of every return in force for a campaign.</summary>
    /// <param name="year">Campaign year.</param>
    /// <param name="at">The instant; null for now.</param>
    /// <param name="cancel">Cancels the reading.</param>
    public async Task<IReadOnlyDictionary<string, ReturnState>> StatesAsync(
        int year, DateTimeOffset? at, CancellationToken cancel) =>
        (await database.ReadsAt(at).QueryAsync<StateRow>(States, new { Year = year, At = at }, cancel))
        .ToDictionary(row => row.Territory, row => ReturnStateCodes.Parse(row.State));

    private async Task<StoredReturn?> FindAsync(
        int year, string territory, int? version, DateTimeOffset? at, CancellationToken cancel)
    {
        var key = new { Year = year, Territory = territory, Version = version, At = at };
        if (await database.FindAsync<Row>(OneVersion, key, cancel) is not { } row)
        {
            return null;
        }

        var lines = await CountedLines.ReadAsync(database, year, territory, row.Version, cancel);
        return new()
        {
            Year = year,
            Territory = territory,
            Version = row.Version,
            Sequence = row.Sequence,
            State = ReturnStateCodes.Parse(row.State),
            RecordedAt = row.RecordedAt,
            RecordedBy = row.RecordedBy,
            DepositedAt = row.DepositedAt,
            LastEventAt = row.LastEventAt,
            Review = row.Role is null ? null : new(row.Role, row.Comment, row.CorrectableUntil),
            RecountOf = row.RecountOf,
            Origin = row.Origin,
            LastVersion = row.LastVersion,
            Digest = row.Digest,
            Body = row.Body,
            Fictitious = row.Fictitious,
            Counted = new(lines, JsonSerializer.Deserialize<IReadOnlyList<Finding>>(row.Findings)!, row.RuleVersion),
        };
    }

    private sealed class Row
    {
        public int Version { get; init; }

        public int Sequence { get; init; }

        public required string State { get; init; }

        public DateTimeOffset RecordedAt { get; init; }

        public required string RecordedBy { get; init; }

        public DateTimeOffset? DepositedAt { get; init; }

        public DateTimeOffset LastEventAt { get; init; }

        public int? RecountOf { get; init; }

        public int? Origin { get; init; }

        public int LastVersion { get; init; }

        public string? Role { get; init; }

        public string? Comment { get; init; }

        public DateTimeOffset? CorrectableUntil { get; init; }

        public required string Digest { get; init; }

        public required string RuleVersion { get; init; }

        public bool Fictitious { get; init; }

        public required string Body { get; init; }

        public required string Findings { get; init; }
    }

    private sealed class StateRow
    {
        public required string Territory { get; init; }

        public required string State { get; init; }
    }
}
