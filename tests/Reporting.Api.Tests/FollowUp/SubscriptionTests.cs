using System.Net;
using System.Text.Json;
using Reporting.Api.Tests.Hosting;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.FollowUp;

public sealed class SubscriptionTests : IDisposable
{
    internal const string Path = $"/v1/territoires/{RunningService.Rennes}/abonnements";

    private readonly RunningService _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Its_addresses_show_every_campaign_of_the_territory_to_whoever_has_them_until_they_are_revoked()
    {
        using var rennes = await _service.ClientAsync("metropole", RunningService.Rennes);
        using var nobody = await _service.ClientAsync();
        var created = await CreateAsync(rennes, """{"libelle":"Agenda du service"}""");

        foreach (var address in (string[])["calendrier", "rappels"])
        {
            using var answer = await nobody.GetAsync(new Uri(created.GetProperty(address).GetString()!));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.True(answer.Headers.CacheControl is { Private: true, NoCache: true });
        }

        var calendar = await nobody.GetStringAsync(new Uri(created.GetProperty("calendrier").GetString()!));
        Assert.All((int[])[2024, 2025, 2026, 2027], year => Assert.Contains($"UID:fermeture-{year}-243500139@reporting", calendar));

        using var revoked = await rennes.DeleteAsync(Of($"{Path}/{created.GetProperty("id").GetString()}"));
        using var again = await rennes.DeleteAsync(Of($"{Path}/{created.GetProperty("id").GetString()}"));
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (revoked.StatusCode, again.StatusCode));
        using var closed = await nobody.GetAsync(new Uri(created.GetProperty("calendrier").GetString()!));
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
        var listed = (await ReadAsync(await rennes.GetAsync(Of(Path)))).EnumerateArray().Single();
        Assert.Equal("Agenda du service", listed.GetProperty("libelle").GetString());
        Assert.True(listed.TryGetProperty("revoqueLe", out _));
        Assert.False(listed.TryGetProperty("calendrier", out _));
    }

    [Fact]
    public async Task Another_territory_cannot_revoke_it()
    {
        using var rennes = await _service.ClientAsync("metropole", RunningService.Rennes);
        using var bordeaux = await _service.ClientAsync("metropole", RunningService.Bordeaux);
        var created = await CreateAsync(rennes, null);
        var id = created.GetProperty("id").GetString();
        using var elsewhere = await bordeaux.DeleteAsync(Of($"/v1/territoires/{RunningService.Bordeaux}/abonnements/{id}"));
        using var foreign = await bordeaux.DeleteAsync(Of($"{Path}/{id}"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (elsewhere.StatusCode, foreign.StatusCode));
        using var nobody = await _service.ClientAsync();
        using var open = await nobody.GetAsync(new Uri(created.GetProperty("calendrier").GetString()!));
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task A_label_is_held_to_its_shape()
    {
        using var rennes = await _service.ClientAsync("metropole", RunningService.Rennes);
        foreach (var body in (string[])["""{"libele":"x"}""", """{"libelle":""}""", $$"""{"libelle":"{{new string('x', 101)}}"}""", "[]"])
        {
            using var answer = await rennes.PostAsync(Of(Path), RunningService.Json(body));
            Assert.Equal((body, HttpStatusCode.BadRequest), (body, answer.StatusCode));
        }
    }

    internal static async Task<JsonElement> CreateAsync(HttpClient client, string? body)
    {
        using var answer = await client.PostAsync(Of(Path), body is null ? null : RunningService.Json(body));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await ReadAsync(answer);
    }
}
