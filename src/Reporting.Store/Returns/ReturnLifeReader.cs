using Reporting.Domain.Returns;

namespace Reporting.Store.Returns;

/// <summary>Reads everything that happened to a return.</summary>
public sealed class ReturnLifeReader(Database database)
{
    private static readonly Query Events = new(
        """
        SELECT e.Sequence, e.Version, e.State, e.At, e.Actor, w.Role, w.Comment, w.CorrectableUntil, r.RecountOf
        FROM ReturnEvent e
        LEFT JOIN ReturnReview w ON w.Year = e.Year AND w.Territory = e.Territory AND w.Sequence = e.Sequence
        LEFT JOIN ReturnRecount r ON r.Year = e.Year AND r.Territory = e.Territory AND r.Sequence = e.Sequence
        WHERE e.Year = @Year AND e.Territory = @Territory
        ORDER BY e.Sequence;
        """);

    private static readonly Query EventsOfYear = new(
        """
        SELECT e.Territory, e.Sequence, e.Version, e.State, e.At, e.Actor, w.Role, w.Comment, w.CorrectableUntil, r.RecountOf
        FROM ReturnEvent e
        LEFT JOIN ReturnReview w ON w.Year = e.Year AND w.Territory = e.Territory AND w.Sequence = e.Sequence
        LEFT JOIN ReturnRecount r ON r.Year = e.Year AND r.Territory = e.Territory AND r.Sequence = e.Sequence
        WHERE e.Year = @Year
        ORDER BY e.Territory, e.Sequence;
        """);

    private static readonly Query AllVersions = new(
        """
        SELECT Version, RecordedAt, RecordedBy, Digest, RuleVersion, Fictitious
        FROM ReturnVersion
        WHERE Year = @Year AND Territory = @Territory
        ORDER BY Version;
        """);

    public async Task<ReturnLife> ReadAsync(int year, string territory, CancellationToken cancel) =>
        new([
            .. (await database.QueryAsync<Row>(Events, new { Year = year, Territory = territory }, cancel))
                .Select(row => row.ToEvent()),
        ]);

    /// <summary>The lives of all the returns of a campaign, by territory; a return that nobody began has none.</summary>
    public async Task<IReadOnlyDictionary<string, ReturnLife>> OfYearAsync(int year, CancellationToken cancel) =>
        (await database.QueryAsync<Row>(EventsOfYear, new { Year = year }, cancel))
        .GroupBy(row => row.Territory!, row => row.ToEvent())
        .ToDictionary(events => events.Key, events => new ReturnLife([.. events]));

    /// <summary>Every version without its content, the first one first.</summary>
    public Task<IReadOnlyList<VersionHeader>> VersionsAsync(int year, string territory, CancellationToken cancel) =>
        database.QueryAsync<VersionHeader>(AllVersions, new { Year = year, Territory = territory }, cancel);

    private sealed class Row
    {
        public string? Territory { get; init; }

        public int Sequence { get; init; }

        public int Version { get; init; }

        public required string State { get; init; }

        public DateTimeOffset At { get; init; }

        public required string Actor { get; init; }

        public string? Role { get; init; }

        public string? Comment { get; init; }

        public DateTimeOffset? CorrectableUntil { get; init; }

        public int? RecountOf { get; init; }

        public ReturnEvent ToEvent() => new(Sequence, Version, ReturnStateCodes.Parse(State), At)
        {
            Actor = Actor,
            Review = Role is null ? null : new(Role, Comment, CorrectableUntil),
            RecountOf = RecountOf,
        };
    }
}
