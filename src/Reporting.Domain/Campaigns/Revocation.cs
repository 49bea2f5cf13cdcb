namespace Reporting.Domain.Campaigns;

/// <summary>The taking back of a late exception.</summary>
/// <param name="At">From when the exception no longer runs.</param>
/// <param name="By">By whom.</param>
/// <param name="Reason">Why, in French.</param>
public sealed record Revocation(DateTimeOffset At, string By, string Reason);
