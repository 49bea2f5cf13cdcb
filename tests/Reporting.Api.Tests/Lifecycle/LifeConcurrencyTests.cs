using System.Text.Json;

namespace Reporting.Api.Tests.Lifecycle;

public sealed class LifeConcurrencyTests : IAsyncLifetime
{
    private const int Rounds = 12;

    private Rehearsal _rehearsal = null!;

    public async Task InitializeAsync() => _rehearsal = await Rehearsal.StartAsync();

    public Task DisposeAsync() => _rehearsal.DisposeAsync().AsTask();

    [Fact]
    public async Task Posts_deposits_reviews_and_comments_at_once_lose_and_double_nothing()
    {
        var answered = new List<(string What, Reply Reply)>();
        for (var round = 0; round < Rounds; round++)
        {
            var latest = (await _rehearsal.PutAsync(round * 10)).Version;
            var replies = await Task.WhenAll(
                Tell("put", _rehearsal.PutAsync((round * 10) + 1)), Tell("put", _rehearsal.PutAsync((round * 10) + 2)),
                Tell("deposit", _rehearsal.DepositAsync()), Tell("deposit", _rehearsal.DepositAsync()),
                Tell("validate", _rehearsal.ValidateAsync(latest)), Tell("validate", _rehearsal.ValidateAsync(latest, Actor.Dgcs)),
                Tell("sendback", _rehearsal.SendBackAsync(latest)), Tell("sendback", _rehearsal.SendBackAsync(latest, Actor.Dgcs)));
            answered.AddRange(replies);
        }

        Assert.All(answered, pair => Assert.Contains(pair.Reply.Status, new[] { 200, 201, 409 }));
        var listed = await _rehearsal.GetAsync($"{Rehearsal.Return}/versions");
        var versions = listed.GetProperty("versions").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, versions.Count), versions.Select(version => version.GetProperty("version").GetInt32()));

        // Whatever was told done is there once: each version has one draft, at most one deposit, and what may follow it.
        var lives = versions.ConvertAll(version => string.Join(' ', version.GetProperty("evenements").EnumerateArray().Select(entry => entry.GetProperty("etat").GetString())));
        Assert.All(lives, life => Assert.Contains(life, new[]
        {
            "brouillon", "brouillon deposee", "brouillon deposee validee", "brouillon deposee renvoyee", "brouillon deposee validee renvoyee",
        }));
        Assert.Equal(
            answered.Where(pair => pair is { What: "put", Reply.Status: < 300 }).Select(pair => pair.Reply.Version).Distinct().Count() + Rounds,
            versions.Count);
        Assert.Equal(
            answered.Where(pair => pair is { What: "sendback", Reply.Status: 200 }).Select(pair => pair.Reply.Version).Order(),
            versions.Where(version => version.GetProperty("etat").GetString() == "renvoyee").Select(version => version.GetProperty("version").GetInt32()).Order());
        Assert.All(
            answered.Where(pair => pair is { What: "deposit", Reply.Status: 200 }),
            pair => Assert.Contains("deposee", lives[pair.Reply.Version - 1]));
        Assert.All(
            answered.Where(pair => pair is { What: "validate", Reply.Status: 200 }),
            pair => Assert.Contains("validee", lives[pair.Reply.Version - 1]));

        static async Task<(string, Reply)> Tell(string what, Task<Reply> reply) => (what, await reply);
    }

    [Fact]
    public async Task Of_a_validation_and_a_sending_back_at_once_one_wins_and_the_other_is_told()
    {
        for (var round = 1; round <= Rounds; round++)
        {
            var version = (await _rehearsal.PutAsync(round)).Version;
            Assert.Equal(200, (await _rehearsal.DepositAsync()).Status);
            var reviews = await Task.WhenAll(
                _rehearsal.ValidateAsync(version), _rehearsal.SendBackAsync(version), _rehearsal.ValidateAsync(version, Actor.Dgcs),
                _rehearsal.SendBackAsync(version));
            var state = (await _rehearsal.GetAsync($"{Rehearsal.Return}?version={version}")).GetProperty("etat").GetString();
            var told = reviews.Where(review => review.Status == 200).Select(review => review.State).Distinct();
            Assert.Equal([state], told);
            Assert.All(reviews.Where(review => review.Status != 200), review => Assert.Equal("etat-incompatible", review.Problem));
        }
    }

    [Fact]
    public async Task Two_who_move_the_same_dates_or_the_same_territory_at_once_do_not_both_win_unknowingly()
    {
        const string campaign = "/v1/campagnes/2026";
        var known = await _rehearsal.SendAsync(Actor.Dgcs, HttpMethod.Get, campaign);
        var moves = await Task.WhenAll(Enumerable.Range(1, 10).Select(day => _rehearsal.SendAsync(
            Actor.Dgcs, HttpMethod.Put, campaign,
            JsonSerializer.Serialize(new { ouverture = $"2027-02-{day:00}T00:00:00+01:00", fermeture = "2027-03-15T00:00:00+01:00", motif = "Essai" }),
            known.Tag)));
        var winner = Assert.Single(moves, move => move.Status == 200);
        Assert.All(moves.Where(move => move != winner), move => Assert.Equal(412, move.Status));
        Assert.Equal(
            winner.Body.GetProperty("ouverture").GetString(), (await _rehearsal.GetAsync(campaign)).GetProperty("ouverture").GetString());
    }
}
