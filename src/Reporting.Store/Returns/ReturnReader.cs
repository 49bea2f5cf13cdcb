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
            (SELECT MAX(d.At) FROM ReturnEvent d
             WHERE d.Year = v.Year AND d.Territory = v.Territory AND d.Version = v.Version
               AND d.State = 'deposee') AS DepositedAt
        FROM ReturnVersion v
        JOIN ReturnEvent e ON e.Year = v.Year AND e.Territory = v.Territory AND e.Version = v.Version
        WHERE v.Year = @Year AND v.Territory = @Territory
          AND v.Version = COALESCE(@Version, (SELECT MAX(m.Version) FROM ReturnVersion m
                                              WHERE m.Year = @Year AND m.Territory = @Territory))
          AND e.Sequence = (SELECT MAX(l.Sequence) FROM ReturnEvent l
                            WHERE l.Year = v.Year AND l.Territory = v.Territory AND l.Version = v.Version);
        """);

    private static readonly Query States = new(
        """
        SELECT Territory, State FROM ReturnInForce WHERE Year = @Year;
        """);

    /// <summary>One version, or the latest when none is named; null when there is none.</summary>
    public async Task<StoredReturn?> FindAsync(int year, string territory, int? version, CancellationToken cancel)
    {
        var key = new { Year = year, Territory = territory, Version = version };
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
            Digest = row.Digest,
            Body = row.Body,
            Fictitious = row.Fictitious,
            Counted = new(lines, JsonSerializer.Deserialize<IReadOnlyList<Finding>>(row.Findings)!, row.RuleVersion),
        };
    }

    /// <summary>The state of every return in force for a campaign.</summary>
    public async Task<IReadOnlyDictionary<string, ReturnState>> StatesAsync(int year, CancellationToken cancel) =>
        (await database.Reads.QueryAsync<StateRow>(States, new { Year = year }, cancel))
        .ToDictionary(row => row.Territory, row => ReturnStateCodes.Parse(row.State));

    private sealed class Row
    {
        public int Version { get; init; }

        public int Sequence { get; init; }

        public required string State { get; init; }

        public DateTimeOffset RecordedAt { get; init; }

        public required string RecordedBy { get; init; }

        public DateTimeOffset? DepositedAt { get; init; }

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
