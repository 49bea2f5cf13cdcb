using System.Net;
using Reporting.Api.Tests.Hosting;

namespace Reporting.Api.Tests.Returns;

public sealed class ReadingVersionsTests
{
    private const string Route = $"/v1/remontees/2024/{RunningService.Bordeaux}";

    [Fact]
    public async Task The_latest_version_carries_a_tag_and_a_version_named_carries_none()
    {
        await using var service = new RunningService(sampleData: true);
        using var dgcs = await service.ClientAsync("dgcs");

        using var latest = await dgcs.GetAsync(new Uri(Route, UriKind.Relative));
        using var named = await dgcs.GetAsync(new Uri($"{Route}?version=1", UriKind.Relative));

        Assert.Equal("\"2\"", latest.Headers.ETag!.Tag);
        Assert.Null(named.Headers.ETag);
    }

    [Theory]
    [InlineData("au=2026-04-01T00:00:00Z")]
    [InlineData("verison=1")]
    public async Task A_parameter_that_is_not_known_is_refused_rather_than_dropped(string query)
    {
        await using var service = new RunningService(sampleData: true);
        using var dgcs = await service.ClientAsync("dgcs");

        using var answer = await dgcs.GetAsync(new Uri($"{Route}?{query}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("urn:reporting:requete-invalide", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
