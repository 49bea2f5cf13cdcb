using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;
using Reporting.Store.Returns;

namespace Reporting.Api.Returns;

/// <summary>Compares two versions of a return, line by line.</summary>
internal static class LineComparison
{
    public static IReadOnlyList<LineDifference> Between(StoredReturn before, StoredReturn after)
    {
        var then = Posted(before);
        var now = Posted(after);
        return
        [
            .. from indicator in Indicators.All
               let difference = Between(
                   indicator, Line(before.Counted, indicator), Line(after.Counted, indicator),
                   then.GetValueOrDefault(indicator.Code), now.GetValueOrDefault(indicator.Code))
               where difference is not null
               select difference,
        ];
    }

    /// <summary>What differs between two countings of the same body.</summary>
    public static IReadOnlyList<LineDifference> Between(CountedReturn before, CountedReturn after) =>
    [
        .. from indicator in Indicators.All
           let difference = Between(indicator, Line(before, indicator), Line(after, indicator), null, null)
           where difference is not null
           select difference,
    ];

    private static LineDifference? Between(
        Indicator indicator, CountedLine? before, CountedLine? after, LineBody? posted, LineBody? postedAfter)
    {
        if (before is null && after is null)
        {
            return null;
        }

        var difference = new LineDifference(
            indicator.Code,
            before is null ? "ajoutee" : after is null ? "retiree" : "modifiee",
            Change(before?.Value, after?.Value),
            Change(before?.LowerBound, after?.LowerBound),
            Change(before?.Gross, after?.Gross),
            Change(before?.ComparableValue, after?.ComparableValue),
            Change(before?.Target, after?.Target),
            Change(posted?.OfWhichMobility, postedAfter?.OfWhichMobility),
            before?.Comment == after?.Comment ? null : new(before?.Comment, after?.Comment),
            before?.MethodChange == after?.MethodChange ? null : new(Body(before?.MethodChange), Body(after?.MethodChange)),
            Contributions(posted?.Contributions ?? [], postedAfter?.Contributions ?? []),
            Rules(before?.Explanation ?? [], after?.Explanation ?? []));
        return difference == Unchanged(indicator) ? null : difference;
    }

    private static LineDifference Unchanged(Indicator indicator) =>
        new(indicator.Code, "modifiee", null, null, null, null, null, null, null, null, null, null);

    private static FigureChange? Change(decimal? before, decimal? after) =>
        before == after ? null : new(before, after);

    // An action may contribute twice under the same local indicator: then its contributions pair off in posted order.
    private static List<ContributionDifference>? Contributions(
        IReadOnlyList<ContributionBody> before, IReadOnlyList<ContributionBody> after)
    {
        var then = Numbered(before);
        var now = Numbered(after);
        List<ContributionDifference> differences =
        [
            .. from key in then.Keys.Union(now.Keys)
               let old = then.GetValueOrDefault(key)
               let current = now.GetValueOrDefault(key)
               where !Same(old, current)
               select new ContributionDifference(key.Action, key.LocalIndicator, old, current),
        ];
        return differences is [] ? null : differences;
    }

    private static Dictionary<(string Action, string? LocalIndicator, int Rank), ContributionBody> Numbered(
        IEnumerable<ContributionBody> contributions) =>
        contributions
            .GroupBy(contribution => (contribution.Action, contribution.LocalIndicator))
            .SelectMany(same => same.Select((contribution, rank) => (Key: (same.Key.Action, same.Key.LocalIndicator, rank), contribution)))
            .ToDictionary(pair => pair.Key, pair => pair.contribution);

    private static bool Same(ContributionBody? one, ContributionBody? other) =>
        one is not null && other is not null
        && one with { ByAge = null } == other with { ByAge = null }
        && (one.ByAge ?? []).SequenceEqual(other.ByAge ?? []);

    private static List<RuleDifference>? Rules(IReadOnlyList<Effect> before, IReadOnlyList<Effect> after)
    {
        var then = Effects(before);
        var now = Effects(after);
        List<RuleDifference> differences =
        [
            .. from key in then.Keys.Union(now.Keys)
               let old = then.TryGetValue(key, out var amount) ? amount : (decimal?)null
               let current = now.TryGetValue(key, out var amount) ? amount : (decimal?)null
               where old != current
               select new RuleDifference(key.Rule, key.Contribution, old, current),
        ];
        return differences is [] ? null : differences;
    }

    private static Dictionary<(string Rule, int? Contribution), decimal> Effects(IEnumerable<Effect> effects) =>
        effects.GroupBy(effect => (effect.Rule, effect.Contribution))
            .ToDictionary(same => same.Key, same => same.Sum(effect => effect.Amount));

    private static CountedLine? Line(CountedReturn counted, Indicator indicator) =>
        counted.Lines.FirstOrDefault(line => line.Indicator == indicator);

    private static MethodChangeBody? Body(MethodChange? change) =>
        change is null ? null : new() { Description = change.Description, Effect = change.Effect };

    private static Dictionary<string, LineBody> Posted(StoredReturn stored) =>
        CanonicalBody.Read(stored.Body).Lines.ToDictionary(line => line.Code);
}
