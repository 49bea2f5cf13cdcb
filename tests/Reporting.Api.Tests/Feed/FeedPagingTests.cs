using System.Text.Json;

namespace Reporting.Api.Tests.Feed;

public class FeedPagingTests(SampleFeed host) : IClassFixture<SampleFeed>
{
    [Theory]
    [InlineData("$orderby=Valeur", "D C A E B")]
    [InlineData("$orderby=Valeur desc", "B E A C D")]
    [InlineData("$orderby=Cible", "B C A E D")]
    [InlineData("$orderby=Cible desc", "D E A C B")]
    [InlineData("$orderby=Etat,Annee desc", "E D C B A")]
    [InlineData("$orderby=Annee desc,Annee", "E B A D C")]
    [InlineData("$orderby=Fictif desc,Indicateur desc", "C D A E B")]
    [InlineData("$orderby=DeposeLe desc&$top=3", "E D C")]
    [InlineData("$skip=3", "C E")]
    [InlineData("$skip=1&$top=2", "A D")]
    [InlineData("$skip=9", "")]
    [InlineData("$top=0", "")]
    [InlineData("$top=9999999999", "B A D C E")]
    [InlineData("$filter=Fictif&$orderby=Indicateur desc&$skip=1", "D")]
    public async Task Rows_are_sorted_skipped_and_limited_with_the_key_last(string query, string expected)
    {
        Assert.Equal(expected, FeedData.LettersOf(await host.JsonAsync("Resultats?" + query)));
        foreach (var size in (int[])[1, 2, 3])
        {
            Assert.Equal(expected, string.Join(' ', await FollowAsync("Resultats?" + query, size)));
        }
    }

    [Fact]
    public async Task A_next_link_is_absolute_and_carries_every_option_but_what_was_skipped()
    {
        var document = await host.JsonAsync(
            "Resultats?$select=Annee,Indicateur,Territoire&%24filter=Annee%20eq%202024&cle=x%2By&$top=4&$skip=1&$count=true",
            ("Prefer", "odata.maxpagesize=1"));
        Assert.StartsWith(
            "http://hote/odata/v1/Resultats?$select=Annee,Indicateur,Territoire&%24filter=Annee%20eq%202024&cle=x%2By&$count=true&$top=3&$skiptoken=",
            document.GetProperty("@odata.nextLink").GetString(), StringComparison.Ordinal);
        Assert.Equal(4, document.GetProperty("@odata.count").GetInt32());
    }

    [Fact]
    public async Task A_token_alone_keeps_the_page_size_and_a_new_preference_changes_it()
    {
        var link = (await host.JsonAsync("Resultats", ("Prefer", "odata.maxpagesize=1"))).GetProperty("@odata.nextLink").GetString()!
            .Replace("http://hote/odata/v1/", "", StringComparison.Ordinal);
        Assert.Equal("A", FeedData.LettersOf(await host.JsonAsync(link)));
        Assert.Equal("A D C", FeedData.LettersOf(await host.JsonAsync(link, ("Prefer", "maxpagesize=3"))));
    }

    [Fact]
    public async Task The_last_page_has_no_next_link_even_when_it_is_full()
    {
        var full = await host.JsonAsync("Resultats", ("Prefer", "odata.maxpagesize=5"));
        Assert.False(full.TryGetProperty("@odata.nextLink", out _));
        var topped = await host.JsonAsync("Resultats?$top=2", ("Prefer", "odata.maxpagesize=2"));
        Assert.False(topped.TryGetProperty("@odata.nextLink", out _));
    }

    [Theory]
    [InlineData("odata.maxpagesize=2", "odata.maxpagesize=2")]
    [InlineData("maxpagesize=2", "maxpagesize=2")]
    [InlineData("odata.include-annotations=\"*\", odata.maxpagesize=2;x=y, respond-async", "odata.maxpagesize=2")]
    [InlineData("odata.maxpagesize=200000", "odata.maxpagesize=100000")]
    [InlineData("odata.maxpagesize=0", null)]
    [InlineData("odata.maxpagesize=-1", null)]
    [InlineData("odata.maxpagesize=deux", null)]
    [InlineData("odata.track-changes", null)]
    public async Task A_preference_that_is_understood_is_acknowledged_and_others_are_ignored(string prefer, string? applied)
    {
        var response = await host.SendAsync("Resultats", null, ("Prefer", prefer));
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(applied, response.Headers.TryGetValues("Preference-Applied", out var values) ? Assert.Single(values) : null);
    }

    [Fact]
    public async Task A_token_is_refused_by_any_other_query()
    {
        var link = (await host.JsonAsync("Resultats?$orderby=Cible", ("Prefer", "odata.maxpagesize=1"))).GetProperty("@odata.nextLink").GetString()!;
        var token = link[(link.IndexOf("$skiptoken=", StringComparison.Ordinal) + "$skiptoken=".Length)..];
        foreach (var url in (string[])
            [
                $"Resultats?$skiptoken={token}",
                $"Resultats?$orderby=Cible desc&$skiptoken={token}",
                $"Resultats?$orderby=Valeur&$skiptoken={token}",
                $"Resultats?$orderby=Cible&$filter=Fictif&$skiptoken={token}",
                $"Territoires?$orderby=Cible&$skiptoken={token}",
                $"Resultats?$orderby=Cible&$skip=1&$skiptoken={token}",
                $"Resultats?$orderby=Cible&$skiptoken={token[1..]}",
                $"Resultats?$orderby=Cible&$skiptoken={token}A",
            ])
        {
            Assert.Equal(400, (int)(await host.SendAsync(url)).StatusCode);
        }

        Assert.Equal(200, (int)(await host.SendAsync($"Resultats?$orderby=Cible&$skiptoken={token}")).StatusCode);
    }

    [Fact]
    public async Task HEAD_answers_with_the_headers_of_GET_and_no_body()
    {
        foreach (var url in (string[])["", "$metadata", "Resultats", "Axes('emploi')", "Axes/$count"])
        {
            var get = await host.SendAsync(url);
            var head = await host.SendAsync(url, HttpMethod.Head);
            Assert.Equal(get.StatusCode, head.StatusCode);
            Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
            Assert.Equal("4.0", Assert.Single(head.Headers.GetValues("OData-Version")));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }

        Assert.Equal(404, (int)(await host.SendAsync("Axes('absent')", HttpMethod.Head)).StatusCode);
        Assert.Equal(400, (int)(await host.SendAsync("Axes?$filter=", HttpMethod.Head)).StatusCode);
    }

    private async Task<List<string>> FollowAsync(string url, int size)
    {
        var rows = new List<string>();
        for (string? next = url; next is not null;)
        {
            var document = await host.JsonAsync(next, ("Prefer", $"odata.maxpagesize={size}"));
            var page = FeedData.LettersOf(document).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.InRange(page.Length, 0, size);
            rows.AddRange(page);
            next = document.TryGetProperty("@odata.nextLink", out JsonElement link)
                ? link.GetString()!.Replace("http://hote/odata/v1/", "", StringComparison.Ordinal)
                : null;
        }

        return rows;
    }
}
