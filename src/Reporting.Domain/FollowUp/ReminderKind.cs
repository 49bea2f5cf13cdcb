namespace Reporting.Domain.FollowUp;

/// <summary>What a reminder tells.</summary>
public enum ReminderKind
{
    /// <summary>The campaign opened.</summary>
    Opened,

    /// <summary>A deadline is near and the territory has not deposited.</summary>
    DeadlineNear,

    /// <summary>A deadline passed without a deposit.</summary>
    DeadlineMissed,

    /// <summary>A late exception was given.</summary>
    LeaveGranted,

    /// <summary>A late exception was taken back.</summary>
    LeaveRevoked,

    /// <summary>A version was deposited.</summary>
    Deposited,

    /// <summary>A version was accepted.</summary>
    Validated,

    /// <summary>A version was sent back.</summary>
    SentBack,

    /// <summary>A version was counted again by other rules, as a version of its own.</summary>
    Recounted,
}
