using System.Net;
using Reporting.Store;

namespace Reporting.Api.Tests.Hosting;

public sealed class ReadReplicaTests
{
    [Theory]
    [InlineData("/odata/v1/Resultats/$count")]
    [InlineData("/v1/tableaux-de-bord/national/2024")]
    public async Task Aggregates_and_the_feed_are_read_from_the_replica(string path)
    {
        await using var replica = new RunningService(sampleData: true);
        var expected = await (await replica.ClientAsync("lecteur")).GetStringAsync(new Uri(path, UriKind.Relative));
        await using var primary = new RunningService();
        await using var service = Reading(replica);

        Assert.Equal(expected, await (await service.ClientAsync("lecteur")).GetStringAsync(new Uri(path, UriKind.Relative)));
        Assert.NotEqual(expected, await (await primary.ClientAsync("lecteur")).GetStringAsync(new Uri(path, UriKind.Relative)));
    }

    [Fact]
    public async Task Returns_are_read_from_the_primary()
    {
        await using var replica = new RunningService(sampleData: true);
        var path = new Uri($"/v1/remontees/2024/{RunningService.Bordeaux}", UriKind.Relative);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(replica, path));
        await using var service = Reading(replica);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(service, path));
    }

    private static RunningService Reading(RunningService replica) =>
        new(settings: ("Store:ReadConnectionString", replica.Get<StoreOptions>().ConnectionString));

    private static async Task<HttpStatusCode> StatusAsync(RunningService service, Uri path)
    {
        var client = await service.ClientAsync("metropole", RunningService.Bordeaux);
        using var answer = await client.GetAsync(path);
        return answer.StatusCode;
    }
}
