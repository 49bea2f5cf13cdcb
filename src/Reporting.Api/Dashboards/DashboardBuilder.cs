using Reporting.Api.Campaigns;
using Reporting.Domain.Campaigns;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;
using Reporting.Domain.Secrecy;
using Reporting.Domain.Territories;
using Reporting.Domain.Totals;
using Reporting.Store.Campaigns;
using Reporting.Store.Contracts;
using Reporting.Store.Registry;
using Reporting.Store.Returns;
using Reporting.Store.Totals;

namespace Reporting.Api.Dashboards;

/// <summary>Adds up the figures in force of a set of territories.</summary>
internal sealed class DashboardBuilder(
    FigureStore figures, ContractStore contracts, TerritoryStore territories, CampaignStore campaigns,
    ReturnReader returns, TimeProvider time)
{
    /// <summary>The totals over every signatory; null when there is no such campaign.</summary>
    /// <param name="year">Campaign year.</param>
    /// <param name="at">The instant; null for now.</param>
    /// <param name="audience">Who reads.</param>
    /// <param name="cancel">Cancels the reading.</param>
    public async Task<DashboardAnswer?> NationalAsync(
        int year, DateTimeOffset? at, Audience audience, CancellationToken cancel) =>
        await BuildAsync(
            year, at, await territories.AllAsync(at, cancel), null, of => figures.OfYearAsync(of, at, audience, cancel), cancel);

    /// <summary>The figures of one territory; null when there is no such campaign.</summary>
    /// <param name="year">Campaign year.</param>
    /// <param name="at">The instant; null for now.</param>
    /// <param name="territory">The territory as it stood then.</param>
    /// <param name="audience">Who reads.</param>
    /// <param name="cancel">Cancels the reading.</param>
    public Task<DashboardAnswer?> OfTerritoryAsync(
        int year, DateTimeOffset? at, Territory territory, Audience audience, CancellationToken cancel) =>
        BuildAsync(
            year, at, [territory], new(territory.Siren, territory.Name),
            of => figures.OfTerritoryAsync(of, territory.Siren, at, audience, cancel), cancel);

    private async Task<DashboardAnswer?> BuildAsync(
        int year, DateTimeOffset? at, IReadOnlyList<Territory> perimeter, DashboardTerritory? territory,
        Func<int, Task<IReadOnlyList<Figure>>> figuresOf, CancellationToken cancel)
    {
        if (await campaigns.FindAsync(year, at, cancel) is not { } campaign)
        {
            return null;
        }

        var sirens = perimeter.Select(member => member.Siren).ToHashSet();
        var signatories = perimeter.Where(member => member.IsSignatory(year)).Select(member => member.Siren).ToHashSet();
        var now = await figuresOf(year);
        var before = await figuresOf(year - 1);
        var expected = (await contracts.ExpectedAsync(year, at, cancel))
            .Where(pair => signatories.Contains(pair.Territory)).ToLookup(pair => pair.Indicator);
        var states = (await returns.StatesAsync(year, at, cancel)).Where(pair => sirens.Contains(pair.Key)).ToList();
        var calculator = new TotalCalculator(await territories.OverlapsAsync(at, cancel));

        var totals = Indicators.All.ToDictionary(indicator => indicator, indicator => calculator.Of(
            indicator, Of(indicator, now), Of(indicator, before), expected[indicator].Count()));
        return new(
            year,
            at is { } instant ? ParisTime.Of(instant) : null,
            territory,
            CampaignAnswer.From(campaign, at ?? time.GetUtcNow()),
            new(signatories.Count, states.Count, states.Count(state => state.Value is ReturnState.Validated)),
            now.Concat(before).Any(figure => figure.Fictitious) ? true : null,
            [
                .. Axis.All.Select(axis => new DashboardAxis(
                    axis.Code, axis.Label,
                    [.. Indicators.All.Where(indicator => indicator.Axis == axis).Select(indicator => Answer(totals[indicator]))])),
            ]);
    }

    private static List<Figure> Of(Indicator indicator, IEnumerable<Figure> figures) =>
        [.. figures.Where(figure => figure.Indicator == indicator)];

    private static DashboardIndicator Answer(IndicatorTotal total) => new(
        total.Indicator.Code, total.Indicator.Label, total.Indicator.Unit,
        total.Value, total.LowerBound, Confidentiality.Of(total.Value, total.Bracket), BracketAnswer.From(total.Bracket), total.Target, total.Rate,
        total.Counted, total.Expected, total.ProvisionalShare, total.EstimatedShare, total.Breaks,
        total.Previous is { } previous ? new(
            previous.Value, previous.LowerBound, Confidentiality.Of(previous.Value, previous.Bracket),
            BracketAnswer.From(previous.Bracket), previous.ComparableChange) : null);
}
