namespace Reporting.Domain.Campaigns;

/// <summary>What can be done to a return.</summary>
public enum ReturnAction
{
    /// <summary>Its owner posts a version.</summary>
    Post,

    /// <summary>Its owner deposits the latest version.</summary>
    Deposit,

    /// <summary>A reviewer accepts a deposited version.</summary>
    Validate,

    /// <summary>A reviewer sends a deposited version back.</summary>
    SendBack,

    /// <summary>The DGCS sends a validated version back.</summary>
    Reopen,
}
