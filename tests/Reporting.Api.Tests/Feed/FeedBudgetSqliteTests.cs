namespace Reporting.Api.Tests.Feed;

/// <summary>A question that would never be answered is given up.</summary>
public class FeedBudgetSqliteTests
{
    private const string Endless =
        """
        DROP VIEW CampaignInForce;
        CREATE VIEW CampaignInForce AS
        WITH RECURSIVE Years (Year) AS (SELECT 1 UNION ALL SELECT Year + 1 FROM Years)
        SELECT Year, '2025-02-28T23:00:00.000Z' AS OpensAt, '2025-03-31T22:00:00.000Z' AS ClosesAt FROM Years
        """;

    [Theory]
    [InlineData("Campagnes/$count")]
    [InlineData("Campagnes")]
    [InlineData("Campagnes?$filter=Annee lt 0")]
    public async Task A_request_that_takes_too_long_is_told_so_and_when_to_come_back(string url)
    {
        await using var host = await StartAsync("--Feed:TimeLimit=00:00:00.300");
        var response = await host.SendAsync(url);
        Assert.Equal(503, (int)response.StatusCode);
        Assert.Equal(60, response.Headers.RetryAfter?.Delta?.TotalSeconds);
        Assert.Contains("requete-trop-longue", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(404, (int)(await host.SendAsync("Axes('emploi')")).StatusCode);
    }

    private static async Task<Started> StartAsync(params string[] settings)
    {
        var host = new Started(settings);
        await host.InitializeAsync();
        return host;
    }

    private sealed class Started(string[] settings) : FeedHost(Endless, settings), IAsyncDisposable
    {
        async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();
    }
}
