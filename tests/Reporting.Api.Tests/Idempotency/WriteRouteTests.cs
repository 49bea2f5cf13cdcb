using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Reporting.Api.Idempotency;
using Reporting.Api.Tests.Hosting;

namespace Reporting.Api.Tests.Idempotency;

/// <summary>What holds for a write holds for every one: the service's own routes are walked, and none may be missing here.</summary>
public sealed class WriteRouteTests(WriteRouteServices services) : IClassFixture<WriteRouteServices>
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
        using var client = await services.Keyed.ClientAsync("dgcs");
        var writing =
            from endpoint in services.Keyed[0].Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
            where IdempotentRoutes.Writes(method, endpoint.Metadata)
            select $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}";

        Assert.Equal(writing.Order(StringComparer.Ordinal), WriteRoutes.All.Select(write => write.Route).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Routes))]
    public async Task A_repetition_is_answered_the_same_by_any_instance_and_does_nothing(string route)
    {
        var instances = services.Repeated;
        var territory = await instances.NewTerritoryAsync();
        var (write, key) = (WriteRoutes.Named(route).In(territory), territory.Siren);
        await instances.PrepareAsync(write);
        var first = await instances.SendAsync(write, key);
        var writes = await instances.WritesAsync();

        Assert.True(first is { IsSuccess: true, IsReplayed: false }, first.ToString());
        Assert.Equal(first.Again(), await instances.SendAsync(write, key));
        Assert.Equal(first.Again(), await instances.SendAsync(write, key, instance: 1));
        Assert.Equal(writes, await instances.WritesAsync());
    }

    [Theory, MemberData(nameof(RoutesKeptWithTheirWrite))]
    public async Task What_was_written_before_a_crash_is_not_written_again_and_its_answer_is_given_after(string route)
    {
        var (whole, instances) = (services.Whole, services.Crashing);
        var territory = await instances.NewTerritoryAsync();
        var (write, key) = (WriteRoutes.Named(route).In(territory), territory.Siren);
        await whole.PrepareAsync(write);
        var expected = await whole.SendAsync(write, key);

        await instances.PrepareAsync(write);
        var before = await instances.WritesAsync();
        var crash = instances.Crashes[0];
        var crashes = crash.Crashes;
        crash.IsArmed = true;
        var crashed = await instances.SendAsync(write, key);
        crash.IsArmed = false;
        var after = await instances.WritesAsync();

        Assert.Equal((HttpStatusCode.InternalServerError, crashes + 1), (crashed.Status, crash.Crashes));
        Assert.Single(after.Skip(before.Count));
        var repeated = await instances.SendAsync(write, key, instance: 1);
        Assert.Equal((expected.Status, expected.ETag, expected.Location, true), (repeated.Status, repeated.ETag, repeated.Location, repeated.IsReplayed));
        Assert.Equal(WithoutChance(expected.Body), WithoutChance(repeated.Body));
        Assert.Equal(after, await instances.WritesAsync());
    }

    [Theory, MemberData(nameof(Routes))]
    public async Task A_key_is_of_one_request_alone(string route)
    {
        var instances = services.Keyed;
        var territory = await instances.NewTerritoryAsync();
        var (write, key) = (WriteRoutes.Named(route).In(territory), territory.Siren);
        await instances.PrepareAsync(write);
        Assert.True((await instances.SendAsync(write, key)).IsSuccess);
        var writes = await instances.WritesAsync();

        Assert.Equal("urn:reporting:cle-deja-employee", Type(await instances.SendAsync(write, key, other: true)));
        var elsewhere = write with { Path = write.Path + "?format=json" };
        Assert.Equal("urn:reporting:cle-deja-employee", Type(await instances.SendAsync(elsewhere, key)));
        Assert.Equal(writes, await instances.WritesAsync());
        Assert.True((await instances.SendAsync(write, key)).IsReplayed);
    }

    [Theory, MemberData(nameof(Withdrawals))]
    public async Task Who_acts_there_no_longer_is_told_nothing_of_what_it_was_answered(
        string route, string role, string[] before, string[] after)
    {
        var instances = services.Withdrawn;
        var territory = await instances.NewTerritoryAsync();
        var key = territory.Siren;
        var write = (WriteRoutes.Named(route) with { Role = role, Scope = before }).In(territory);
        var withdrawn = (WriteRoutes.Named(route) with { Role = role, Scope = after }).In(territory);
        await instances.PrepareAsync(write);
        var first = await instances.SendAsync(write, key);
        var refusal = Refusal(await instances.SendAsync(withdrawn));

        Assert.True(first.IsSuccess, first.ToString());
        Assert.Equal(HttpStatusCode.NotFound, refusal.Status);
        Assert.Equal(refusal, Refusal(await instances.SendAsync(withdrawn, key)));
        Assert.Equal(refusal, Refusal(await instances.SendAsync(withdrawn, key, other: true)));
        Assert.Equal(first.Again(), await instances.SendAsync(write, key));
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
