using Reporting.Domain.Participations.Records;
using static Reporting.Domain.Participations.Records.CountedIndicator;

namespace Reporting.Domain.Participations.Emission;

/// <summary>
/// The records that give one contribution. Groups are ordered as their contributions are emitted: by indicator, then
/// by action and section, or for DRO-1 and TES-2 by section and action.
/// </summary>
/// <param name="Code">The order, in 21 bits.</param>
internal readonly record struct RecordGroup(int Code)
{
    /// <summary>More than any code.</summary>
    public const int Codes = ((int)Tes3 + 1) << IndicatorShift;

    private const int SectionBits = 4;
    private const int ActionBits = 12;
    private const int IndicatorShift = SectionBits + ActionBits;

    public CountedIndicator Indicator => (CountedIndicator)(Code >> IndicatorShift);

    public ActionIndex Action => new(IsSectionFirst(Indicator)
        ? Code & ((1 << ActionBits) - 1)
        : Code >> SectionBits & ((1 << ActionBits) - 1));

    public GroupSection Section => (GroupSection)(IsSectionFirst(Indicator)
        ? Code >> ActionBits & ((1 << SectionBits) - 1)
        : Code & ((1 << SectionBits) - 1));

    public static RecordGroup Of(in ParticipationRecord record)
    {
        var section = (int)SectionOf(record);
        var place = IsSectionFirst(record.Indicator)
            ? section << ActionBits | record.Action.Value
            : record.Action.Value << SectionBits | section;
        return new((int)record.Indicator << IndicatorShift | place);
    }

    private static bool IsSectionFirst(CountedIndicator indicator) => indicator is Dro1 or Tes2;

    private static GroupSection SectionOf(in ParticipationRecord record) => record.Indicator switch
    {
        Enf1 or Enf4 => record.Modality switch
        {
            RecordModality.Outreach => GroupSection.Outreach,
            RecordModality.Support => GroupSection.Support,
            RecordModality.Programme => GroupSection.Programme,
            RecordModality.Engineering => GroupSection.Engineering,
            _ => GroupSection.NoModality,
        },
        Emp1 => record.Modality == RecordModality.Training ? GroupSection.Training : GroupSection.Lifting,
        Dro1 => record.Modality switch
        {
            RecordModality.HomeVisit => GroupSection.HomeVisits,
            RecordModality.Desk or RecordModality.Meeting => GroupSection.Participants,
            _ => GroupSection.OtherModalities,
        },
        Tes2 => record.Funding == RecordFunding.Employment ? GroupSection.FundedByEmployment : GroupSection.FundedOtherwise,
        _ => GroupSection.Whole,
    };
}

/// <summary>How the records of an indicator are parted beside their action, in the order of emission.</summary>
internal enum GroupSection
{
    Whole,
    Outreach,
    Support,
    Programme,
    Engineering,
    NoModality,
    Lifting,
    Training,
    HomeVisits,
    Participants,
    OtherModalities,
    FundedByEmployment,
    FundedOtherwise,
}
