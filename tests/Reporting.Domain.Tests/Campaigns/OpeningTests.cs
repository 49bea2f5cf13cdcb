using System.Globalization;
using Reporting.Domain.Campaigns;

namespace Reporting.Domain.Tests.Campaigns;

public sealed class OpeningTests
{
    private static readonly Campaign Campaign = Campaign.Statutory(2024);
    private static readonly LateException InMay = Exception("2025-05-05T09:00:00+02:00", "2025-05-16T00:00:00+02:00");

    [Fact]
    public void In_March_a_return_is_open_until_the_campaign_closes() =>
        Assert.Equal(new Opening.Open(At("2025-04-01T00:00:00+02:00")), Opening.At(Campaign, [], At("2025-03-10T12:00:00+01:00")));

    [Theory]
    [InlineData("2025-02-28T23:59:59.999+01:00", CampaignState.Upcoming)]
    [InlineData("2025-04-01T00:00:00.000+02:00", CampaignState.Closed)]
    public void Outside_March_the_calendar_locks_it(string instant, CampaignState state) =>
        Assert.Equal(new Opening.LockedByCalendar(Campaign, state), Opening.At(Campaign, [], At(instant)));

    [Theory]
    [InlineData("2025-05-05T08:59:59.999+02:00", false)]
    [InlineData("2025-05-05T09:00:00.000+02:00", true)]
    [InlineData("2025-05-15T23:59:59.999+02:00", true)]
    [InlineData("2025-05-16T00:00:00.000+02:00", false)]
    public void A_late_exception_opens_it_from_its_first_instant_to_before_its_end(string instant, bool isOpen) =>
        Assert.Equal(
            isOpen ? new Opening.Open(At("2025-05-16T00:00:00+02:00")) : new Opening.LockedByCalendar(Campaign, CampaignState.Closed),
            Opening.At(Campaign, [InMay], At(instant)));

    [Fact]
    public void An_exception_given_before_the_close_carries_on_after_it()
    {
        var extension = Exception("2025-03-20T09:00:00+01:00", "2025-04-08T00:00:00+02:00");

        Assert.Equal(
            new Opening.Open(At("2025-04-08T00:00:00+02:00")), Opening.At(Campaign, [extension], At("2025-03-25T12:00:00+01:00")));
        Assert.Equal(
            new Opening.Open(At("2025-04-08T00:00:00+02:00")), Opening.At(Campaign, [extension], At("2025-04-02T12:00:00+02:00")));
    }

    [Fact]
    public void An_exception_that_ends_in_March_shortens_nothing() =>
        Assert.Equal(
            new Opening.Open(At("2025-04-01T00:00:00+02:00")),
            Opening.At(Campaign, [Exception("2025-03-02T00:00:00+01:00", "2025-03-12T00:00:00+01:00")], At("2025-03-10T12:00:00+01:00")));

    [Fact]
    public void The_exception_that_ends_last_decides() =>
        Assert.Equal(
            new Opening.Open(At("2025-05-20T00:00:00+02:00")),
            Opening.At(Campaign, [InMay, Exception("2025-05-06T00:00:00+02:00", "2025-05-20T00:00:00+02:00")], At("2025-05-10T00:00:00+02:00")));

    [Fact]
    public void An_exception_may_open_it_before_March() =>
        Assert.Equal(
            new Opening.Open(At("2025-02-10T00:00:00+01:00")),
            Opening.At(Campaign, [Exception("2025-02-01T00:00:00+01:00", "2025-02-10T00:00:00+01:00")], At("2025-02-05T00:00:00+01:00")));

    private static LateException Exception(string from, string to) =>
        new(Guid.Empty, 2024, "243300316", At(from), "dgcs", At(to), "Panne du système d'information");

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
