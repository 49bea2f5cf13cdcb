using System.Globalization;
using System.Net;
using System.Text;
using Reporting.Api.Tests.Hosting;
using Reporting.Domain.Campaigns;
using Reporting.Store.Campaigns;
using Reporting.Store.Journal;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.FollowUp;

public sealed class CalendarTests : IDisposable
{
    private const string Path = $"/v1/campagnes/2025/territoires/{RunningService.Rennes}/calendrier.ics";

    private readonly RunningService _service = new(At("2026-03-10T08:00:00+01:00"));

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task The_last_day_ends_with_the_campaign_to_the_second_across_the_change_to_summer_time()
    {
        using var rennes = await _service.ClientAsync("metropole", RunningService.Rennes);
        var text = await rennes.GetStringAsync(Of(Path));
        var closing = Event(text, "fermeture-2025-243500139@reporting");
        // Midnight in Paris is 23:00 UTC in winter and 22:00 UTC in summer.
        Assert.Contains("DTSTART:20260330T220000Z", closing);
        Assert.Contains("DTEND:20260331T220000Z", closing);
        Assert.Contains("SEQUENCE:0", closing);
        Assert.Contains("STATUS:CONFIRMED", closing);
        Assert.Equal(["TRIGGER:-P7D", "TRIGGER:-P1D"], closing.Where(line => line.StartsWith("TRIGGER", StringComparison.Ordinal)));
        Assert.Contains("DTSTART:20260228T230000Z", Event(text, "ouverture-2025-243500139@reporting"));
    }

    [Fact]
    public async Task The_file_keeps_to_the_letter_of_RFC_5545()
    {
        using var rennes = await _service.ClientAsync("metropole", RunningService.Rennes);
        await OneDeposit.MakeAsync(_service, rennes);
        using var answer = await rennes.GetAsync(Of(Path));
        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var text = Encoding.UTF8.GetString(bytes);
        var lines = text.Split("\r\n");
        Assert.Equal("", lines[^1]);
        Assert.DoesNotContain(lines, line => line.Contains('\n') || Encoding.UTF8.GetByteCount(line) > 75);
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR"), (lines[0], lines[^2]));
        Assert.Contains("VERSION:2.0", lines);
        Assert.Contains(lines, line => line.StartsWith("PRODID:", StringComparison.Ordinal));
        Assert.Contains("REFRESH-INTERVAL;VALUE=DURATION:PT6H", lines);
        foreach (var uid in Unfold(text).Where(line => line.StartsWith("UID:", StringComparison.Ordinal)))
        {
            var written = Event(text, uid[4..]);
            foreach (var required in (string[])["DTSTAMP:", "DTSTART:", "DTEND:", "SUMMARY:", "SEQUENCE:"])
            {
                Assert.Single(written, line => line.StartsWith(required, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task A_deposit_stops_the_alarms_and_makes_a_review_expected()
    {
        using var rennes = await _service.ClientAsync("metropole", RunningService.Rennes);
        await OneDeposit.MakeAsync(_service, rennes);
        var text = await rennes.GetStringAsync(Of(Path));
        Assert.DoesNotContain("VALARM", text);
        var review = Event(text, "examen-2025-1-243500139@reporting");
        // Thirty days after 10 March is 9 April.
        Assert.Contains("DTSTART:20260408T220000Z", review);
        Assert.Contains("DTEND:20260409T220000Z", review);
        Assert.Contains("DTSTAMP:20260310T070000Z", review);
    }

    [Fact]
    public async Task A_leave_has_a_date_of_its_own()
    {
        _service.Clock.SetUtcNow(At("2026-04-10T09:00:00+02:00"));
        using var rennes = await _service.ClientAsync("metropole", RunningService.Rennes);
        await _service.Get<CampaignStore>().GrantAsync(
            new LateException(
                new Guid("018f0000-0000-7000-8000-000000000001"), 2025, RunningService.Rennes, At("2026-04-10T00:00:00+02:00"),
                "dgcs", At("2026-04-16T00:00:00+02:00"), "Panne"),
            new Act(Author.Service, JournalActions.GrantException), CancellationToken.None);

        var leave = Event(await rennes.GetStringAsync(Of(Path)), "derogation-018f0000-0000-7000-8000-000000000001-243500139@reporting");
        Assert.Contains("DTSTART:20260414T220000Z", leave);
        Assert.Contains("DTEND:20260415T220000Z", leave);
        Assert.DoesNotContain(leave, line => line.Contains("Panne", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_calendar_that_has_not_changed_is_not_sent_again()
    {
        using var rennes = await _service.ClientAsync("metropole", RunningService.Rennes);
        using var first = await rennes.GetAsync(Of(Path));
        _service.Clock.Advance(TimeSpan.FromDays(1));
        using var request = new HttpRequestMessage(HttpMethod.Get, Of(Path));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await rennes.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    private static string[] Event(string calendar, string uid)
    {
        var lines = Unfold(calendar);
        var at = Array.IndexOf(lines, $"UID:{uid}");
        Assert.NotEqual(-1, at);
        var from = Array.LastIndexOf(lines, "BEGIN:VEVENT", at);
        return lines[from..Array.IndexOf(lines, "END:VEVENT", at)];
    }

    private static string[] Unfold(string calendar) => calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
