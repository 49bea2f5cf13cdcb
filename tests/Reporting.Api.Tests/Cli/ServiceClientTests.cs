using System.Net;
using Reporting.Cli;
using Reporting.Cli.Service;

namespace Reporting.Api.Tests.Cli;

public sealed class ServiceClientTests : IAsyncLifetime
{
    private const string Probe = "GET /essai";

    private ServiceStub _service = null!;

    public async Task InitializeAsync() => _service = await ServiceStub.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task A_busy_service_is_left_alone_for_as_long_as_it_asks()
    {
        _service.On(Probe, 503, "", ("Retry-After", "1")).On(Probe, 200, "{}");
        var started = TimeProvider.System.GetTimestamp();

        var answer = await SendAsync();

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.FromSeconds(0.99), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_service_that_stays_busy_is_asked_four_times_in_all()
    {
        for (var i = 0; i < 5; i++)
            _service.On(Probe, 429, "", ("Retry-After", "0"));

        var answer = await SendAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Equal(4, _service.Requests.Count);
    }

    [Fact]
    public async Task A_wait_longer_than_a_minute_is_left_to_the_user()
    {
        _service.On(Probe, 503, "", ("Retry-After", "61"));

        var answer = await SendAsync();

        Assert.Equal(TimeSpan.FromSeconds(61), answer.RetryAfter);
        Assert.Single(_service.Requests);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_busy_service_that_names_no_time_is_not_asked_again(int status)
    {
        _service.On(Probe, status, "");

        await SendAsync();

        Assert.Single(_service.Requests);
    }

    [Fact]
    public async Task Only_busy_answers_are_repeated()
    {
        _service.On(Probe, 500, "", ("Retry-After", "0"));

        var answer = await SendAsync();

        Assert.Null(answer.RetryAfter);
        Assert.Single(_service.Requests);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_the_token()
    {
        _service.On(Probe, 301, "", ("Location", "https://ailleurs.exemple/essai"));

        var answer = await SendAsync();

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.Status);
        Assert.Equal("https://ailleurs.exemple/essai", answer.Location?.AbsoluteUri);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_in_time_is_unavailable()
    {
        using var silent = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var client = new ServiceClient(new Uri($"http://{silent.LocalEndpoint}"), null, TimeSpan.FromMilliseconds(200));

        var failure = await Assert.ThrowsAsync<Failure>(
            () => client.SendAsync(() => new(HttpMethod.Get, "essai"), CancellationToken.None));

        Assert.Equal(3, failure.ExitCode);
        Assert.Contains("n'a pas répondu en 0,2 s", failure.Message);
    }

    private async Task<Answer> SendAsync()
    {
        using var client = new ServiceClient(new Uri(_service.Url), token: "t");
        return await client.SendAsync(() => new(HttpMethod.Get, "essai"), CancellationToken.None);
    }
}
