using Reporting.Domain.Counting;
using Reporting.Domain.Participations.Records;
using static Reporting.Domain.Participations.Records.CountedIndicator;

namespace Reporting.Domain.Participations.Emission;

/// <summary>Which counting rule each outcome applies.</summary>
internal static class OutcomeRules
{
    private static readonly Dictionary<string, Rule> ById = RuleRegister.All.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    public static Rule? For(CountedIndicator indicator, RecordOutcome outcome) =>
        Id(indicator, outcome) is { } id ? ById[id] : null;

    private static string? Id(CountedIndicator indicator, RecordOutcome outcome) => (outcome, indicator) switch
    {
        (RecordOutcome.Retained, _) => null,
        (RecordOutcome.Period, _) => "G-PERIODE",
        (RecordOutcome.Nature, Enf4) => "ENF4-INGENIERIE",
        (RecordOutcome.Nature, Emp1) => "EMP1-FORMATION",
        (RecordOutcome.Nature, Dro1) => "DRO1-AUTRES-REFERENTIELS",
        (RecordOutcome.Nature, Dro2) => "DRO2-FALC",
        (RecordOutcome.Nature, Dro8) => "DRO8-CARTOGRAPHIE",
        (RecordOutcome.Public, Enf3) => "ENF3-AGE",
        (RecordOutcome.Public, Enf4) => "ENF4-AGE",
        (RecordOutcome.Public, Dro5) => "DRO5-CLOTURE",
        (RecordOutcome.Public, _) => "G-PUBLIC",
        (RecordOutcome.Funding, Emp2) => "EMP2-FINANCE",
        (RecordOutcome.Funding, Dro4) => "DRO4-COFINANCE",
        (RecordOutcome.FollowUp, Enf1) => "ENF1-SUITE",
        (RecordOutcome.FollowUp, Enf4) => "ENF4-SUITE",
        (RecordOutcome.FollowUp, Tes1) => "TES1-SUITE",
        (RecordOutcome.FollowUp, Tes2) => "TES2-SUITE",
        (RecordOutcome.Exclusive, Dro3) => "DRO3-EMP2",
        (RecordOutcome.Exclusive, _) => "ENF2-EXCLUSIF",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), (outcome, indicator), null),
    };
}
