namespace Reporting.Api.Tests.Feed;

/// <summary>What a damaged store makes of the feed; only SQLite lets a column hold what it should not.</summary>
public class FeedCorruptionSqliteTests
{
    [Fact]
    public async Task A_fault_in_the_middle_of_a_page_cuts_the_connection()
    {
        await using var host = await StartAsync(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
            INSERT INTO Campaign (Year, OpensAt, ClosesAt)
            SELECT i, iif(i < 5000, '2025-02-28T23:00:00.000Z', 'jamais'), '2025-03-31T22:00:00.000Z' FROM n;
            """);
        var request = new HttpRequestMessage(HttpMethod.Get, "Campagnes");
        using var response = await host.Feed.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(200, (int)response.StatusCode);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_fault_in_the_first_row_is_not_taken_for_an_empty_page()
    {
        await using var host = await StartAsync(
            "INSERT INTO Campaign (Year, OpensAt, ClosesAt) VALUES (2024, 'jamais', 'jamais');");
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => host.Feed.Client.GetStringAsync("Campagnes"));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => host.Feed.Client.GetStringAsync("Campagnes(2024)"));
    }

    private static async Task<Started> StartAsync(string script, params string[] settings)
    {
        var feed = new FeedHost(script, settings);
        await feed.InitializeAsync();
        return new(feed);
    }

    private sealed record Started(FeedHost Feed) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Feed.DisposeAsync();
    }
}
