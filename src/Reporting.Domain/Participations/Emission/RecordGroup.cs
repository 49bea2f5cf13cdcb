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

    private static readonly bool[] SectionFirst = [.. Enum.GetValues<CountedIndicator>().Select(indicator => indicator is Dro1 or Tes2)];

    private static readonly GroupSection[] ByModality =
    [
        .. from indicator in Enum.GetValues<CountedIndicator>()
           from modality in Enum.GetValues<RecordModality>()
           select SectionOf(indicator, modality),
    ];

    private static readonly int Modalities = Enum.GetValues<RecordModality>().Length;

    public CountedIndicator Indicator => (CountedIndicator)(Code >> IndicatorShift);

    public ActionIndex Action => new(IsSectionFirst(Indicator)
        ? Code & ((1 << ActionBits) - 1)
        : Code >> SectionBits & ((1 << ActionBits) - 1));

    public GroupSection Section => (GroupSection)(IsSectionFirst(Indicator)
        ? Code >> ActionBits & ((1 << SectionBits) - 1)
        : Code & ((1 << SectionBits) - 1));

    public static RecordGroup Of(in ParticipationRecord record)
    {
        var isSectionFirst = IsSectionFirst(record.Indicator);
        var section = record.Indicator == Tes2
            ? record.Funding == RecordFunding.Employment ? GroupSection.FundedByEmployment : GroupSection.FundedOtherwise
            : ByModality[((int)record.Indicator * Modalities) + (int)record.Codes.Modality];
        return new((int)record.Indicator << IndicatorShift
            | (int)section << (isSectionFirst ? ActionBits : 0)
            | record.Action.Value << (isSectionFirst ? 0 : SectionBits));
    }

    private static bool IsSectionFirst(CountedIndicator indicator) => SectionFirst[(int)indicator];

    private static GroupSection SectionOf(CountedIndicator indicator, RecordModality modality) => indicator switch
    {
        Enf1 or Enf4 => modality switch
        {
            RecordModality.Outreach => GroupSection.Outreach,
            RecordModality.Support => GroupSection.Support,
            RecordModality.Programme => GroupSection.Programme,
            RecordModality.Engineering => GroupSection.Engineering,
            _ => GroupSection.NoModality,
        },
        Emp1 => modality == RecordModality.Training ? GroupSection.Training : GroupSection.Lifting,
        Dro1 => modality switch
        {
            RecordModality.HomeVisit => GroupSection.HomeVisits,
            RecordModality.Desk or RecordModality.Meeting => GroupSection.Participants,
            _ => GroupSection.OtherModalities,
        },
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
