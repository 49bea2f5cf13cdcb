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

    /// <summary>A version was deposited.</summary>
    Deposited,

    /// <summary>A version was accepted.</summary>
    Validated,

    /// <summary>A version was sent back.</summary>
    SentBack,
}
