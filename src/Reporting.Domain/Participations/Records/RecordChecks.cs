using System.Numerics;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Counting.Rules;
using static Reporting.Domain.Catalogue.Indicators;
using static Reporting.Domain.Participations.Records.RecordCheck;

namespace Reporting.Domain.Participations.Records;

/// <summary>
/// The checks that a record goes through, the last one apart: whether it counts in another indicator only is known
/// once all of them are read. Everything that may fail is found first, whatever the indicator, which then picks what
/// it looks at: a branch for each check of each indicator would be guessed wrong more often than not.
/// </summary>
internal sealed class RecordChecks(int year)
{
    private const RecordCheck Nature = Engineering | Training | NotReachedOut | OtherAxis | EasyRead | Mapping;
    private const RecordCheck Public = ChildTooOld | NoAdolescent | NotYoung | NoJobSeeker | NoTrainedProfessional | NotMaintained;

    private static readonly RecordCheck[] LookedAt = [.. Indicators.All.Select(indicator => OutsidePeriod | Of(indicator))];

    // By the lowest bit of what failed; the last is for nothing, which has no bit.
    private static readonly RecordOutcome[] Outcomes =
        [.. Enumerable.Range(0, BitOperations.TrailingZeroCount(0)).Select(bit => OutcomeOf((RecordCheck)(1 << bit))), RecordOutcome.Retained];

    private readonly (int First, int Last)[] _days =
        [.. Indicators.All.Select(indicator => GPeriode.Days(indicator.Period, year)).Select(days => (Number(days.First), Number(days.Last)))];

    /// <summary>The first check that the record fails, or <see cref="RecordOutcome.Retained"/> until all are read.</summary>
    public RecordOutcome Check(in ParticipationRecord record)
    {
        var (first, last) = _days[(int)record.Indicator];
        var failed = LookedAt[(int)record.Indicator] & (
            When(record.Date < first | record.Date > last, OutsidePeriod)
            | record.Codes.Failing
            | When(Dro1AutresReferentiels.IsOfOtherAxis(record.Action.AxisNumber), OtherAxis)
            | When(!GPublic.KeepsChild(record.ChildAge), ChildTooOld)
            | When(!Enf3Age.Keeps(record.Age), NoAdolescent)
            | When(!Enf4Age.Keeps(record.Age), NotYoung));
        return Outcomes[BitOperations.TrailingZeroCount((uint)failed)];
    }

    /// <summary>What an indicator looks at, beside the period.</summary>
    private static RecordCheck Of(Indicator indicator) =>
        indicator == Enf1 ? OutreachOnly
        : indicator == Enf2 ? ChildTooOld
        : indicator == Enf3 ? NoAdolescent
        : indicator == Enf4 ? Engineering | NotYoung | OutreachOnly
        : indicator == Emp1 ? Training | NoJobSeeker
        : indicator == Emp2 || indicator == Dro4 ? NotFunded
        : indicator == Dro1 ? NotReachedOut | OtherAxis
        : indicator == Dro2 ? EasyRead
        : indicator == Dro5 ? NotMaintained
        : indicator == Dro8 ? Mapping
        : indicator == Tes1 || indicator == Tes2 ? NoTrainedProfessional | NothingFollowed
        : None;

    private static RecordOutcome OutcomeOf(RecordCheck check) =>
        check == OutsidePeriod ? RecordOutcome.Period
        : (check & Nature) != 0 ? RecordOutcome.Nature
        : (check & Public) != 0 ? RecordOutcome.Public
        : check == NotFunded ? RecordOutcome.Funding
        : RecordOutcome.FollowUp;

    private static RecordCheck When(bool fails, RecordCheck check) => fails ? check : None;

    private static int Number(DateOnly day) => (day.Year * 10000) + (day.Month * 100) + day.Day;
}
