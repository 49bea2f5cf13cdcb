using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;
using Reporting.Domain.Secrecy;
using Reporting.Domain.Totals;

namespace Reporting.Store.Totals;

/// <summary>
/// Reads the figures in force, now or at a past instant, as an audience may know them: the dashboards, the exports and
/// the feed all rest on them.
/// </summary>
public sealed class FigureStore(Database database)
{
    private static readonly Query OfYear = new(
        """
        SELECT r.Territory, r.Indicator, r.State, r.Target, r.Value, r.LowerBound, r.ComparableValue, r.Estimated, r.Broken,
            r.Fictitious, s.Version AS Protected, s.InValue, s.InLowerBound, s.InComparableValue, s.InDetail
        FROM ResultHistory r
        LEFT JOIN SmallestCount s ON s.Year = r.Year AND s.Territory = r.Territory AND s.Version = r.Version
            AND s.Indicator = r.Indicator
        WHERE r.Year = @Year AND r.FromAt <= COALESCE(@At, r.FromAt) AND (r.UntilAt IS NULL OR r.UntilAt > @At)
        ORDER BY r.Territory, r.Indicator;
        """);

    private static readonly Query OfTerritory = new(
        """
        SELECT r.Territory, r.Indicator, r.State, r.Target, r.Value, r.LowerBound, r.ComparableValue, r.Estimated, r.Broken,
            r.Fictitious, s.Version AS Protected, s.InValue, s.InLowerBound, s.InComparableValue, s.InDetail
        FROM ResultHistory r
        LEFT JOIN SmallestCount s ON s.Year = r.Year AND s.Territory = r.Territory AND s.Version = r.Version
            AND s.Indicator = r.Indicator
        WHERE r.Year = @Year AND r.Territory = @Territory
          AND r.FromAt <= COALESCE(@At, r.FromAt) AND (r.UntilAt IS NULL OR r.UntilAt > @At)
        ORDER BY r.Indicator;
        """);

    /// <param name="year">Campaign year.</param>
    /// <param name="at">The instant; null for now.</param>
    /// <param name="audience">Who reads.</param>
    /// <param name="cancel">Cancels the reading.</param>
    public Task<IReadOnlyList<Figure>> OfYearAsync(
        int year, DateTimeOffset? at, Audience audience, CancellationToken cancel) =>
        FiguresAsync(OfYear, new { Year = year, At = at }, at, audience, cancel);

    /// <param name="year">Campaign year.</param>
    /// <param name="territory">SIREN.</param>
    /// <param name="at">The instant; null for now.</param>
    /// <param name="audience">Who reads.</param>
    /// <param name="cancel">Cancels the reading.</param>
    public Task<IReadOnlyList<Figure>> OfTerritoryAsync(
        int year, string territory, DateTimeOffset? at, Audience audience, CancellationToken cancel) =>
        FiguresAsync(OfTerritory, new { Year = year, Territory = territory, At = at }, at, audience, cancel);

    private async Task<IReadOnlyList<Figure>> FiguresAsync(
        Query query, object parameters, DateTimeOffset? at, Audience audience, CancellationToken cancel)
    {
        var rows = await database.ReadsAt(at).QueryAsync<Row>(query, parameters, cancel);
        return Publication.Of([.. rows.Select(row => (row.ToFigure(), row.ToCounts()))], audience);
    }

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

        public int? Protected { get; init; }

        public decimal? InValue { get; init; }

        public decimal? InLowerBound { get; init; }

        public decimal? InComparableValue { get; init; }

        public decimal? InDetail { get; init; }

        public SmallestCounts ToCounts() => Protected is null
            ? SmallestCounts.Unknown
            : new(InValue, InLowerBound, InComparableValue, InDetail);

        public Figure ToFigure() => new(
            Territory, Indicators.Find(Indicator)!, ReturnStateCodes.Parse(State), Target, Value, LowerBound,
            ComparableValue, Estimated, Broken, Fictitious);
    }
}
