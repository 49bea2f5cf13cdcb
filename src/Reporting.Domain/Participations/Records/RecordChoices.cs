namespace Reporting.Domain.Participations.Records;

/// <summary>The modalities of <see cref="Returns.Modalities"/>, and what is none of them.</summary>
internal enum RecordModality : byte
{
    None,
    Outreach,
    Support,
    Programme,
    Engineering,
    HomeVisit,
    Desk,
    Meeting,
    Lifting,
    Training,
    Other,
}

/// <summary>The axis that funds, by its number, or nobody; until the action is known, perhaps the axis of the action.</summary>
internal enum RecordFunding : byte
{
    Nobody,
    Childhood,
    Employment,
    Rights,
    Transition,
    OfTheAction,
}

/// <summary>The publics of EMP-3A, EMP-3B and EMP-3C.</summary>
[Flags]
internal enum RecordCategories : byte
{
    None = 0,
    GreatPrecarity = 1,
    LoneParent = 2,
    LeavingPrison = 4,
}

internal enum RecordIssue : byte
{
    None,
    Maintained,
    Evicted,
}

internal enum RecordExclusion : byte
{
    None,
    Engineering,
    EasyRead,
    Mapping,
}
