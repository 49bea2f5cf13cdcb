namespace Reporting.Domain.Campaigns;

/// <summary>The time in which the returns of one year are posted.</summary>
/// <param name="Year">Campaign year N, the year that the figures describe: 2024 to 2027.</param>
/// <param name="OpensAt">First instant of the opening.</param>
/// <param name="ClosesAt">First instant after the opening.</param>
public sealed record Campaign(int Year, DateTimeOffset OpensAt, DateTimeOffset ClosesAt)
{
    private const int March = 3;
    private const int April = 4;

    /// <summary>The campaign as the guide dates it: the whole month of March N+1, Paris time (Annexe 6, introduction).</summary>
    /// <param name="year">Campaign year N.</param>
    public static Campaign Statutory(int year) =>
        new(year, ParisTime.StartOf(new(year + 1, March, 1)), ParisTime.StartOf(new(year + 1, April, 1)));

    /// <summary>A campaign that is open from the start of the Pacte to the end of the century: vendors try returns all year.</summary>
    /// <param name="year">Campaign year N.</param>
    public static Campaign Standing(int year) =>
        new(year, ParisTime.StartOf(new(2024, 1, 1)), ParisTime.StartOf(new(2100, 1, 1)));

    /// <summary>Where the campaign stands at an instant.</summary>
    /// <param name="instant">The instant.</param>
    public CampaignState StateAt(DateTimeOffset instant) =>
        instant < OpensAt ? CampaignState.Upcoming
        : instant < ClosesAt ? CampaignState.Open
        : CampaignState.Closed;
}
