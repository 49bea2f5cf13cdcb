using System.Globalization;
using Reporting.Domain.Campaigns;

namespace Reporting.Domain.Tests.Campaigns;

public sealed class ParisTimeTests
{
    [Theory]
    [InlineData("2025-03-30", "2025-03-30T00:00:00+01:00")]
    [InlineData("2025-03-31", "2025-03-31T00:00:00+02:00")]
    [InlineData("2025-10-26", "2025-10-26T00:00:00+02:00")]
    [InlineData("2025-10-27", "2025-10-27T00:00:00+01:00")]
    public void A_day_starts_with_the_offset_of_its_midnight(string day, string start) =>
        Assert.True(At(start).EqualsExact(ParisTime.StartOf(DateOnly.Parse(day, CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("2025-03-30T00:59:59Z", "2025-03-30T01:59:59+01:00")]
    [InlineData("2025-03-30T01:00:00Z", "2025-03-30T03:00:00+02:00")]
    public void An_instant_is_told_in_the_time_of_Paris(string instant, string inParis) =>
        Assert.True(At(inParis).EqualsExact(ParisTime.Of(At(instant))));

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
