using Reporting.Api.Webhooks;

namespace Reporting.Api.Tests.Webhooks;

public sealed class RetryScheduleTests
{
    [Fact]
    public void Seven_waits_grow_fourfold_to_twelve_hours_and_add_up_to_about_a_day()
    {
        var waits = Enumerable.Range(1, 7).Select(attempt => RetrySchedule.After(attempt, 0.5)!.Value).ToList();
        Assert.Equal([30, 120, 480, 1920, 7680, 30720, 43200], waits.Select(wait => Math.Round(wait.TotalSeconds, 3)));
        Assert.Equal(84150, Math.Round(waits.Sum(wait => wait.TotalSeconds), 3));
        Assert.Null(RetrySchedule.After(8, 0.5));
    }

    [Theory]
    [InlineData(0, 24)]
    [InlineData(1, 36)]
    public void Chance_spreads_a_wait_by_a_fifth_either_way(double chance, double seconds) =>
        Assert.Equal(seconds, Math.Round(RetrySchedule.After(1, chance)!.Value.TotalSeconds, 3));
}
