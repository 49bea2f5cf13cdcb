using System.Net;
using System.Text;
using System.Text.Json;
using Reporting.Store;
using Reporting.Store.Journal;

namespace Reporting.Api.Tests.Feed;

/// <summary>A reading in several pages tells of one state of the store, whatever is written meanwhile.</summary>
public sealed class FeedRefreshTests() : FeedHost(FeedData.Script)
{
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    private static readonly Query Change = new(
        """
        INSERT INTO ReturnEvent (Year, Territory, Sequence, Version, State, At, Actor) VALUES
            (2024, '243300316', @First, 1, @State, @At, 'essai'),
            (2024, '246700488', @Second, 2, @State, @At, 'essai');
        """);

    private int _changes;

    [Fact]
    public async Task What_is_written_between_two_pages_is_for_the_next_refresh()
    {
        await ChangeAsync("deposee");
        Time.Advance(Settled);
        var (first, link) = await PageAsync("Resultats?$filter=Annee eq 2024");
        await ChangeAsync("validee");
        Time.Advance(Settled);
        await ChangeAsync("deposee");
        await ChangeAsync("validee");
        Assert.Equal(["deposee", "deposee", "deposee", "deposee"], [first, .. await RestAsync(link)]);
        Time.Advance(Settled);
        Assert.Equal(["validee", "validee", "validee", "validee"], await RefreshAsync());
    }

    [Fact]
    public async Task Just_after_a_change_pages_tell_of_the_state_before_any_write_that_may_still_come()
    {
        await ChangeAsync("deposee");
        Time.Advance(Settled);
        await ChangeAsync("validee");
        var response = await SendAsync("Resultats?$filter=Annee eq 2024", null, ("Prefer", "maxpagesize=1"));
        Assert.Null(response.Headers.ETag);
        Assert.True(response.Headers.CacheControl!.NoStore);
        var (first, link) = await PageAsync("Resultats?$filter=Annee eq 2024");
        await ChangeAsync("deposee", dated: -Database.LongestWrite);
        await ChangeAsync("validee", dated: -Database.LongestWrite);
        Assert.Equal(["deposee", "deposee", "deposee", "deposee"], [first, .. await RestAsync(link)]);
    }

    [Fact]
    public async Task What_fits_on_one_page_is_the_present_at_once()
    {
        await ChangeAsync("deposee");
        Time.Advance(Settled);
        await ChangeAsync("validee");
        foreach (var size in (int[])[4, 5, 100])
        {
            var document = await JsonAsync("Resultats?$filter=Annee eq 2024", ("Prefer", $"maxpagesize={size}"));
            Assert.Equal(["validee", "validee", "validee", "validee"], StatesOf(document));
        }
    }

    [Theory]
    [InlineData("Campagnes?$filter=Annee eq 2024&$expand=Resultats($select=Etat;$orderby=Valeur desc)")]
    [InlineData("Campagnes?$expand=Resultats($select=Etat;$orderby=Valeur desc)&$top=1")]
    [InlineData("Campagnes(2024)?$expand=Resultats($select=Etat;$orderby=Valeur desc)")]
    public async Task Just_after_a_change_the_links_within_rows_tell_of_the_state_before_any_write_that_may_still_come(string url)
    {
        await ChangeAsync("deposee");
        Time.Advance(Settled);
        await ChangeAsync("validee");
        foreach (var encoding in (string[])["identity", "gzip"])
        {
            var response = await SendAsync(url, null, ("Prefer", "maxpagesize=2"), ("Accept-Encoding", encoding));
            Assert.Null(response.Headers.ETag);
            Assert.True(response.Headers.CacheControl!.NoStore);
            Assert.DoesNotContain(',', string.Concat(response.Headers.GetValues("Preference-Applied")));
        }

        var document = await JsonAsync(url, ("Prefer", "maxpagesize=2"));
        var row = document.TryGetProperty("value", out var rows) ? rows[0] : document;
        await ChangeAsync("deposee", dated: -Database.LongestWrite);
        await ChangeAsync("validee", dated: -Database.LongestWrite);
        Assert.Equal(["deposee", "deposee"], StatesOf(row, "Resultats"));
        var rest = await JsonAsync(LinkOf(row, "Resultats@odata.nextLink")!);
        Assert.Equal(["deposee", "deposee"], StatesOf(rest));
        Assert.False(rest.TryGetProperty("@odata.nextLink", out _));
    }

