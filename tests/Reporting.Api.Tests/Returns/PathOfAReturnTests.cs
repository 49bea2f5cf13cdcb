using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Reporting.Api.Tests.Hosting;

namespace Reporting.Api.Tests.Returns;

public sealed class PathOfAReturnTests
{
    private const string Route = $"/v1/remontees/2025/{RunningService.Rennes}";

    [Fact]
    public async Task The_example_is_posted_deposited_and_moves_the_national_total_by_its_356_families()
    {
        await using var service = new RunningService(sampleData: true);
        using var metropole = await service.ClientAsync("metropole", RunningService.Rennes);
        using var lecteur = await service.ClientAsync("lecteur");
        var before = await FamiliesAsync(lecteur);

        var example = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "examples", "remontee.json"));
        using var put = await metropole.PutAsync(new Uri(Route, UriKind.Relative), RunningService.Json(example));
        Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        Assert.Equal(before, await FamiliesAsync(lecteur));

        using var deposit = await metropole.PostAsync(new Uri($"{Route}/depot", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.OK, deposit.StatusCode);
        Assert.Equal(before + 356, await FamiliesAsync(lecteur));
    }

    private static async Task<decimal> FamiliesAsync(HttpClient client)
    {
        var dashboard = await client.GetFromJsonAsync<JsonElement>(new Uri("/v1/tableaux-de-bord/national/2025", UriKind.Relative));
        return dashboard.GetProperty("axes")[0].GetProperty("indicateurs")[0].GetProperty("valeur").GetDecimal();
    }
}
