using System.Globalization;
using System.Xml.Linq;
using Reporting.Api.Tests.Hosting;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.FollowUp;

public sealed class ReminderFeedTests : IDisposable
{
    private const string Path = $"/v1/campagnes/2025/territoires/{RunningService.Rennes}/rappels.atom";
    private static readonly XNamespace _atom = "http://www.w3.org/2005/Atom";

    private readonly RunningService _service = new(At("2026-03-24T07:00:00Z"));

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task What_happened_and_what_is_due_are_entries_with_stable_ids_the_latest_first()
    {
        using var rennes = await _service.ClientAsync("metropole", RunningService.Rennes);
        await OneDeposit.MakeAsync(_service, rennes);
        var feed = await ReadAsync(rennes, Path);
        Assert.Equal("urn:reporting:rappel:243500139:rappels", Text(feed, "id"));
        Assert.Equal("2026-03-24T07:00:00Z", Text(feed, "updated"));
        Assert.Equal("fr", feed.Attribute(XNamespace.Xml + "lang")?.Value);
        Assert.Equal(
            [
                ("urn:reporting:rappel:243500139:evenement-2025-2", "2026-03-24T07:00:00Z", "La version 1 est déposée"),
                ("urn:reporting:rappel:243500139:echeance-2025-j7", "2026-03-24T00:00:00+01:00", "La remontée n'est pas déposée : dernier moment le 31/03/2026 à 23h59"),
                ("urn:reporting:rappel:243500139:ouverture-2025", "2026-03-01T00:00:00+01:00", "La campagne est ouverte jusqu'au 31/03/2026 à 23h59"),
            ],
            feed.Elements(_atom + "entry").Select(entry => (Text(entry, "id"), Text(entry, "updated"), Text(entry, "title"))));
    }

    [Fact]
    public async Task A_feed_in_which_nothing_was_told_yet_is_a_feed()
    {
        await using var early = new RunningService(At("2024-06-01T08:00:00+02:00"));
        using var rennes = await early.ClientAsync("metropole", RunningService.Rennes);
        var feed = await ReadAsync(rennes, Path);
        Assert.Empty(feed.Elements(_atom + "entry"));
        Assert.Equal("2024-01-01T00:00:00+01:00", Text(feed, "updated"));
    }

    private static async Task<XElement> ReadAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(Of(path));
        Assert.Equal("application/atom+xml; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        return XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
    }

    private static string Text(XElement parent, string name) => parent.Element(_atom + name)!.Value;

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