    [Theory]
    [InlineData(2, "deposee")]
    [InlineData(4, "validee")]
    public async Task The_same_holds_within_a_batch(int size, string state)
    {
        await ChangeAsync("deposee");
        Time.Advance(Settled);
        await ChangeAsync("validee");
        var batch = $$$"""{"requests":[{"id":"1","method":"get","url":"Campagnes(2024)?$expand=Resultats","headers":{"prefer":"maxpagesize={{{size}}}"}}]}""";
        using var content = new StringContent(batch, Encoding.UTF8, "application/json");
        var response = await Client.PostAsync(new Uri(Root + "$batch"), content);
        var answers = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("responses");
        Assert.All(StatesOf(Assert.Single(answers.EnumerateArray()).GetProperty("body"), "Resultats"), found => Assert.Equal(state, found));
    }

    [Fact]
    public async Task What_takes_no_link_within_rows_is_the_present_at_once()
    {
        await ChangeAsync("deposee");
        Time.Advance(Settled);
        await ChangeAsync("validee");
        foreach (var encoding in (string[])["identity", "gzip"])
        {
            var response = await SendAsync("Campagnes(2024)?$expand=Resultats", null, ("Prefer", "maxpagesize=4"), ("Accept-Encoding", encoding));
            Assert.NotNull(response.Headers.ETag);
        }

        foreach (var url in (string[])["Campagnes(2024)?$expand=Resultats", "Campagnes?$expand=Resultats&$top=1"])
        {
            var document = await JsonAsync(url, ("Prefer", "maxpagesize=4"));
            var row = document.TryGetProperty("value", out var rows) ? rows[0] : document;
            Assert.Equal(["validee", "validee", "validee", "validee"], StatesOf(row, "Resultats"));
        }
    }

    [Fact]
    public async Task Every_refresh_among_writers_is_of_one_state()
    {
        await ChangeAsync("deposee");
        Time.Advance(Settled);
        var writer = Task.Run(async () =>
        {
            var random = new Random(20260331);
            for (var change = 0; change < 60; change++)
            {
                Time.Advance(TimeSpan.FromMilliseconds(random.Next(1, 15_000)));
                await ChangeAsync(change % 2 == 0 ? "validee" : "deposee");
                await Task.Delay(random.Next(1, 20));
            }
        });
        var seen = new HashSet<string>();
        while (!writer.IsCompleted)
        {
            var states = await RefreshAsync();
            Assert.Equal(4, states.Count);
            seen.Add(Assert.Single(states.Distinct()));
        }

        await writer;
        Assert.Equal(2, seen.Count);
    }

    [Fact]
    public async Task A_link_from_another_store_is_refused()
    {
        var (_, link) = await PageAsync("Resultats");
        var other = new FeedRefreshTests();
        await other.InitializeAsync();
        var response = await other.SendAsync(link!);
        await other.DisposeAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("$skiptoken", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Both returns of 2024 get the same state at the same instant.</summary>
    private Task ChangeAsync(string state, TimeSpan dated = default)
    {
        var change = Interlocked.Increment(ref _changes);
        var at = Time.GetUtcNow() + dated;
        return Database.WriteAsync(
            new Act(Author.Service, JournalActions.ValidateReturn) { DatedAt = at },
            session => session.ExecuteAsync(Change, new { First = change + 3, Second = change + 1, State = state, At = at }),
            default);
    }

    private async Task<List<string>> RefreshAsync()
    {
        var (first, link) = await PageAsync("Resultats?$filter=Annee eq 2024");
        return [first, .. await RestAsync(link)];
    }

    private async Task<List<string>> RestAsync(string? link)
    {
        var states = new List<string>();
        while (link is not null)
        {
            (var state, link) = await PageAsync(link);
            states.Add(state);
        }

        return states;
    }

    private async Task<(string State, string? Link)> PageAsync(string url)
    {
        var document = await JsonAsync(url, ("Prefer", "maxpagesize=1"));
        return (Assert.Single(StatesOf(document)), LinkOf(document, "@odata.nextLink"));
    }

    private static string? LinkOf(JsonElement document, string name) => document.TryGetProperty(name, out var link)
        ? link.GetString()!.Replace("http://hote/odata/v1/", "", StringComparison.Ordinal)
        : null;

    private static List<string> StatesOf(JsonElement document, string name = "value") =>
        [.. document.GetProperty(name).EnumerateArray().Select(row => row.GetProperty("Etat").GetString()!)];
}
