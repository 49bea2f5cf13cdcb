namespace Reporting.Api.Tests.Feed;

/// <summary>What is sorted comes in pages as large as they get, whose rows the engine is not asked to count off.</summary>
public sealed class FeedLargestPageSqliteTests(FeedLargestPageSqliteTests.Host host) : IClassFixture<FeedLargestPageSqliteTests.Host>
{
    private const int Rows = 120_000;

    private static readonly string Many =
        $"""
        DROP VIEW CampaignInForce;
        CREATE VIEW CampaignInForce AS
        WITH RECURSIVE Years (Year) AS (SELECT 1 UNION ALL SELECT Year + 1 FROM Years WHERE Year < {Rows})
        SELECT Year, '2025-02-28T23:00:00.000Z' AS OpensAt, '2025-03-31T22:00:00.000Z' AS ClosesAt FROM Years;
        DROP VIEW CampaignHistory;
        CREATE VIEW CampaignHistory AS
        SELECT Year, OpensAt, ClosesAt, '2026-01-01T00:00:00.000Z' AS FromAt, CAST(NULL AS TEXT) AS UntilAt FROM CampaignInForce;
        """;

    [Theory]
    [InlineData("Campagnes?$select=Annee&$orderby=Annee desc", new[] { 100_000, 20_000 })]
    [InlineData("Campagnes?$select=Annee&$orderby=Annee desc&$top=100001", new[] { 100_000, 1 })]
    [InlineData("Campagnes?$select=Annee&$orderby=Annee desc&$top=60000", new[] { 60_000 })]
    [InlineData("Campagnes?$select=Annee&$orderby=Annee desc&$skip=70000", new[] { 50_000 })]
    public async Task Each_row_is_on_one_page_and_no_page_is_larger(string url, int[] pages)
    {
        var years = new List<int>();
        var sizes = new List<int>();
        for (string? next = url; next is not null;)
        {
            var page = await host.JsonAsync(next);
            var rows = page.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("Annee").GetInt32()).ToList();
            years.AddRange(rows);
            sizes.Add(rows.Count);
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString()!["http://hote/odata/v1/".Length..] : null;
        }

        Assert.Equal(pages, sizes);
        var first = Rows - (url.Contains("$skip", StringComparison.Ordinal) ? 70_000 : 0);
        Assert.Equal(Enumerable.Range(0, pages.Sum()).Select(at => first - at), years);
    }

    public sealed class Host() : FeedHost(Many);
}
