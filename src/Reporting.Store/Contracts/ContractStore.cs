using Reporting.Domain.Catalogue;
using Reporting.Domain.Contracts;
using Reporting.Store.Journal;

namespace Reporting.Store.Contracts;

/// <summary>Keeps contracts, a new version for each change.</summary>
public sealed class ContractStore(Database database)
{
    private const string VersionTable = "ContractVersion";

    private static readonly Query Current = new(
        """
        SELECT v.Version, v.RecordedAt, v.RecordedBy, v.Digest, h.FirstYear, h.LastYear
        FROM ContractHistory h
        JOIN ContractVersion v ON v.Territory = h.Territory AND v.Version = h.Version
        WHERE h.Territory = @Territory AND h.FromAt <= COALESCE(@At, h.FromAt) AND (h.UntilAt IS NULL OR h.UntilAt > @At);
        """);

    private static readonly Query Actions = new(
        """
        SELECT Number, Title FROM ContractAction
        WHERE Territory = @Territory AND Version = @Version
        ORDER BY Position;
        """);

    private static readonly Query Attached = new(
        """
        SELECT c.Number, c.Indicator
        FROM ContractIndicator c
        JOIN Indicator i ON i.Code = c.Indicator
        WHERE c.Territory = @Territory AND c.Version = @Version
        ORDER BY i.Position;
        """);

    private static readonly Query Trajectories = new(
        """
        SELECT t.Indicator, t.Year, t.Baseline, t.Target
        FROM ContractTrajectory t
        JOIN Indicator i ON i.Code = t.Indicator
        WHERE t.Territory = @Territory AND t.Version = @Version
        ORDER BY i.Position, t.Year;
        """);

    private static readonly Query Expected = new(
        """
        SELECT DISTINCT c.Territory, c.Indicator
        FROM ContractIndicator c
        JOIN ContractHistory h ON h.Territory = c.Territory AND h.Version = c.Version
        WHERE h.FirstYear <= @Year AND h.LastYear >= @Year
          AND h.FromAt <= COALESCE(@At, h.FromAt) AND (h.UntilAt IS NULL OR h.UntilAt > @At);
        """);

    private static readonly Query YearsOfTerritory = new(
        "SELECT FirstYear, LastYear FROM ContractInForce WHERE Territory = @Territory;");

    private static readonly Query Authors = new("SELECT DISTINCT RecordedBy FROM ContractVersion;");

    private static readonly Query AddVersion = new(
        """
        INSERT INTO ContractVersion (Territory, Version, RecordedAt, RecordedBy, Digest)
        VALUES (@Territory, @Version, @RecordedAt, @RecordedBy, @Digest);
        """);

    private static readonly Query AddPeriod = new(
        """
        INSERT INTO ContractPeriod (Territory, Version, FirstYear, LastYear)
        VALUES (@Territory, @Version, @First, @Last);
        """);

    private static readonly Query AddAction = new(
        """
        INSERT INTO ContractAction (Territory, Version, Position, Number, Title)
        VALUES (@Territory, @Version, @Position, @Number, @Title);
        """);

    private static readonly Query AddIndicator = new(
        """
        INSERT INTO ContractIndicator (Territory, Version, Number, Indicator)
        VALUES (@Territory, @Version, @Number, @Indicator);
        """);

    private static readonly Query AddTrajectory = new(
        """
        INSERT INTO ContractTrajectory (Territory, Version, Indicator, Year, Baseline, Target)
        VALUES (@Territory, @Version, @Indicator, @Year, @Baseline, @Target);
        """);

    /// <summary>The contract in force; null when there is none.</summary>
    /// <param name="territory">SIREN.</param>
    /// <param name="at">The instant; null for now.</param>
    /// <param name="cancel">Cancels the reading.</param>
    public async Task<StoredContract?> FindAsync(string territory, DateTimeOffset? at, CancellationToken cancel)
    {
        if (await database.FindAsync<VersionRow>(Current, new { Territory = territory, At = at }, cancel) is not { } version)
        {
            return null;
        }

        var key = new { Territory = territory, version.Version };
        var attached = (await database.QueryAsync<AttachedRow>(Attached, key, cancel))
            .ToLookup(row => row.Number, row => Indicators.Find(row.Indicator)!);
        var actions = await database.QueryAsync<ActionRow>(Actions, key, cancel);
        var trajectories = await database.QueryAsync<TrajectoryRow>(Trajectories, key, cancel);
        return new(territory, version.Version, version.RecordedAt, version.RecordedBy, version.Digest, new(
            [.. actions.Select(row => new ContractAction(Number(row.Number), row.Title, [.. attached[row.Number]]))],
            [
                .. trajectories.GroupBy(row => row.Indicator).Select(rows => new Trajectory(
                    Indicators.Find(rows.Key)!,
                    rows.First().Baseline,
                    rows.ToDictionary(row => row.Year, row => row.Target))),
            ])
        { Years = new(version.FirstYear, version.LastYear) });
    }

