using System.Globalization;
using System.Net;
using Reporting.Api.Tests.Hosting;
using Reporting.Domain.Campaigns;
using Reporting.Store.Campaigns;
using Reporting.Store.Journal;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Returns;

public sealed class CampaignCalendarTests : IAsyncLifetime, IDisposable
{
    private const string Body = """{"indicateurs":[{"code":"DRO-6","cible":1,"valeur":1}]}""";

    // Tokens are made before the earliest instant that a test sets.
    private readonly RunningService _service = new(At("2026-02-20T00:00:00+01:00"));
    private HttpClient _rennes = null!;
    private HttpClient _bordeaux = null!;

    public async Task InitializeAsync()
    {
        _rennes = await _service.ClientAsync("metropole", RunningService.Rennes);
        _bordeaux = await _service.ClientAsync("metropole", RunningService.Bordeaux);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _rennes.Dispose();
        _bordeaux.Dispose();
        _service.Dispose();
    }

    [Fact]
    public async Task The_first_second_of_march_in_Paris_opens_the_return()
    {
        _service.Clock.SetUtcNow(At("2026-02-28T23:59:59.999+01:00"));
        await AssertClosedAsync("a-venir", "2026-03-01T00:00:00+01:00");
        _service.Clock.SetUtcNow(At("2026-03-01T00:00:00+01:00"));
        Assert.Equal(HttpStatusCode.Created, await PutAsync(_rennes, RunningService.Rennes));
    }

    [Fact]
    public async Task The_first_second_of_april_in_Paris_closes_the_return_for_posts_and_deposits()
    {
        _service.Clock.SetUtcNow(At("2026-03-20T12:00:00+01:00"));
        using var later = await _service.ClientAsync("metropole", RunningService.Rennes);
        _service.Clock.SetUtcNow(At("2026-03-31T23:59:59.999+02:00"));
        Assert.Equal(HttpStatusCode.Created, await PutAsync(later, RunningService.Rennes));
        _service.Clock.SetUtcNow(At("2026-04-01T00:00:00+02:00"));
        await AssertClosedAsync("close", "2026-04-01T00:00:00+02:00", later);
        using var read = await later.GetAsync(Of(Route));
        Assert.Equal("brouillon", (await ReadAsync(read)).GetProperty("etat").GetString());
    }

    [Theory]
    [InlineData("2026-02-20T00:00:00+01:00")]
    [InlineData("2026-03-01T00:00:00+01:00")]
    [InlineData("2026-04-01T00:00:00+02:00")]
    [InlineData("2026-12-25T00:00:00+01:00")]
    public async Task Simulation_is_open_on_any_day(string day)
    {
        _service.Clock.SetUtcNow(At(day));
        using var client = await _service.ClientAsync("metropole", RunningService.Rennes);
        using var simulation = await client.PostAsync(Of($"{Route}/simulation"), RunningService.Json(Body));
        Assert.Equal(HttpStatusCode.OK, simulation.StatusCode);
    }

    [Fact]
    public async Task A_late_exception_opens_the_return_of_its_territory_and_year_only_and_until_its_end()
    {
        _service.Clock.SetUtcNow(At("2026-04-10T00:00:00+02:00"));
        using var rennes = await _service.ClientAsync("metropole", RunningService.Rennes);
        using var bordeaux = await _service.ClientAsync("metropole", RunningService.Bordeaux);
        await _service.Get<CampaignStore>().GrantAsync(
            new LateException(
                new Guid("018f0000-0000-7000-8000-000000000001"), 2025, RunningService.Rennes, At("2026-04-10T00:00:00+02:00"),
                "dgcs", At("2026-04-12T00:00:00+02:00"), "Panne"),
            new Act(Author.Service, JournalActions.GrantException),
            CancellationToken.None);

        Assert.Equal(HttpStatusCode.Created, await PutAsync(rennes, RunningService.Rennes));
        Assert.Equal(HttpStatusCode.Conflict, await PutAsync(bordeaux, RunningService.Bordeaux));
        Assert.Equal(HttpStatusCode.Conflict, await PutAsync(rennes, RunningService.Rennes, 2024));
        _service.Clock.SetUtcNow(At("2026-04-11T23:59:59.999+02:00"));
        Assert.Equal(HttpStatusCode.OK, await PutAsync(rennes, RunningService.Rennes));
        _service.Clock.SetUtcNow(At("2026-04-12T00:00:00+02:00"));
        Assert.Equal(HttpStatusCode.Conflict, await PutAsync(rennes, RunningService.Rennes));
    }

    [Fact]
    public async Task A_year_without_a_campaign_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, await PutAsync(_rennes, RunningService.Rennes, 2023));
        Assert.Equal(HttpStatusCode.NotFound, await PutAsync(_rennes, RunningService.Rennes, 2028));
    }

    private async Task AssertClosedAsync(string state, string edge, HttpClient? client = null)
    {
        client ??= _rennes;
        using var put = await client.PutAsync(Of(Route), RunningService.Json(Body));
        using var deposit = await client.PostAsync(Of($"{Route}/depot"), null);
        foreach (var answer in (HttpResponseMessage[])[put, deposit])
        {
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            var problem = await ReadAsync(answer);
            Assert.Equal("urn:reporting:campagne-fermee", problem.GetProperty("type").GetString());
            var locked = problem.GetProperty("verrou");
            Assert.Equal("calendrier", locked.GetProperty("nature").GetString());
            Assert.Equal(state, locked.GetProperty("etat").GetString());
            Assert.Equal(edge, locked.GetProperty(state == "close" ? "depuis" : "jusqua").GetString());
            Assert.Equal("dgcs, par une dérogation", locked.GetProperty("leveePar").GetString());
        }
    }

    private static async Task<HttpStatusCode> PutAsync(HttpClient client, string territory, int year = 2025)
    {
        using var answer = await client.PutAsync(Of($"/v1/remontees/{year}/{territory}"), RunningService.Json(Body));
        return answer.StatusCode;
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
