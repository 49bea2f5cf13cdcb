using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;
using Reporting.Domain.Totals;

namespace Reporting.Store.Totals;

/// <summary>
/// Reads the figures in force, now or at a past instant, which the dashboards, the exports and the feed all rest on.
/// </summary>
public sealed class FigureStore(Database database)
{
    private static readonly Query OfYear = new(
        """
        SELECT Territory, Indicator, State, Target, Value, LowerBound, ComparableValue, Estimated, Broken, Fictitious
        FROM ResultHistory
        WHERE Year = @Year AND FromAt <= COALESCE(@At, FromAt) AND (UntilAt IS NULL OR UntilAt > @At)
        ORDER BY Territory, Indicator;
        """);

    private static readonly Query OfTerritory = new(
        """
        SELECT Territory, Indicator, State, Target, Value, LowerBound, ComparableValue, Estimated, Broken, Fictitious
        FROM ResultHistory
        WHERE Year = @Year AND Territory = @Territory
          AND FromAt <= COALESCE(@At, FromAt) AND (UntilAt IS NULL OR UntilAt > @At)
        ORDER BY Indicator;
        """);

    /// <param name="year">Campaign year.</param>
    /// <param name="at">The instant; null for now.</param>
    /// <param name="cancel">Cancels the reading.</param>
    public Task<IReadOnlyList<Figure>> OfYearAsync(int year, DateTimeOffset? at, CancellationToken cancel) =>
        FiguresAsync(OfYear, new { Year = year, At = at }, at, cancel);

    /// <param name="year">Campaign year.</param>
    /// <param name="territory">SIREN.</param>
    /// <param name="at">The instant; null for now.</param>
    /// <param name="cancel">Cancels the reading.</param>
    public Task<IReadOnlyList<Figure>> OfTerritoryAsync(
        int year, string territory, DateTimeOffset? at, CancellationToken cancel) =>
        FiguresAsync(OfTerritory, new { Year = year, Territory = territory, At = at }, at, cancel);

    private async Task<IReadOnlyList<Figure>> FiguresAsync(
        Query query, object parameters, DateTimeOffset? at, CancellationToken cancel) =>
        [.. (await database.ReadsAt(at).QueryAsync<Row>(query, parameters, cancel)).Select(row => row.ToFigure())];

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
