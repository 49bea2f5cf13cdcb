using Microsoft.AspNetCore.Routing;
using Reporting.Api.Feed.Model;
using Reporting.Api.Tests.Hosting;
using Reporting.Api.Tests.Idempotency;
using Xunit.Abstractions;

namespace Reporting.Api.Tests.Access.Matrix;

/// <summary>
/// Who may do what: every endpoint that the service runs and every set of its feed, for every role with a scope of its
/// own or another's, for who has two roles, and for nobody.
/// </summary>
public sealed class AccessMatrixTests(MatrixTarget target, ITestOutputHelper output) : IClassFixture<MatrixTarget>
{
    private const string Feed = "/odata/v1/";
    private const string Unregistered = "123456789";
    private const int NotFound = 404;

    public static TheoryData<string> Rows => [.. AccessTable.All.Select(row => row.Name)];

    public static TheoryData<string> RowsOfTerritories => [.. AccessTable.All.Where(row => row.NamesTerritory).Select(row => row.Name)];

    public static TheoryData<string> RowsOfIds => [.. AccessTable.All.Where(row => row.NamesIdOfTerritory).Select(row => row.Name)];

    [Fact]
    public void Every_endpoint_and_every_set_has_its_row()
    {
        var endpoints =
            from endpoint in target.Service.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
            let route = $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}"
            from running in route is $"GET {Feed}{{**path}}" ? FeedRoutes() : [route]
            select running.Length > "GET /".Length ? running.TrimEnd('/') : running;

        Assert.Equal(
            endpoints.Distinct().Order(StringComparer.Ordinal),
            AccessTable.All.Select(row => row.Route.Length > "GET /".Length ? row.Route.TrimEnd('/') : row.Route)
                .Distinct().Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Rows))]
    public async Task Each_caller_gets_what_the_table_says(string name)
    {
        var row = Named(name);
        var write = WriteRoutes.All.SingleOrDefault(write => write.Route == row.Route);
        await using var writing = write is { NamesTerritory: true } ? new Instances() : null;
        var answered = new List<int>();
        foreach (var (caller, expected) in row.Cells)
        {
            answered.Add(write is not null && MatrixRow.Permits(expected)
                ? await WriteAsync(write with { Role = caller.Role!, Scope = caller.Scope }, writing)
                : await StatusAsync(row, caller));
        }

        Assert.Equal(string.Join(' ', row.Cells.Select(cell => cell.Status)), string.Join(' ', answered));
    }

    [Theory, MemberData(nameof(RowsOfTerritories))]
    public async Task Who_is_refused_cannot_tell_a_territory_from_one_that_does_not_exist(string name)
    {
        var row = Named(name);
        foreach (var (caller, _) in row.Cells.Where(cell => !MatrixRow.Permits(cell.Status)))
        {
            Assert.Equal(
                (caller, await target.SendAsync(row, caller, Unregistered)),
                (caller, await target.SendAsync(row, caller)));
        }
    }

    [Theory, MemberData(nameof(RowsOfIds))]
    public async Task What_is_another_territorys_is_not_found_under_ones_own(string name)
    {
        var row = Named(name);
        var callers = row.Cells.Where(cell => cell.Status is NotFound || MatrixRow.Permits(cell.Status)).Select(cell => cell.Caller);
        foreach (var caller in callers)
        {
            var foreign = await target.SendAsync(row, caller, RunningService.Bordeaux);
            Assert.Equal((caller, NotFound), (caller, foreign.Status));
            Assert.Equal((caller, await target.SendAsync(row, caller, RunningService.Bordeaux, absentId: true)), (caller, foreign));
        }
    }

    [Fact]
    public async Task Refusals_leave_no_trace_among_the_writes()
    {
        var before = await target.WritesAsync();
        foreach (var row in AccessTable.All.Where(row => row.Method is not "GET"))
        {
            foreach (var (caller, _) in row.Cells.Where(cell => !MatrixRow.Permits(cell.Status)))
            {
                await target.SendAsync(row, caller);
            }
        }

        Assert.Equal(before, await target.WritesAsync());
    }

    [Fact]
    public void The_table_tells_how_much_it_holds()
    {
        var cells = AccessTable.All.SelectMany(row => row.Cells).ToList();
        var callers = MatrixCaller.Single.Count + MatrixCaller.Dual.Count;
        var permitted = cells.Count(cell => MatrixRow.Permits(cell.Status));
        output.WriteLine(
            $"{AccessTable.All.Count} rows x {callers} callers = {cells.Count} cells: "
            + $"{permitted} let in, {cells.Count(cell => cell.Status is 401)} not signed in, "
            + $"{cells.Count(cell => cell.Status is 403)} without the role, {cells.Count(cell => cell.Status is 404)} out of scope, "
            + $"{cells.Count(cell => cell.Status is 400)} too wide.");
        Assert.Equal(cells.Count, AccessTable.All.Count * callers);
    }

    private static MatrixRow Named(string name) => AccessTable.All.Single(row => row.Name == name);

    private static IEnumerable<string> FeedRoutes() =>
    [
        $"GET {Feed}", $"GET {Feed}$metadata", $"POST {Feed}$batch",
        .. FeedModel.Instance.EntityContainer.Elements.Select(set => $"GET {Feed}{set.Name}"),
    ];

    private async Task<int> StatusAsync(MatrixRow row, MatrixCaller caller)
    {
        var answer = await target.SendAsync(row, caller);
        if (!MatrixRow.Permits(answer.Status))
        {
            // The feed's clients understand the errors of OData.
            var (type, start) = row.Pattern.StartsWith(Feed, StringComparison.Ordinal)
                ? ("application/json", "{\"error\":{\"code\":\"")
                : ("application/problem+json", "{\"type\":\"urn:reporting:");
            Assert.Equal(type, answer.ContentType);
            Assert.StartsWith(start, answer.Body, StringComparison.Ordinal);
        }

        return answer.Status;
    }

    // A write that is permitted has a territory to itself, or else a service, with what must be there before it.
    private static async Task<int> WriteAsync(WriteRoute write, Instances? shared)
    {
        await using var own = shared is null ? new Instances() : null;
        var instances = shared ?? own!;
        var here = shared is null ? write : write.In(await shared.NewTerritoryAsync());
        await instances.PrepareAsync(here);
        return (int)(await instances.SendAsync(here)).Status;
    }
}
