using Reporting.Domain.Catalogue;
using Reporting.Domain.Participations.Records;
using Reporting.Domain.Returns;
using static Reporting.Domain.Participations.Records.CountedIndicator;

namespace Reporting.Domain.Participations.Emission;

/// <summary>Writes the counted groups as the return to post.</summary>
internal static class ReturnEmitter
{
    public static Return Emit(int year, CountTally tally, RecordCategories categoriesSeen)
    {
        var lines = tally.Groups
            .GroupBy(group => group.Group.Indicator)
            .Select(groups => new ReturnLine
            {
                Code = groups.Key.ToIndicator().Code,
                Contributions = [.. groups.Select((group, place) => Emit(group.Group, group.Tally, place))],
            });
        var derived = EmploymentPublics.All
            .Where(part => categoriesSeen.HasFlag(part.Category))
            .Select(part => new ReturnLine { Code = part.Indicator.Code, Value = tally.Category(part.Category) });
        return new(year, [.. lines.Concat(derived).OrderBy(line => Indicators.Find(line.Code)!.Position)]);
    }

    private static Contribution Emit(RecordGroup group, GroupTally tally, int place)
    {
        var indicator = group.Indicator.ToIndicator();
        var contribution = new Contribution
        {
            Action = group.Action.ToNumber().ToString(),
            LocalIndicator = indicator.Code,
            Headcount = Units(group, tally.Headcount),
            Duplicates = indicator.CanOverlap && place > 0 ? tally.Duplicates : null,
            Modality = ModalityOf(group, tally),
            FundingAxis = group.Indicator == Tes2 ? FundingOf(group.Section) : null,
            Households = group is { Indicator: Dro1, Section: GroupSection.HomeVisits } ? tally.Headcount : null,
            OfWhichMobility = Given(tally.OfWhichMobility),
        };
        return IsNothingRetained(group) ? contribution
            : group.Section == GroupSection.OtherModalities ? contribution with { OutOfPublic = tally.Headcount }
            : WithExclusions(contribution, group, tally);
    }

    /// <summary>The groups whose modality alone says that nothing is retained.</summary>
    private static bool IsNothingRetained(RecordGroup group) =>
        group is { Indicator: Enf4, Section: GroupSection.Engineering } or { Indicator: Emp1, Section: GroupSection.Training };

    private static Contribution WithExclusions(Contribution contribution, RecordGroup group, GroupTally tally)
    {
        var outOfPeriod = 0L;
        var outOfPublic = 0L;
        var withoutFollowUp = 0L;
        var easyReadOnly = 0L;
        var alreadyInEmp2 = 0L;
        foreach (var outcome in RecordOutcomes.All)
        {
            var units = tally[outcome];
            switch (outcome, group.Indicator)
            {
                case (RecordOutcome.Retained, _):
                    break;
                case (RecordOutcome.Period, _):
                    outOfPeriod += units;
                    break;
                case (RecordOutcome.FollowUp, _):
                    withoutFollowUp += units;
                    break;
                case (RecordOutcome.Nature, Dro2):
                    easyReadOnly += units;
                    break;
                case (RecordOutcome.Exclusive, Dro3):
                    alreadyInEmp2 += units;
                    break;
                default:
                    outOfPublic += units;
                    break;
            }
        }

        return contribution with
        {
            OutOfPeriod = Given(group, outOfPeriod),
            OutOfPublic = group.Indicator == Enf3 ? outOfPublic : Given(group, outOfPublic),
            WithoutFollowUp = IsFollowUpRequired(group) ? withoutFollowUp : null,
            EasyReadOnly = Given(easyReadOnly),
            AlreadyInEmp2 = Given(alreadyInEmp2),
        };
    }

    private static bool IsFollowUpRequired(RecordGroup group) =>
        group is { Indicator: Enf1 or Enf4, Section: GroupSection.Outreach } or { Indicator: Tes1 or Tes2 };

    private static string? ModalityOf(RecordGroup group, GroupTally tally) => group.Indicator switch
    {
        Enf1 or Enf4 => group.Section switch
        {
            GroupSection.Outreach => Modalities.Outreach,
            GroupSection.Support => Modalities.Support,
            GroupSection.Programme => Modalities.Programme,
            GroupSection.Engineering => Modalities.Engineering,
            _ => null,
        },
        Emp1 => group.Section == GroupSection.Training ? Modalities.Training : Modalities.Lifting,
        Dro1 => group.Section == GroupSection.HomeVisits ? Modalities.HomeVisit
            : group.Section == GroupSection.Participants && tally.OnlyMeetings ? Modalities.Meeting
            : Modalities.Desk,
        _ => null,
    };

    private static string FundingOf(GroupSection section) =>
        (section == GroupSection.FundedByEmployment ? Axis.Employment : Axis.Transition).Code;

    private static decimal Units(RecordGroup group, long units) => group.Indicator == Dro4 ? units / 100m : units;

    private static decimal? Given(RecordGroup group, long units) => units == 0 ? null : Units(group, units);

    private static decimal? Given(long units) => units == 0 ? null : units;
}