    /// <summary>The years of the contract in force; null when there is none.</summary>
    public async Task<ContractYears?> YearsAsync(string territory, CancellationToken cancel) =>
        await database.FindAsync<YearsRow>(YearsOfTerritory, new { Territory = territory }, cancel) is { } years
            ? new(years.FirstYear, years.LastYear)
            : null;

    /// <summary>Which territory's contract for a year carries which indicator, for all territories.</summary>
    /// <param name="year">Campaign year.</param>
    /// <param name="at">The instant; null for now.</param>
    /// <param name="cancel">Cancels the reading.</param>
    public async Task<IReadOnlyList<(string Territory, Indicator Indicator)>> ExpectedAsync(
        int year, DateTimeOffset? at, CancellationToken cancel) =>
    [
        .. (await database.ReadsAt(at).QueryAsync<ExpectedRow>(Expected, new { Year = year, At = at }, cancel))
            .Select(row => (row.Territory, Indicators.Find(row.Indicator)!)),
    ];

    /// <summary>Everyone who ever recorded a contract.</summary>
    public Task<IReadOnlyList<string>> AuthorsAsync(CancellationToken cancel) =>
        database.QueryAsync<string>(Authors, null, cancel);

    /// <summary>Adds a version; false when another writer took that number first.</summary>
    public Task<bool> AppendAsync(StoredContract contract, Act act, CancellationToken cancel) =>
        database.TryWriteAsync(
            act with { Version = contract.Version }, session => InsertAsync(session, contract), cancel, VersionTable);

    private static async Task InsertAsync(Session session, StoredContract stored)
    {
        await session.ExecuteAsync(AddVersion, stored);
        await session.ExecuteAsync(AddPeriod, new
        {
            stored.Territory, stored.Version, stored.Contract.Years.First, stored.Contract.Years.Last,
        });
        await session.InsertAsync(AddAction, stored.Contract.Actions.Select((action, index) => new
        {
            stored.Territory, stored.Version, Position = index + 1, Number = action.Number.ToString(), action.Title,
        }));
        await session.InsertAsync(AddIndicator,
            from action in stored.Contract.Actions
            from indicator in action.Indicators
            select new { stored.Territory, stored.Version, Number = action.Number.ToString(), Indicator = indicator.Code });
        await session.InsertAsync(AddTrajectory,
            from trajectory in stored.Contract.Trajectories
            from target in trajectory.Targets
            select new
            {
                stored.Territory, stored.Version, Indicator = trajectory.Indicator.Code, Year = target.Key,
                trajectory.Baseline, Target = target.Value,
            });
    }

    private static ActionNumber Number(string stored) =>
        ActionNumber.TryParse(stored, out var number)
            ? number
            : throw new InvalidDataException($"The store holds an impossible action number: {stored}.");

    private sealed class VersionRow
    {
        public int Version { get; init; }

        public DateTimeOffset RecordedAt { get; init; }

        public required string RecordedBy { get; init; }

        public required string Digest { get; init; }

        public int FirstYear { get; init; }

        public int LastYear { get; init; }
    }

    private sealed class YearsRow
    {
        public int FirstYear { get; init; }

        public int LastYear { get; init; }
    }

    private sealed class ActionRow
    {
        public required string Number { get; init; }

        public required string Title { get; init; }
    }

    private sealed class AttachedRow
    {
        public required string Number { get; init; }

        public required string Indicator { get; init; }
    }

    private sealed class TrajectoryRow
    {
        public required string Indicator { get; init; }

        public int Year { get; init; }

        public decimal? Baseline { get; init; }

        public decimal Target { get; init; }
    }

    private sealed class ExpectedRow
    {
        public required string Territory { get; init; }

        public required string Indicator { get; init; }
    }
}
