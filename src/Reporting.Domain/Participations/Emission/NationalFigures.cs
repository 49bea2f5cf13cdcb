using Reporting.Domain.Catalogue;
using Reporting.Domain.Participations.Records;
using static Reporting.Domain.Participations.Records.CountedIndicator;

namespace Reporting.Domain.Participations.Emission;

/// <summary>The national figures, as section 3 finds them again in the return.</summary>
internal static class NationalFigures
{
    /// <param name="tally">The counted keys.</param>
    /// <param name="records">Readable records of each indicator, by its place in the catalogue.</param>
    /// <param name="categoriesSeen">The categories on readable records of EMP-1 and of TES-2 funded by <c>emploi</c>.</param>
    public static IReadOnlyList<IndicatorCount> Of(CountTally tally, IReadOnlyList<long> records, RecordCategories categoriesSeen) =>
    [
        .. Enum.GetValues<CountedIndicator>()
            .Where(indicator => records[(int)indicator] > 0 || (indicator == Emp1 && tally.FromMobility > 0))
            .Select(indicator => Of(tally, indicator, records[(int)indicator]))
            .Concat(EmploymentPublics.All
                .Where(part => categoriesSeen.HasFlag(part.Category))
                .Select(part => Part(part.Indicator, tally.Category(part.Category))))
            .OrderBy(count => count.Indicator.Position),
    ];

    private static IndicatorCount Of(CountTally tally, CountedIndicator indicator, long records)
    {
        var mobility = indicator == Emp1 ? tally.FromMobility : 0;
        var represented = indicator == Dro1 ? tally.Represented : 0;
        var unit = indicator == Dro4 ? 0.01m : 1;
        return new()
        {
            Indicator = indicator.ToIndicator(),
            Figure = (tally.Keys(indicator, RecordOutcome.Retained) * unit) + mobility - represented,
            Records = records,
            Outcomes =
            [
                .. RecordOutcomes.All
                    .Select(outcome => (outcome, keys: tally.Keys(indicator, outcome)))
                    .Where(part => part.keys > 0)
                    .Select(part => (part, rule: OutcomeRules.For(indicator, part.outcome)))
                    .Select(told => new OutcomeCount(told.part.outcome, told.part.keys * unit, told.rule?.Id, told.rule?.Clause)),
            ],
            FromMobility = mobility,
            Represented = represented,
        };
    }

    private static IndicatorCount Part(Indicator indicator, long persons) => new()
    {
        Indicator = indicator,
        Figure = persons,
        Records = 0,
        Outcomes = persons == 0 ? [] : [new(RecordOutcome.Retained, persons, null, null)],
    };
}
