using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Reporting.Api.Tests.Hosting;
using static Reporting.Api.Tests.Counts.PostedCounts;

namespace Reporting.Api.Tests.Counts;

public sealed class CountLimitTests
{
    private const string TooLarge = "urn:reporting:trop-volumineux";
    private static readonly Uri Route = new("/v1/decomptes?annee=2025", UriKind.Relative);

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_body_is_measured_decompressed_so_a_small_one_may_be_too_large(string? encoding)
    {
        await using var service = new RunningService(settings: ("Counts:MaximumBytes", "1000000"));
        using var client = await service.MetropoleAsync();
        var exact = Header + "3.1;DRO-6;p1;;2025-05-05;;\n";
        exact += new string('\n', 1_000_000 - exact.Length);

        Assert.Equal(200, (await client.CountAsync(Body(exact, encoding: encoding))).Status);
        var (status, problem) = await client.CountAsync(Body(exact + "\n", encoding: encoding));
        Assert.Equal((413, TooLarge), (status, problem.Type()));
        Assert.Contains("1000000 octets", problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_body_that_swells_beyond_any_real_file_is_stopped(string encoding)
    {
        await using var service = new RunningService();
        using var client = await service.MetropoleAsync();
        var swelling = Header + "3.1;DRO-6;p1;;2025-05-05;;\n" + new string('\n', 40 * 1024 * 1024);

        var (status, problem) = await client.CountAsync(Body(swelling, encoding: encoding));

        Assert.Equal((413, TooLarge), (status, problem.Type()));
        Assert.Contains("200 fois sa taille compressée", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_body_of_unknown_length_is_stopped_at_the_limit()
    {
        await using var service = new RunningService(settings: ("Counts:MaximumBytes", "1000"));
        using var client = await service.MetropoleAsync();
        using var content = Unmeasured(Header + new string('\n', 1000));

        var (status, problem) = await client.CountAsync(content);

        Assert.Equal((413, TooLarge), (status, problem.Type()));
    }

    [Fact]
    public async Task Compressed_blocks_that_hold_nothing_do_not_go_on_for_ever()
    {
        await using var service = new RunningService(settings: ("Counts:MaximumBytes", "100000"));
        using var client = await service.MetropoleAsync();
        byte[] start = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF];
        byte[] emptyBlock = [0, 0, 0, 0xFF, 0xFF];
        byte[] endless = [.. start, .. Enumerable.Repeat(emptyBlock, 20_001).SelectMany(block => block)];

        var (status, problem) = await client.CountAsync(Body(endless, encoding: "gzip"));

        Assert.Equal((413, TooLarge), (status, problem.Type()));
    }

    [Fact]
    public async Task More_records_than_allowed_are_refused()
    {
        await using var service = new RunningService(settings: ("Counts:MaximumRecords", "5"));
        using var client = await service.MetropoleAsync();

        Assert.Equal(200, (await client.CountAsync(Body(Records))).Status);
        var (status, problem) = await client.CountAsync(Body(Records + "3.1;DRO-6;p2;;2025-05-05;;\n"));
        Assert.Equal((413, TooLarge), (status, problem.Type()));
    }

    [Fact]
    public async Task A_body_larger_than_other_routes_take_is_counted()
    {
        await using var service = new RunningService();
        using var client = await service.MetropoleAsync();
        var records = new StringBuilder(Header);
        for (var person = 0; records.Length < 3 * 1024 * 1024; person++)
        {
            records.Append("3.1;DRO-6;p").Append(person % 1000).Append(";;2025-05-05;;\n");
        }

        var (status, counted) = await client.CountAsync(Body(records.ToString()));

        Assert.Equal((200, "DRO-6=1000"), (status, counted.Figures()));
        using var put = await client.PutAsync(
            new Uri($"/v1/remontees/2025/{RunningService.Rennes}", UriKind.Relative), RunningService.Json(new string(' ', 2 * 1024 * 1024)));
        Assert.Equal(413, (int)put.StatusCode);
    }

    [Fact]
    public async Task When_every_place_is_taken_the_next_is_asked_to_come_back()
    {
        await using var service = new RunningService(settings: ("Counts:AtOnce", "1"));
        using var client = await service.MetropoleAsync();
        using var other = await service.ClientAsync("metropole+lecteur", RunningService.Bordeaux);
        using var held = new HeldBody();
        var first = client.CountAsync(held);
        await held.Started;

        using var refused = await UntilAsync(() => other.PostAsync(Route, Body(Records)), answer => (int)answer.StatusCode == 429);
        Assert.Equal("10", refused.Headers.RetryAfter!.ToString());
        Assert.Equal("urn:reporting:trop-de-decomptes", JsonDocument.Parse(await refused.Content.ReadAsByteArrayAsync()).RootElement.Type());

        held.LetGo();
        Assert.Equal((200, "ENF-1=2 DRO-6=1"), ((await first).Status, (await first).Body.Figures()));
        Assert.Equal(200, (await client.CountAsync(Body(Records))).Status);
    }

    [Fact]
    public async Task A_client_that_goes_away_gives_its_place_back()
    {
        await using var service = new RunningService(settings: ("Counts:AtOnce", "1"));
        using var client = await service.MetropoleAsync();
        using var leaving = new CancellationTokenSource();
        using var held = new HeldBody();
        var first = client.PostAsync(Route, held, leaving.Token);
        await held.Started;
        using (await UntilAsync(() => client.PostAsync(Route, Body(Records)), answer => (int)answer.StatusCode == 429))
        {
            await leaving.CancelAsync();
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        using var counted = await UntilAsync(() => client.PostAsync(Route, Body(Records)), answer => (int)answer.StatusCode == 200);
        Assert.Equal(200, (int)counted.StatusCode);
    }

    [Theory]
    [InlineData("Counts:AtOnce")]
    [InlineData("Counts:Threads")]
    [InlineData("Counts:MaximumBytes")]
    [InlineData("Counts:MaximumRecords")]
    [InlineData("Counts:MinimumBytesPerSecond")]
    [InlineData("Counts:GraceSeconds")]
    public async Task A_limit_below_one_does_not_let_the_service_start(string setting)
    {
        var refusal = await RunningService.RefusalAsync<System.Reflection.TargetInvocationException>(() => new(settings: (setting, "0")));
        Assert.Contains($"{setting}')", refusal.ToString());
    }

    /// <summary>The service learns of what a client did a moment later.</summary>
    private static async Task<HttpResponseMessage> UntilAsync(Func<Task<HttpResponseMessage>> send, Func<HttpResponseMessage, bool> isReached)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await send();
            if (isReached(answer) || attempt == 100)
            {
                return answer;
            }

            answer.Dispose();
            await Task.Delay(50);
        }
    }

    private static StreamContent Unmeasured(string text) =>
        new(new UnmeasuredStream(Encoding.UTF8.GetBytes(text))) { Headers = { ContentType = new MediaTypeHeaderValue(Csv) } };

    private sealed class UnmeasuredStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
