namespace Reporting.Domain.Participations.Records;

/// <summary>
/// What a record may fail, in the order in which it is checked: the lowest bit that its indicator looks at tells the
/// outcome.
/// </summary>
[Flags]
internal enum RecordCheck
{
    None = 0,
    OutsidePeriod = 1 << 0,
    Engineering = 1 << 1,
    Training = 1 << 2,
    NotReachedOut = 1 << 3,
    OtherAxis = 1 << 4,
    EasyRead = 1 << 5,
    Mapping = 1 << 6,
    ChildTooOld = 1 << 7,
    NoAdolescent = 1 << 8,
    NotYoung = 1 << 9,
    NoJobSeeker = 1 << 10,
    NoTrainedProfessional = 1 << 11,
    NotMaintained = 1 << 12,
    NotFunded = 1 << 13,
    OutreachOnly = 1 << 14,
    NothingFollowed = 1 << 15,
}
