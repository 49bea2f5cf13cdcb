using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Reporting.Api.Idempotency;
using Reporting.Api.Tests.Hosting;

namespace Reporting.Api.Tests.Idempotency;

/// <summary>What holds for a write holds for every one: the service's own routes are walked, and none may be missing here.</summary>
public sealed class WriteRouteTests
{
    public static TheoryData<string> Routes => [.. WriteRoutes.All.Select(write => write.Route)];

    public static TheoryData<string> RoutesKeptWithTheirWrite =>
        [.. WriteRoutes.All.Where(write => !write.IsReadAfter).Select(write => write.Route)];

    /// <summary>A route, a role that may use it, for whom it acts at first and for whom later.</summary>
    public static TheoryData<string, string, string[], string[]> Withdrawals
    {
        get
        {
            var cases = new TheoryData<string, string, string[], string[]>();
            foreach (var write in WriteRoutes.All.Where(write => write.Role == "metropole"))
            {
                cases.Add(write.Route, "metropole", [RunningService.Rennes], [RunningService.Bordeaux]);
                if (write != WriteRoutes.Comment)
                {
                    // To see the territory, as its commissaire, is not enough.
                    cases.Add(write.Route, "metropole+commissaire", [RunningService.Rennes], [RunningService.Bordeaux, "53"]);
                }
            }

            cases.Add(WriteRoutes.Comment.Route, "commissaire", ["53"], ["75"]);
            foreach (var write in (WriteRoute[])[WriteRoutes.Validate, WriteRoutes.SendBack])
            {
                cases.Add(write.Route, "commissaire", ["53"], ["75"]);
                cases.Add(write.Route, "metropole+commissaire", ["53"], [RunningService.Rennes, "75"]);
            }

            return cases;
        }
    }

    [Fact]
    public async Task Every_route_that_may_write_is_tried_here()
    {
        await using var instances = new Instances();
        using var client = await instances.ClientAsync("dgcs");
        var writing =
            from endpoint in instances[0].Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
            where IdempotentRoutes.Writes(method, endpoint.Metadata)
            select $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}";

        Assert.Equal(writing.Order(StringComparer.Ordinal), WriteRoutes.All.Select(write => write.Route).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Routes))]
    public async Task A_repetition_is_answered_the_same_by_any_instance_and_does_nothing(string route)
    {
        var write = WriteRoutes.Named(route);
        await using var instances = new Instances(2);
        await instances.PrepareAsync(write);
        var first = await instances.SendAsync(write, "k");
        var writes = await instances.WritesAsync();

        Assert.True(first is { IsSuccess: true, IsReplayed: false }, first.ToString());
        Assert.Equal(first.Again(), await instances.SendAsync(write, "k"));
        Assert.Equal(first.Again(), await instances.SendAsync(write, "k", instance: 1));
        Assert.Equal(writes, await instances.WritesAsync());
    }

    [Theory, MemberData(nameof(RoutesKeptWithTheirWrite))]
    public async Task What_was_written_before_a_crash_is_not_written_again_and_its_answer_is_given_after(string route)
    {
        var write = WriteRoutes.Named(route);
        await using var whole = new Instances();
        await whole.PrepareAsync(write);
        var expected = await whole.SendAsync(write, "k");

        await using var instances = new Instances(2);
        await instances.PrepareAsync(write);
        var before = await instances.WritesAsync();
        instances.Crashes[0].IsArmed = true;
        var crashed = await instances.SendAsync(write, "k");
        instances.Crashes[0].IsArmed = false;
        var after = await instances.WritesAsync();

        Assert.Equal((HttpStatusCode.InternalServerError, 1), (crashed.Status, instances.Crashes[0].Crashes));
        Assert.Single(after.Skip(before.Count));
        var repeated = await instances.SendAsync(write, "k", instance: 1);
        Assert.Equal((expected.Status, expected.ETag, expected.Location, true), (repeated.Status, repeated.ETag, repeated.Location, repeated.IsReplayed));
        Assert.Equal(WithoutChance(expected.Body), WithoutChance(repeated.Body));
        Assert.Equal(after, await instances.WritesAsync());
    }

    [Theory, MemberData(nameof(Routes))]
    public async Task A_key_is_of_one_request_alone(string route)
    {
        var write = WriteRoutes.Named(route);
        await using var instances = new Instances();
        await instances.PrepareAsync(write);
        Assert.True((await instances.SendAsync(write, "k")).IsSuccess);
        var writes = await instances.WritesAsync();

        Assert.Equal("urn:reporting:cle-deja-employee", Type(await instances.SendAsync(write, "k", other: true)));
        var elsewhere = write with { Path = write.Path + "?format=json" };
        Assert.Equal("urn:reporting:cle-deja-employee", Type(await instances.SendAsync(elsewhere, "k")));
        Assert.Equal(writes, await instances.WritesAsync());
        Assert.True((await instances.SendAsync(write, "k")).IsReplayed);
    }

    [Theory, MemberData(nameof(Withdrawals))]
    public async Task Who_acts_there_no_longer_is_told_nothing_of_what_it_was_answered(
        string route, string role, string[] before, string[] after)
    {
        var write = WriteRoutes.Named(route) with { Role = role, Scope = before };
        var withdrawn = write with { Scope = after };
        await using var instances = new Instances();
        await instances.PrepareAsync(write);
        var first = await instances.SendAsync(write, "k");
        var refusal = Refusal(await instances.SendAsync(withdrawn));

        Assert.True(first.IsSuccess, first.ToString());
        Assert.Equal(HttpStatusCode.NotFound, refusal.Status);
        Assert.Equal(refusal, Refusal(await instances.SendAsync(withdrawn, "k")));
        Assert.Equal(refusal, Refusal(await instances.SendAsync(withdrawn, "k", other: true)));
        Assert.Equal(first.Again(), await instances.SendAsync(write, "k"));
    }

    private static Given Refusal(Given given) => given with { Body = Regex.Replace(given.Body, @"""traceId"":""[^""]+""", "*") };

    private static WriteRoute Named(string route) => WriteRoutes.All.Single(write => write.Route == route);

    // Ids and secrets are drawn, and ports too.
    private static string WithoutChance(string body) => Regex.Replace(body, @"[0-9a-f]{8}-[0-9a-f-]{27}|cle=[^""]+|evt_[0-9a-f]+|whsec_[^""]+|cdl_\w+[\w-]+|localhost:\d+|127\.0\.0\.1:\d+|\[::1?\]:\d+", "*");

    private static string? Type(Given answer)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        using var problem = JsonDocument.Parse(answer.Body);
        return problem.RootElement.GetProperty("type").GetString();
    }
}
