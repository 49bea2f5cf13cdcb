using Reporting.Domain.Catalogue;
using Reporting.Domain.Counting;
using Reporting.Domain.Counting.Rules;
using static Reporting.Domain.Participations.Records.CountedIndicator;

namespace Reporting.Domain.Participations.Records;

/// <summary>
/// The checks that a record goes through, the last one apart: whether it counts in another indicator only is known
/// once all of them are read.
/// </summary>
internal sealed class RecordChecks(int year)
{
    private readonly (int First, int Last)[] _days =
    [
        .. Indicators.All.Select(indicator => GPeriode.Days(indicator.Period, year)).Select(days => (Number(days.First), Number(days.Last))),
    ];

    /// <summary>The first check that the record fails, or <see cref="RecordOutcome.Retained"/> until all are read.</summary>
    public RecordOutcome Check(in ParticipationRecord record)
    {
        var (first, last) = _days[(int)record.Indicator];
        return record.Date < first || record.Date > last ? RecordOutcome.Period
            : !IsOfNature(record) ? RecordOutcome.Nature
            : !IsOfPublic(record) ? RecordOutcome.Public
            : !IsFunded(record) ? RecordOutcome.Funding
            : !IsFollowedUp(record) ? RecordOutcome.FollowUp
            : RecordOutcome.Retained;
    }

    private static bool IsOfNature(in ParticipationRecord record) => record.Indicator switch
    {
        Enf4 => !Enf4Ingenierie.IsEngineering(record.Modality.ToWord()) && record.Exclusion != RecordExclusion.Engineering,
        Emp1 => !Emp1Formation.IsTraining(record.Modality.ToWord()),
        Dro1 => record.Modality is RecordModality.HomeVisit or RecordModality.Desk or RecordModality.Meeting
            && !Dro1AutresReferentiels.IsOfOtherAxis(record.Action.ToNumber()),
        Dro2 => record.Exclusion != RecordExclusion.EasyRead,
        Dro8 => record.Exclusion != RecordExclusion.Mapping,
        _ => true,
    };

    private static bool IsOfPublic(in ParticipationRecord record) => record.Indicator switch
    {
        Enf2 => GPublic.KeepsChild(record.ChildAge),
        Enf3 => Enf3Age.Keeps(record.Age),
        Enf4 => Enf4Age.Keeps(record.Age),
        Emp1 => record.JobSeeker,
        Tes1 or Tes2 => record.TrainedProfessional,
        Dro5 => record.Issue == RecordIssue.Maintained,
        _ => true,
    };

    private static bool IsFunded(in ParticipationRecord record) =>
        record.Indicator is not (Emp2 or Dro4) || record.Funding != RecordFunding.Nobody;

    private static bool IsFollowedUp(in ParticipationRecord record) => record.Indicator switch
    {
        Enf1 or Enf4 => record.FollowUp || !OutreachFollowUp.IsNeeded(record.Modality.ToWord()),
        Tes1 or Tes2 => record.FollowUp,
        _ => true,
    };

    private static int Number(DateOnly day) => (day.Year * 10000) + (day.Month * 100) + day.Day;
}
