using System.Text.Json;

namespace Reporting.Api.Tests.Lifecycle;

public sealed class LateExceptionTests : IAsyncLifetime
{
    private Rehearsal _rehearsal = null!;

    public async Task InitializeAsync() => _rehearsal = await Rehearsal.StartAsync(new(2026, 4, 10, 8, 0, 0, TimeSpan.Zero));

    public Task DisposeAsync() => _rehearsal.DisposeAsync().AsTask();

    [Fact]
    public async Task An_exception_opens_the_return_and_its_revocation_closes_it_and_both_stay_listed()
    {
        Assert.Equal(409, (await _rehearsal.PutAsync(1)).Status);
        var granted = await GrantAsync("""{"jusqua":"2026-04-20T00:00:00+02:00","motif":"Panne du système d'information"}""");
        Assert.Equal(201, granted.Status);
        Assert.True(granted.Body.GetProperty("enCours").GetBoolean());
        Assert.Equal(201, (await _rehearsal.PutAsync(1)).Status);

        var id = granted.Body.GetProperty("id").GetGuid();
        await _rehearsal.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(200, (await RevokeAsync(id, "Panne réparée")).Status);
        var closed = await _rehearsal.PutAsync(2);
        Assert.Equal((409, "2026-04-10T11:00:00+02:00"), (closed.Status, closed.Body.GetProperty("verrou").GetProperty("depuis").GetString()));

        // Revoked again, it stays as it was revoked first.
        await _rehearsal.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal("Panne réparée", (await RevokeAsync(id, "Encore")).Body.GetProperty("revocation").GetProperty("motif").GetString());
        var listed = Assert.Single((await _rehearsal.GetAsync(Rehearsal.Exceptions, Actor.Owner)).EnumerateArray());
        Assert.Equal(
            ("Panne du système d'information", "2026-04-10T11:00:00+02:00", false),
            (listed.GetProperty("motif").GetString(), listed.GetProperty("revocation").GetProperty("le").GetString(), listed.GetProperty("enCours").GetBoolean()));
    }

    [Theory]
    [InlineData("""{"motif":"Panne"}""", 400)]
    [InlineData("""{"jusqua":"2026-04-20T00:00:00+02:00"}""", 400)]
    [InlineData("""{"jusqua":"2026-04-20T00:00:00+02:00","motif":" "}""", 400)]
    [InlineData("""{"jusqua":"2026-04-20","motif":"Panne"}""", 400)]
    [InlineData("""{"jusqua":"2026-04-10T08:00:00Z","motif":"Panne"}""", 422)]
    public async Task An_exception_has_an_end_to_come_and_a_reason(string body, int status)
    {
        Assert.Equal(status, (await GrantAsync(body)).Status);
        Assert.Empty((await _rehearsal.GetAsync(Rehearsal.Exceptions)).EnumerateArray());
    }

    [Fact]
    public async Task What_was_never_granted_cannot_be_revoked() =>
        Assert.Equal(404, (await RevokeAsync(Guid.NewGuid(), "Rien")).Status);

    private Task<Reply> GrantAsync(string body) => _rehearsal.SendAsync(Actor.Dgcs, HttpMethod.Post, Rehearsal.Exceptions, body);

    private Task<Reply> RevokeAsync(Guid id, string reason) => _rehearsal.SendAsync(
        Actor.Dgcs, HttpMethod.Post, $"{Rehearsal.Exceptions}/{id}/revocation", JsonSerializer.Serialize(new { motif = reason }));
}
