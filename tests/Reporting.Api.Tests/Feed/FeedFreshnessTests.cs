using System.Net;
using Reporting.Store.Journal;
using Reporting.Store.Registry;

namespace Reporting.Api.Tests.Feed;

public class FeedFreshnessTests(SampleFeed host) : IClassFixture<SampleFeed>
{
    [Theory]
    [InlineData("Resultats")]
    [InlineData("Resultats?$filter=Fictif&$orderby=Valeur&$top=1")]
    [InlineData("Axes/$count")]
    [InlineData("Axes('emploi')")]
    [InlineData("$metadata")]
    [InlineData("")]
    public async Task What_a_client_has_is_not_sent_again(string url)
    {
        var first = await host.SendAsync(url);
        var tag = first.Headers.ETag!.ToString();
        Assert.StartsWith("W/\"", tag, StringComparison.Ordinal);
        Assert.Equal("no-cache, private", first.Headers.CacheControl!.ToString());
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
        {
            var again = await host.SendAsync(url, method, ("If-None-Match", $"\"x\", {tag}"));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal(tag, again.Headers.ETag!.ToString());
            Assert.Equal("4.0", Assert.Single(again.Headers.GetValues("OData-Version")));
            Assert.Equal(first.Headers.Vary, again.Headers.Vary);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task Another_representation_has_another_tag()
    {
        (string Url, (string, string)[] Headers)[] asked =
        [
            ("Axes", []), ("Axes?$top=1", []), ("Axes?$select=Code", []), ("Axes?$format=application/json;odata.metadata=full", []),
            ("Axes", [("Accept", "application/json;odata.metadata=none")]), ("Axes", [("Prefer", "odata.maxpagesize=1")]),
            ("Axes", [("OData-MaxVersion", "4.0")]), ("Axes", [("Host", "autre.example")]), ("Campagnes", []), ("Axes/$count", []),
        ];
        host.Time.Advance(TimeSpan.FromMinutes(1)); // pages just after a change have no tag
        var tags = new HashSet<string>();
        foreach (var (url, headers) in asked)
        {
            Assert.True(tags.Add((await host.SendAsync(url, null, headers)).Headers.ETag!.ToString()));
        }
    }

    [Fact]
    public async Task An_act_makes_every_tag_old_and_a_read_none()
    {
        var tag = (await host.SendAsync("Territoires")).Headers.ETag!.ToString();
        await new JournalStore(host.Database).RecordReadAsync(new Act(Author.Service, JournalActions.ReadReturn), default);
        Assert.Equal(HttpStatusCode.NotModified, (await host.SendAsync("Territoires", null, ("If-None-Match", tag))).StatusCode);

        await new ReferenceData(host.Database).InstallAsync(default);
        var after = await host.SendAsync("Territoires", null, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(tag, after.Headers.ETag!.ToString());
    }

    [Theory]
    [InlineData("Axes?$filter=", 400)]
    [InlineData("Axes('absent')", 404)]
    [InlineData("Axes?$apply=identity", 501)]
    public async Task A_refusal_has_no_tag(string url, int status)
    {
        var response = await host.SendAsync(url);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Null(response.Headers.ETag);
    }

    [Theory]
    [InlineData("lt now()")]
    [InlineData("lt @n&@n=NOW%20%28+)")]
    public async Task What_depends_on_the_clock_has_no_tag(string condition) =>
        Assert.Null((await host.SendAsync($"Campagnes?$filter=Ouverture {condition}")).Headers.ETag);
}
