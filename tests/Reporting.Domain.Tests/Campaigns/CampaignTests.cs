using System.Globalization;
using Reporting.Domain.Campaigns;

namespace Reporting.Domain.Tests.Campaigns;

public sealed class CampaignTests
{
    [Theory]
    [InlineData(2024, "2025-03-01T00:00:00+01:00", "2025-04-01T00:00:00+02:00")]
    [InlineData(2025, "2026-03-01T00:00:00+01:00", "2026-04-01T00:00:00+02:00")]
    [InlineData(2026, "2027-03-01T00:00:00+01:00", "2027-04-01T00:00:00+02:00")]
    [InlineData(2027, "2028-03-01T00:00:00+01:00", "2028-04-01T00:00:00+02:00")]
    public void A_campaign_is_the_month_of_March_that_follows_in_Paris(int year, string opens, string closes)
    {
        var campaign = Campaign.Statutory(year);

        Assert.Equal(year, campaign.Year);
        Assert.True(At(opens).EqualsExact(campaign.OpensAt));
        Assert.True(At(closes).EqualsExact(campaign.ClosesAt));
    }

    [Theory]
    [InlineData("2025-02-28T23:59:59.999+01:00", CampaignState.Upcoming)]
    [InlineData("2025-02-28T22:59:59.999Z", CampaignState.Upcoming)]
    [InlineData("2025-02-28T23:00:00.000Z", CampaignState.Open)]
    [InlineData("2025-03-01T00:00:00.000+01:00", CampaignState.Open)]
    [InlineData("2025-03-31T21:59:59.999Z", CampaignState.Open)]
    [InlineData("2025-03-31T23:59:59.999+02:00", CampaignState.Open)]
    [InlineData("2025-04-01T00:00:00.000+02:00", CampaignState.Closed)]
    [InlineData("2025-03-31T22:00:00.000Z", CampaignState.Closed)]
    public void It_opens_and_closes_to_the_millisecond(string instant, CampaignState state) =>
        Assert.Equal(state, Campaign.Statutory(2024).StateAt(At(instant)));

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
