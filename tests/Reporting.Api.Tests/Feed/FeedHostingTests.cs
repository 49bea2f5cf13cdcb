using System.Globalization;
using Dapper;

namespace Reporting.Api.Tests.Feed;

/// <summary>What depends on where the feed runs and on the state of its store.</summary>
public class FeedHostingTests
{
    [Theory]
    [InlineData("https://reporting.example.gouv.fr", "https://reporting.example.gouv.fr/odata/v1/")]
    [InlineData("https://example.gouv.fr/reporting/", "https://example.gouv.fr/reporting/odata/v1/")]
    public async Task Absolute_URLs_follow_the_configured_public_address(string configured, string root)
    {
        await using var host = await StartAsync(FeedData.Script, $"--Reporting:PublicBaseUrl={configured}");
        Assert.StartsWith($$"""{"@odata.context":"{{root}}$metadata","value":""", await host.Feed.TextAsync(""), StringComparison.Ordinal);
        var page = await host.Feed.JsonAsync("Axes?$top=2", ("Prefer", "maxpagesize=1"));
        Assert.Equal($"{root}$metadata#Axes", page.GetProperty("@odata.context").GetString());
        Assert.StartsWith($"{root}Axes?$top=1&$skiptoken=", page.GetProperty("@odata.nextLink").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Absolute_URLs_follow_the_host_of_the_request_without_one()
    {
        await using var host = await StartAsync(FeedData.Script);
        Assert.StartsWith(
            """{"@odata.context":"http://indicateurs.example:81/odata/v1/$metadata",""",
            await host.Feed.TextAsync("", ("Host", "indicateurs.example:81")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_hold_twenty_thousand_rows_unless_asked_otherwise()
    {
        await using var host = await StartAsync(Campaigns(20_001));
        var page = await host.Feed.JsonAsync("Campagnes");
        Assert.Equal(20_000, page.GetProperty("value").GetArrayLength());
        var link = page.GetProperty("@odata.nextLink").GetString()!.Replace("http://hote/odata/v1/", "", StringComparison.Ordinal);
        var last = await host.Feed.JsonAsync(link);
        Assert.Equal(20_001, Assert.Single(last.GetProperty("value").EnumerateArray()).GetProperty("Annee").GetInt32());
        var whole = await host.Feed.JsonAsync("Campagnes", ("Prefer", "odata.maxpagesize=30000"));
        Assert.Equal(20_001, whole.GetProperty("value").GetArrayLength());
        Assert.False(whole.TryGetProperty("@odata.nextLink", out _));
    }

    [Theory]
    [InlineData("Campagnes?$orderby=Annee", 20_000)]
    [InlineData("Campagnes?$orderby=Annee desc", 20_001)]
    [InlineData("Campagnes?$apply=groupby((Annee))", 20_001)]
    public async Task What_is_put_in_order_for_each_page_comes_in_fewer_pages(string url, int rows)
    {
        await using var host = await StartAsync(Campaigns(20_001));
        var page = await host.Feed.JsonAsync(url);
        Assert.Equal(rows, page.GetProperty("value").GetArrayLength());
        Assert.Equal(rows < 20_001, page.TryGetProperty("@odata.nextLink", out _));
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_is_503_with_the_time_to_wait()
    {
        await using var host = await StartAsync(FeedData.Script);
        await using (var connection = await host.Feed.Database.OpenAsync(default))
        {
            await connection.ExecuteAsync("DROP TABLE ReturnContribution; DROP TABLE ReturnExplanation; DROP VIEW ResultInForce;");
        }

        var response = await host.Feed.SendAsync("Resultats");
        Assert.Equal(503, (int)response.StatusCode);
        Assert.Equal("5", response.Headers.RetryAfter?.Delta?.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        Assert.Equal("4.0", Assert.Single(response.Headers.GetValues("OData-Version")));
        Assert.Contains("magasin-indisponible", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    // A thousand rows are the most that T-SQL takes at once.
    private static string Campaigns(int count) => string.Concat(Enumerable.Range(1, count).Chunk(1000).Select(years =>
        "INSERT INTO Campaign (Year, OpensAt, ClosesAt) VALUES "
        + string.Join(", ", years.Select(year => $"({year}, '2025-02-28T23:00:00.000Z', '2025-03-31T22:00:00.000Z')")) + ";"));

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
