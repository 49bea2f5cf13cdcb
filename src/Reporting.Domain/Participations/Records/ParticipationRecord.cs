namespace Reporting.Domain.Participations.Records;

/// <summary>One record, read. Its pseudonyms and session stay where they stand: see <see cref="RecordFields"/>.</summary>
internal struct ParticipationRecord
{
    /// <summary>No age was given, nor dates to compute it from.</summary>
    public const int NoAge = int.MinValue;

    public CountedIndicator Indicator;

    public ActionIndex Action;

    /// <summary>As yyyyMMdd.</summary>
    public int Date;

    /// <summary>Completed years at the start of the action, or <see cref="NoAge"/>; negative when born after it.</summary>
    public int Age;

    public int ChildAge;

    public RecordCodes Codes;

    /// <summary>Hundredths of a full-time equivalent.</summary>
    public long Hundredths;

    /// <summary>Who funds, whether the record says it or not.</summary>
    public readonly RecordFunding Funding =>
        Codes.Funding == RecordFunding.OfTheAction ? (RecordFunding)Action.AxisNumber : Codes.Funding;

    /// <summary>All of the above in one text, the same for records that say the same.</summary>
    public readonly string Values => string.Join(' ', (int)Indicator, Action.Value, Date, Age, ChildAge, (int)Codes.Modality,
        Codes.FollowUp, Codes.TrainedProfessional, Codes.JobSeeker, (int)Funding, (int)Codes.Categories, (int)Codes.Issue, (int)Codes.Exclusion, Hundredths);
}
