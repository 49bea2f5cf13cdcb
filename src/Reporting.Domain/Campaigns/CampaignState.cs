namespace Reporting.Domain.Campaigns;

/// <summary>Where a campaign stands.</summary>
public enum CampaignState
{
    /// <summary>It has not opened yet.</summary>
    Upcoming,

    /// <summary>Returns can be posted and deposited.</summary>
    Open,

    /// <summary>It is over; a late exception alone opens a return.</summary>
    Closed,
}
