using static Reporting.Domain.Participations.Records.RecordCheck;

namespace Reporting.Domain.Participations.Records;

/// <summary>What a record says in the columns that take one of a few words, from <c>modalite</c> on.</summary>
internal struct RecordCodes
{
    public RecordModality Modality;

    public bool FollowUp;

    public bool TrainedProfessional;

    public bool JobSeeker;

    public RecordFunding Funding;

    public RecordCategories Categories;

    public RecordIssue Issue;

    public RecordExclusion Exclusion;

    /// <summary>What the record fails by all of these, for indicators that look at it.</summary>
    public RecordCheck Failing;

    public readonly RecordCheck ToFailing() =>
        (RecordModalities.Failing(Modality) & ~When(FollowUp, OutreachOnly))
        | When(Exclusion == RecordExclusion.Engineering, Engineering)
        | When(Exclusion == RecordExclusion.EasyRead, EasyRead)
        | When(Exclusion == RecordExclusion.Mapping, Mapping)
        | When(!JobSeeker, NoJobSeeker)
        | When(!TrainedProfessional, NoTrainedProfessional)
        | When(Issue != RecordIssue.Maintained, NotMaintained)
        | When(Funding == RecordFunding.Nobody, NotFunded)
        | When(!FollowUp, NothingFollowed);

    private static RecordCheck When(bool fails, RecordCheck check) => fails ? check : None;
}
