using Reporting.Domain.Catalogue;
using Reporting.Domain.FollowUp;
using Reporting.Domain.Returns;

namespace Reporting.Store.FollowUp;

/// <summary>Reads what happened to the returns of a campaign.</summary>
public sealed class ProgressStore(Database database)
{
    private static readonly Query EventsOfYear = new(
        """
        SELECT Territory, Sequence, Version, State, At
        FROM ReturnEvent
        WHERE Year = @Year
        ORDER BY Territory, Sequence;
        """);

    private static readonly Query EventsOfReturn = new(
        """
        SELECT Territory, Sequence, Version, State, At
        FROM ReturnEvent
        WHERE Year = @Year AND Territory = @Territory
        ORDER BY Sequence;
        """);

    private static readonly Query LatestLines = new(
        """
        SELECT l.Territory, l.Indicator
        FROM ReturnLine l
        WHERE l.Year = @Year
          AND l.Version = (SELECT MAX(v.Version) FROM ReturnVersion v
                           WHERE v.Year = l.Year AND v.Territory = l.Territory);
        """);

    /// <summary>The events of every return of a campaign, by territory, each in order.</summary>
    public async Task<ILookup<string, ReturnStep>> OfYearAsync(int year, CancellationToken cancel) =>
        (await database.QueryAsync<EventRow>(EventsOfYear, new { Year = year }, cancel))
        .ToLookup(row => row.Territory, row => row.ToStep());

    /// <summary>The events of one return, in order.</summary>
    public async Task<IReadOnlyList<ReturnStep>> OfReturnAsync(int year, string territory, CancellationToken cancel) =>
    [
        .. (await database.QueryAsync<EventRow>(EventsOfReturn, new { Year = year, Territory = territory }, cancel))
            .Select(row => row.ToStep()),
    ];

    /// <summary>The indicators that the latest version of each return has a line for.</summary>
    public async Task<ILookup<string, Indicator>> LatestLinesAsync(int year, CancellationToken cancel) =>
        (await database.QueryAsync<LineRow>(LatestLines, new { Year = year }, cancel))
        .ToLookup(row => row.Territory, row => Indicators.Find(row.Indicator)!);

    private sealed class EventRow
    {
        public required string Territory { get; init; }

        public int Sequence { get; init; }

        public int Version { get; init; }

        public required string State { get; init; }

        public DateTimeOffset At { get; init; }

        public ReturnStep ToStep() => new(Sequence, Version, ReturnStateCodes.Parse(State), At);
    }

    private sealed class LineRow
    {
        public required string Territory { get; init; }

        public required string Indicator { get; init; }
    }
}
