using Reporting.Api.Feed.Model;
using Reporting.Api.Tests.Feed.Language;

namespace Reporting.Api.Tests.Feed;

public class FeedStarTests(LanguageFeed host) : IClassFixture<LanguageFeed>
{
    [Fact]
    public async Task Whatever_refers_to_a_row_finds_it_once()
    {
        var counts = await StarSchema.AssertWholeAsync(set => host.JsonAsync(set));
        Assert.All(counts, set => Assert.True(set.Value > 0, set.Key.Name));
    }

    [Theory]
    [InlineData("2025-02-28T23:59:59.999Z", false)]
    [InlineData("2025-03-01T00:00:00Z", true)]
    [InlineData("2025-03-13T12:00:00Z", true)]
    [InlineData("2025-12-31T23:59:59.999Z", true)]
    [InlineData("2026-06-01T00:00:00Z", true)]
    public async Task So_it_did_at_every_instant_of_the_past(string instant, bool anyResult)
    {
        var counts = await StarSchema.AssertWholeAsync(set => host.JsonAsync($"au/{instant}/{set}"));
        Assert.Equal(anyResult, counts[FeedSets.Results] > 0);
    }

    [Fact]
    public async Task A_row_that_refers_to_nothing_would_be_noticed()
    {
        var broken = StarSchema.AssertWholeAsync(async set =>
            await host.JsonAsync(set == "Axes" ? "Axes?$filter=Code ne 'emploi'" : set));
        Assert.Contains("emploi", (await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => broken)).Message, StringComparison.Ordinal);
    }
}
