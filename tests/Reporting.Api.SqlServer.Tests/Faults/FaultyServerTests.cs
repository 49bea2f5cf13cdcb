using System.Net;
using Reporting.Api.Tests.Hosting;
using Reporting.Api.Tests.Returns;
using Reporting.TestSupport.Faults;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Faults;

/// <summary>What a métropole and an analyst see of a server that fails.</summary>
public sealed class FaultyServerTests : IAsyncLifetime, IDisposable
{
    private FaultyServer _server = null!;
    private RunningService _service = null!;
    private HttpClient _rennes = null!;

    public async Task InitializeAsync()
    {
        _server = await FaultyServer.StartAsync();
        _service = new(settings:
        [
            ("Store:ConnectionString", _server.Options.ConnectionString),
            ("Store:Resilience:RetryDelay", "00:00:00.001"),
        ]);
        _rennes = await _service.ClientAsync("metropole", RunningService.Rennes);
    }

    public async Task DisposeAsync()
    {
        Dispose();
        await _server.DisposeAsync();
    }

    public void Dispose()
    {
        _rennes.Dispose();
        _service.Dispose();
    }

    [Theory]
    [InlineData(1205)]
    [InlineData(40501)]
    public async Task A_return_that_the_server_interrupts_is_taken_once(int number)
    {
        _server.Faults.FailStatement("INSERT INTO ReturnLine", number, times: 2);
        await PostedOnceAsync();
        Assert.Equal(2, _server.Faults.Struck);
    }

    [Theory]
    [InlineData(CommitCut.BeforeTheServer)]
    [InlineData(CommitCut.BeforeTheAnswer)]
    public async Task A_return_whose_commit_is_cut_is_taken_once(CommitCut cut)
    {
        _server.Way.NextCommit = cut;
        await PostedOnceAsync();
        Assert.Equal(CommitCut.Never, _server.Way.NextCommit);
    }

    [Fact]
    public async Task A_fault_that_lasts_is_503_with_the_time_to_wait_and_nothing_is_kept()
    {
        _server.Faults.FailStatement("INSERT INTO ReturnLine", 49918, times: 99);
        using var refused = await PutAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);

        _server.Faults.Clear();
        using var read = await _rennes.GetAsync(Of(Route));
        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        await PostedOnceAsync();
    }

    [Fact]
    public async Task An_error_that_is_nobodys_absence_is_500_and_not_asked_again()
    {
        _server.Faults.FailStatement("INSERT INTO ReturnLine", 18456, times: 99);
        using var refused = await PutAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, refused.StatusCode);
        Assert.Equal(1, _server.Faults.Struck);
    }

    [Theory]
    [InlineData("/odata/v1/Territoires")]
    [InlineData("/v1/territoires")]
    public async Task Rows_cut_off_in_the_middle_are_no_complete_answer(string path)
    {
        using var analyst = await _service.ClientAsync("dgcs");
        var whole = await analyst.GetStringAsync(Of(path));
        Assert.Contains("Marseille", whole, StringComparison.Ordinal);

        _server.Way.Cut();
        _server.Way.MostBytes = 1500;
        var cut = await Record.ExceptionAsync(async () => Assert.NotEqual(whole, await analyst.GetStringAsync(Of(path))));
        Assert.IsType<HttpRequestException>(cut);

        _server.Way.MostBytes = null;
        Assert.Equal(whole, await UntilBackAsync(() => analyst.GetStringAsync(Of(path))));
    }

    [Theory]
    [InlineData(8115)]
    [InlineData(8623)]
    public async Task A_question_that_the_server_cannot_work_out_is_the_analysts_and_not_asked_again(int number)
    {
        using var analyst = await _service.ClientAsync("dgcs");
        _server.Faults.FailStatement("TerritoryInForce", number, times: 99);
        using var refused = await analyst.GetAsync(Of("/odata/v1/Territoires"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("requete-trop-complexe", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(1, _server.Faults.Struck);
    }

    private Task<HttpResponseMessage> PutAsync() =>
        _rennes.PutAsync(Of(Route), RunningService.Json(MalformedBodies.Example));

    private async Task PostedOnceAsync()
    {
        using var posted = await PutAsync();
        Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
        using var read = await _rennes.GetAsync(Of(Route));
        Assert.Equal(1, (await ReadAsync(read)).GetProperty("version").GetInt32());
        using var second = await _rennes.GetAsync(Of($"{Route}?version=2"));
        Assert.Equal(HttpStatusCode.NotFound, second.StatusCode);
    }

    private static async Task<string> UntilBackAsync(Func<Task<string>> read)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                return await read();
            }
            catch (HttpRequestException)
            {
                await Task.Delay(200, patience.Token);
            }
        }
    }
}
