using Reporting.Domain.Campaigns;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Secrecy;
using Reporting.Domain.Totals;
using Reporting.Store.Registry;
using Reporting.Store.Returns;
using Reporting.Store.Totals;

namespace Reporting.Api.Dashboards;

/// <summary>Adds up the figures in force of several years over the territories that can be compared, or over all.</summary>
internal sealed class SeriesBuilder(FigureStore figures, TerritoryStore territories, ReturnReader returns)
{
    public const string Constant = "constant";
    public const string Complete = "complet";

    /// <param name="years">The years to compare, in order.</param>
    /// <param name="isConstant">Whether every year is counted over the same territories.</param>
    /// <param name="at">The instant; null for now.</param>
    /// <param name="audience">Who reads.</param>
    /// <param name="cancel">Cancels the reading.</param>
    public async Task<SeriesAnswer> BuildAsync(
        IReadOnlyList<int> years, bool isConstant, DateTimeOffset? at, Audience audience, CancellationToken cancel)
    {
        var counted = new List<(int Year, Figure Figure)>();
        var inForce = new List<(int Year, string Territory)>();
        foreach (var year in years)
        {
            counted.AddRange((await figures.OfYearAsync(year, at, audience, cancel)).Select(figure => (year, figure)));
            inForce.AddRange((await returns.StatesAsync(year, at, cancel)).Keys.Select(territory => (year, territory)));
        }

        var byYear = counted.ToLookup(pair => pair.Year, pair => pair.Figure);
        var perimeter = new ConstantPerimeter(
            years, await territories.AllAsync(at, cancel), inForce.ToLookup(pair => pair.Year, pair => pair.Territory));
        var calculator = new TotalCalculator(await territories.OverlapsAsync(at, cancel));
        return new(
            years,
            at is { } instant ? ParisTime.Of(instant) : null,
            isConstant ? Constant : Complete,
            [.. perimeter.All.Where(member => member.Absence is null).Select(member => new SeriesTerritory(
                member.Territory.Siren, member.Territory.Name, Parts(member)))],
            [.. from member in perimeter.All
                let absence = member.Absence
                where absence is not null
                select new SeriesExclusion(
                    member.Territory.Siren, member.Territory.Name, Parts(member), absence.Year,
                    absence.IsSignatory ? "sans-remontee" : "non-signataire")],
            counted.Exists(pair => pair.Figure.Fictitious) ? true : null,
            [.. Axis.All.Select(axis => new SeriesAxis(axis.Code, axis.Label,
                [.. Indicators.All.Where(indicator => indicator.Axis == axis).Select(indicator =>
                    Series(indicator, years, byYear, isConstant ? perimeter.Comparable(indicator, byYear) : null, calculator))]))]);
    }

    private static SeriesIndicator Series(
        Indicator indicator, IReadOnlyList<int> years, ILookup<int, Figure> figures,
        IReadOnlyList<PerimeterMember>? comparable, TotalCalculator calculator)
    {
        var sirens = comparable?.SelectMany(member => member.Parts).Select(part => part.Siren).ToHashSet();
        return new(
            indicator.Code, indicator.Label, indicator.Unit,
            comparable is null ? null : [.. comparable.Select(member => member.Territory.Siren)],
            [.. years.Select(year =>
            {
                var total = calculator.Of(
                    indicator,
                    [.. figures[year].Where(figure => figure.Indicator == indicator && sirens?.Contains(figure.Territory) is not false)],
                    [], comparable?.Count ?? 0);
                return new SeriesYear(
                    year, total.Value, total.LowerBound, Confidentiality.Of(total.Value, total.Bracket),
                    BracketAnswer.From(total.Bracket), total.Counted, total.ProvisionalShare, total.Breaks);
            })]);
    }

    private static IReadOnlyList<string>? Parts(PerimeterMember member) =>
        member.Parts is [var only] && only.Siren == member.Territory.Siren ? null : [.. member.Parts.Select(part => part.Siren)];
}
