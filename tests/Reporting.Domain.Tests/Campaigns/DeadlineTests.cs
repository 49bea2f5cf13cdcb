using System.Globalization;
using Reporting.Domain.Campaigns;

namespace Reporting.Domain.Tests.Campaigns;

public sealed class DeadlineTests
{
    private static readonly Campaign _campaign = Campaign.Statutory(2025);

    // The Paris clock goes forward on 29 March 2026: days are counted on the calendar, not in hours.
    [Theory]
    [InlineData("2026-02-20T10:00:00+01:00", 39)]
    [InlineData("2026-03-01T00:00:00+01:00", 30)]
    [InlineData("2026-03-28T23:59:59+01:00", 3)]
    [InlineData("2026-03-29T00:00:00+01:00", 2)]
    [InlineData("2026-03-29T23:59:59+02:00", 2)]
    [InlineData("2026-03-31T00:00:00+02:00", 0)]
    [InlineData("2026-03-31T23:59:59.999+02:00", 0)]
    public void Days_left_are_0_on_the_last_day(string now, int expected)
    {
        var deadline = Deadline.Of(_campaign, []);
        Assert.Equal(expected, deadline.DaysLeft(At(now)));
        Assert.Null(deadline.DaysLate(At(now)));
    }

    [Theory]
    [InlineData("2026-04-01T00:00:00+02:00", 1)]
    [InlineData("2026-04-01T23:59:59+02:00", 1)]
    [InlineData("2026-04-02T00:00:00+02:00", 2)]
    [InlineData("2026-05-01T12:00:00+02:00", 31)]
    public void A_day_begun_after_the_deadline_is_a_day_late(string now, int expected)
    {
        var deadline = Deadline.Of(_campaign, []);
        Assert.Null(deadline.DaysLeft(At(now)));
        Assert.Equal(expected, deadline.DaysLate(At(now)));
    }

    [Fact]
    public void The_last_leave_moves_the_deadline_and_a_leave_inside_the_campaign_does_not()
    {
        Assert.Equal(At("2026-04-12T12:00:00+02:00"), Deadline.Of(_campaign, [Leave("2026-04-05T00:00:00+02:00"), Leave("2026-04-12T12:00:00+02:00")]).EndsAt);
        Assert.Equal(_campaign.ClosesAt, Deadline.Of(_campaign, [Leave("2026-03-15T00:00:00+01:00")]).EndsAt);
    }

    [Fact]
    public void A_leave_that_ends_at_noon_leaves_no_day_in_the_afternoon_and_a_day_late_at_once()
    {
        var deadline = Deadline.Of(_campaign, [Leave("2026-04-12T12:00:00+02:00")]);
        Assert.Equal(new DateOnly(2026, 4, 12), deadline.LastDay);
        Assert.Equal(0, deadline.DaysLeft(At("2026-04-12T11:59:59+02:00")));
        Assert.Null(deadline.DaysLeft(At("2026-04-12T12:00:00+02:00")));
        Assert.Equal(1, deadline.DaysLate(At("2026-04-12T12:00:00+02:00")));
        Assert.Equal(1, deadline.DaysLate(At("2026-04-13T09:00:00+02:00")));
        Assert.Equal(2, deadline.DaysLate(At("2026-04-14T09:00:00+02:00")));
    }

    private static LateException Leave(string end) =>
        new(Guid.Empty, 2025, "243500139", At("2026-03-10T00:00:00+01:00"), "dgcs", At(end), "Panne");

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
