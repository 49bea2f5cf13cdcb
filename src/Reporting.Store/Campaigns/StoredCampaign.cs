using Reporting.Domain.Campaigns;

namespace Reporting.Store.Campaigns;

/// <summary>A version of a campaign's dates.</summary>
/// <param name="Version">Its number, from 1.</param>
/// <param name="Campaign">The campaign as the version has it.</param>
/// <param name="RecordedAt">When the dates were moved; null for the campaign as it was made.</param>
/// <param name="RecordedBy">By whom.</param>
/// <param name="Reason">Why, in French.</param>
public sealed record StoredCampaign(
    int Version, Campaign Campaign, DateTimeOffset? RecordedAt, string? RecordedBy, string? Reason);
