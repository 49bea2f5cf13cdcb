namespace Reporting.Domain.Campaigns;

/// <summary>Leave given to one territory to post outside the calendar.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Year">Campaign year.</param>
/// <param name="Territory">SIREN of the territory.</param>
/// <param name="GrantedAt">From when.</param>
/// <param name="GrantedBy">By whom.</param>
/// <param name="EndsAt">First instant after the leave.</param>
/// <param name="Reason">Why, in French.</param>
/// <param name="Revocation">Its revocation, or null.</param>
public sealed record LateException(
    Guid Id, int Year, string Territory, DateTimeOffset GrantedAt, string GrantedBy, DateTimeOffset EndsAt, string Reason,
    Revocation? Revocation = null)
{
    /// <summary>The time in which the leave runs, until its end or its revocation.</summary>
    public OpenWindow Window =>
        new(WindowKind.LateException, GrantedAt, Revocation is { } revoked && revoked.At < EndsAt ? revoked.At : EndsAt);
}
