using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;
using Reporting.Domain.Totals;

namespace Reporting.Store.Totals;

/// <summary>Reads the figures in force, which the dashboards, the exports and the feed all rest on.</summary>
public sealed class FigureStore(Database database)
{
    private static readonly Query OfYear = new(
        """
        SELECT Territory, Indicator, State, Target, Value, LowerBound, ComparableValue, Estimated, Broken, Fictitious
        FROM ResultInForce
        WHERE Year = @Year
        ORDER BY Territory, Indicator;
        """);

    private static readonly Query OfTerritory = new(
        """
        SELECT Territory, Indicator, State, Target, Value, LowerBound, ComparableValue, Estimated, Broken, Fictitious
        FROM ResultInForce
        WHERE Year = @Year AND Territory = @Territory
        ORDER BY Indicator;
        """);

    public async Task<IReadOnlyList<Figure>> OfYearAsync(int year, CancellationToken cancel) =>
        [.. (await database.Reads.QueryAsync<Row>(OfYear, new { Year = year }, cancel)).Select(row => row.ToFigure())];

    public async Task<IReadOnlyList<Figure>> OfTerritoryAsync(int year, string territory, CancellationToken cancel) =>
    [
        .. (await database.Reads.QueryAsync<Row>(OfTerritory, new { Year = year, Territory = territory }, cancel))
            .Select(row => row.ToFigure()),
    ];

    private sealed class Row
    {
        public required string Territory { get; init; }

        public required string Indicator { get; init; }

        public required string State { get; init; }

        public decimal? Target { get; init; }

        public decimal Value { get; init; }

        public decimal LowerBound { get; init; }

        public decimal ComparableValue { get; init; }

        public bool Estimated { get; init; }

        public bool Broken { get; init; }

        public bool Fictitious { get; init; }

        public Figure ToFigure() => new(
            Territory, Indicators.Find(Indicator)!, ReturnStateCodes.Parse(State), Target, Value, LowerBound,
            ComparableValue, Estimated, Broken, Fictitious);
    }
}
