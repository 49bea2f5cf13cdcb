namespace Reporting.Domain.Campaigns;

/// <summary>Leave given to one territory to post outside the calendar.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Year">Campaign year.</param>
/// <param name="Territory">SIREN of the territory.</param>
/// <param name="GrantedAt">From when.</param>
/// <param name="GrantedBy">By whom.</param>
/// <param name="EndsAt">First instant after the leave.</param>
/// <param name="Reason">Why, in French.</param>
public sealed record LateException(
    Guid Id, int Year, string Territory, DateTimeOffset GrantedAt, string GrantedBy, DateTimeOffset EndsAt, string Reason)
{
    /// <summary>Whether the leave runs at an instant.</summary>
    /// <param name="instant">The instant.</param>
    public bool RunsAt(DateTimeOffset instant) => GrantedAt <= instant && instant < EndsAt;
}
