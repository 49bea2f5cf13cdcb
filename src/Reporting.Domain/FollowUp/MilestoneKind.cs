namespace Reporting.Domain.FollowUp;

/// <summary>What a date of a campaign is.</summary>
public enum MilestoneKind
{
    /// <summary>The first day of the campaign.</summary>
    Opening,

    /// <summary>The last day of the campaign.</summary>
    Closing,

    /// <summary>The last day of a late exception.</summary>
    LeaveEnd,

    /// <summary>The last day to answer a version that was sent back.</summary>
    CorrectionDue,

    /// <summary>The day by which a deposited version should have been reviewed.</summary>
    ReviewDue,
}
