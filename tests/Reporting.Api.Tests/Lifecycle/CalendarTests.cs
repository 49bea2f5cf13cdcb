using System.Text.Json;

namespace Reporting.Api.Tests.Lifecycle;

public sealed class CalendarTests : IAsyncLifetime
{
    private const string Campaign = "/v1/campagnes/2025";

    private Rehearsal _rehearsal = null!;

    public async Task InitializeAsync() => _rehearsal = await Rehearsal.StartAsync(new(2026, 2, 1, 12, 0, 0, TimeSpan.Zero));

    public Task DisposeAsync() => _rehearsal.DisposeAsync().AsTask();

    [Fact]
    public async Task Dates_moved_before_the_opening_open_and_close_the_returns_to_the_second()
    {
        Assert.Equal(200, (await MoveAsync("2026-03-28T08:00:00+01:00", "2026-03-29T20:00:00+02:00")).Status);

        await _rehearsal.MoveToAsync(At("2026-03-28T07:59:59.999+01:00"));
        Assert.Equal("a-venir", (await _rehearsal.PutAsync(1)).Body.GetProperty("verrou").GetProperty("etat").GetString());
        await _rehearsal.MoveToAsync(At("2026-03-28T08:00:00+01:00"));
        Assert.Equal(201, (await _rehearsal.PutAsync(1)).Status);

        // The clocks change in the night between: 20:00 in summer time is 18:00 in Greenwich.
        await _rehearsal.MoveToAsync(At("2026-03-29T17:59:59.999Z"));
        Assert.Equal(200, (await _rehearsal.PutAsync(2)).Status);
        await _rehearsal.MoveToAsync(At("2026-03-29T18:00:00Z"));
        var closed = await _rehearsal.PutAsync(3);
        Assert.Equal((409, "2026-03-29T20:00:00+02:00"), (closed.Status, closed.Body.GetProperty("verrou").GetProperty("depuis").GetString()));
    }

    [Fact]
    public async Task Once_open_a_campaign_keeps_its_dates_and_the_refusal_says_why()
    {
        await _rehearsal.MoveToAsync(At("2026-02-28T23:59:59.999+01:00"));
        Assert.Equal(422, (await MoveAsync("2026-02-28T23:59:59.999+01:00", "2026-04-01T00:00:00+02:00")).Status);
        await _rehearsal.MoveToAsync(At("2026-03-01T00:00:00+01:00"));
        var refused = await MoveAsync("2026-03-10T00:00:00+01:00", "2026-04-15T00:00:00+02:00");
        Assert.Equal((409, "campagne-commencee"), (refused.Status, refused.Problem));
        Assert.Contains("01/03/2026", refused.Body.GetProperty("detail").GetString());
        Assert.Equal("2026-04-01T00:00:00+02:00", (await _rehearsal.GetAsync(Campaign)).GetProperty("fermeture").GetString());
    }

    [Theory]
    [InlineData("2025-12-31T23:59:59+01:00", "2026-04-01T00:00:00+02:00", "/ouverture", "/ouverture")]
    [InlineData("2026-03-01T00:00:00+01:00", "2026-03-01T00:00:00+01:00", "/fermeture")]
    [InlineData("2026-03-02T00:00:00+01:00", "2026-03-01T00:00:00+01:00", "/fermeture")]
    [InlineData("2026-03-02T00:00:00+01:00", "2027-01-01T00:00:01+01:00", "/fermeture")]
    public async Task Impossible_dates_are_refused_each_in_its_place(string opens, string closes, params string[] pointers)
    {
        var refused = await MoveAsync(opens, closes);
        Assert.Equal(422, refused.Status);
        Assert.Equal(pointers, refused.Body.GetProperty("constats").EnumerateArray()
            .Select(finding => finding.GetProperty("pointeur").GetString()));
    }

    [Fact]
    public async Task The_calendar_is_re_read_as_it_stood()
    {
        var before = _rehearsal.Now;
        await _rehearsal.AdvanceAsync(TimeSpan.FromDays(1));
        await MoveAsync("2026-03-05T00:00:00+01:00", "2026-04-10T00:00:00+02:00");
        await _rehearsal.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal("2026-03-05T00:00:00+01:00", (await _rehearsal.GetAsync(Campaign)).GetProperty("ouverture").GetString());
        Assert.Equal(
            "2026-03-01T00:00:00+01:00",
            (await _rehearsal.GetAsync($"{Campaign}?au={before:yyyy-MM-ddTHH:mm:ss}Z")).GetProperty("ouverture").GetString());
        Assert.Equal(404, (await _rehearsal.SendAsync(Actor.Dgcs, HttpMethod.Put, "/v1/campagnes/2031", Dates("2032-03-01T00:00:00+01:00", "2032-04-01T00:00:00+02:00"))).Status);
    }

    private Task<Reply> MoveAsync(string opens, string closes) =>
        _rehearsal.SendAsync(Actor.Dgcs, HttpMethod.Put, Campaign, Dates(opens, closes));

    private static string Dates(string opens, string closes) =>
        JsonSerializer.Serialize(new { ouverture = opens, fermeture = closes, motif = "Décalage d'un jour férié" });

    private static DateTimeOffset At(string instant) =>
        DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
}
