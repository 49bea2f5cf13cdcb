using System.Net;
using System.Text.Json;
using Reporting.Api.Tests.Hosting;

namespace Reporting.Api.Tests.Lifecycle;

public sealed class ReviewTests : IAsyncLifetime
{
    private Rehearsal _rehearsal = null!;

    public async Task InitializeAsync() => _rehearsal = await Rehearsal.StartAsync();

    public Task DisposeAsync() => _rehearsal.DisposeAsync().AsTask();

    [Fact]
    public async Task A_correction_after_a_validation_needs_review_while_the_validated_version_stays_in_force()
    {
        await DepositAsync(100);
        Assert.Equal("validee", (await _rehearsal.ValidateAsync()).State);
        Assert.Equal((100, 0), (await _rehearsal.TotalAsync(), await ProvisionalAsync()));

        await DepositAsync(70);
        Assert.Equal((100, 0), (await _rehearsal.TotalAsync(), await ProvisionalAsync()));
        Assert.Equal(200, (await _rehearsal.ValidateAsync(2)).Status);
        Assert.Equal(70, await _rehearsal.TotalAsync());

        // The DGCS alone undoes a validation, and the one before stands again.
        var refused = await _rehearsal.SendBackAsync(2);
        Assert.Equal((409, "etat-incompatible"), (refused.Status, refused.Problem));
        Assert.Equal(200, (await _rehearsal.SendBackAsync(2, Actor.Dgcs)).Status);
        Assert.Equal(100, await _rehearsal.TotalAsync());
    }

    [Fact]
    public async Task A_first_deposit_sent_back_leaves_the_totals_and_shows_what_was_said()
    {
        await DepositAsync(100);
        var sentBack = await _rehearsal.SendBackAsync();
        Assert.Equal("renvoyee", sentBack.State);
        Assert.Equal("Revoir DRO-6", sentBack.Body.GetProperty("revue").GetProperty("commentaire").GetString());
        // The review is of 15 March 2026: the fifteen days end with the 30th, in summer time by then.
        Assert.Equal("2026-03-31T00:00:00+02:00", sentBack.Body.GetProperty("revue").GetProperty("corrigeableJusqua").GetString());
        Assert.Null(await _rehearsal.TotalAsync());

        // Sent back as it is, it cannot be deposited again; posted anew, even unchanged, it is another version.
        var again = await _rehearsal.DepositAsync();
        Assert.Equal((409, "etat-incompatible"), (again.Status, again.Problem));
        Assert.Equal(2, (await _rehearsal.PutAsync(100)).Version);
        Assert.Equal(2, (await _rehearsal.PutAsync(100)).Version);
        Assert.Equal(200, (await _rehearsal.DepositAsync()).Status);
        Assert.Equal(100, await _rehearsal.TotalAsync());
    }

    [Fact]
    public async Task A_version_deposited_meanwhile_is_never_reviewed_unseen()
    {
        var seen = await DepositAsync(100);
        await DepositAsync(70);

        var unnamed = await _rehearsal.ValidateAsync();
        Assert.Equal((409, "version-a-nommer"), (unnamed.Status, unnamed.Problem));
        var superseded = await _rehearsal.ValidateAsync(1);
        Assert.Equal((409, "etat-incompatible"), (superseded.Status, superseded.Problem));
        Assert.Equal("deposee", superseded.Body.GetProperty("verrous")[0].GetProperty("etat").GetString());
        Assert.Equal(412, (await _rehearsal.ValidateAsync(tag: seen.Tag)).Status);
        Assert.Equal(412, (await _rehearsal.SendBackAsync(2, tag: seen.Tag)).Status);

        var current = await _rehearsal.SendAsync(Actor.Commissaire, HttpMethod.Get, Rehearsal.Return);
        var validated = await _rehearsal.ValidateAsync(tag: current.Tag);
        Assert.Equal((200, 2, "validee"), (validated.Status, validated.Version, validated.State));
        Assert.NotEqual(current.Tag, validated.Tag);
    }

    [Theory]
    [InlineData("{}", 400)]
    [InlineData("""{"commentaire":""}""", 400)]
    [InlineData("""{"commentaire":"  "}""", 400)]
    [InlineData("""{"commentaire":"Revoir","jusqua":"2026-05-01"}""", 400)]
    [InlineData("""{"commentaire":"Revoir","jusqua":"2026-05-01T00:00:00"}""", 400)]
    [InlineData("""{"commentaire":"Revoir","jusqua":"2026-03-15T12:00:00Z"}""", 422)]
    [InlineData("""{"commentaire":"Revoir","version":9}""", 404)]
    [InlineData("""{"commentaire":"Revoir","verison":1}""", 400)]
    public async Task A_sending_back_says_why_and_until_when(string body, int status)
    {
        await DepositAsync(100);
        Assert.Equal(status, (await _rehearsal.SendAsync(Actor.Commissaire, HttpMethod.Post, $"{Rehearsal.Return}/renvoi", body)).Status);
        Assert.Equal(100, await _rehearsal.TotalAsync());
    }

    [Fact]
    public async Task What_is_sent_back_in_April_can_be_answered_until_the_time_given_to_the_second()
    {
        await DepositAsync(100);
        await _rehearsal.MoveToAsync(new(2026, 4, 10, 9, 0, 0, TimeSpan.FromHours(2)));
        Assert.Equal(409, (await _rehearsal.PutAsync(70)).Status);
        Assert.Equal(200, (await _rehearsal.SendBackAsync(until: "2026-04-20T18:00:00+02:00")).Status);

        var opening = await _rehearsal.GetAsync(Rehearsal.Opening, Actor.Owner);
        Assert.Equal((true, "2026-04-20T18:00:00+02:00"), (opening.GetProperty("ouverte").GetBoolean(), opening.GetProperty("jusqua").GetString()));
        Assert.Equal("renvoi", opening.GetProperty("periodes")[1].GetProperty("nature").GetString());

        await _rehearsal.MoveToAsync(new(2026, 4, 20, 17, 59, 59, 999, TimeSpan.FromHours(2)));
        Assert.Equal(200, (await _rehearsal.PutAsync(70)).Status);
        await _rehearsal.MoveToAsync(new(2026, 4, 20, 18, 0, 0, TimeSpan.FromHours(2)));
        Assert.Equal((409, "campagne-fermee"), (await _rehearsal.DepositAsync() is var late ? (late.Status, late.Problem) : default));
        Assert.Equal("2026-04-20T18:00:00+02:00", late.Body.GetProperty("verrou").GetProperty("depuis").GetString());
    }

    [Fact]
    public async Task Owner_and_reviewers_comment_on_a_line_and_the_comment_stays_with_its_version()
    {
        await DepositAsync(100);
        var comment = await _rehearsal.SendAsync(
            Actor.Commissaire, HttpMethod.Post, $"{Rehearsal.Return}/commentaires", """{"indicateur":"DRO-6","texte":"Pourquoi si peu ?"}""");
        Assert.Equal((201, 1, "commissaire"), (comment.Status, comment.Version, comment.Body.GetProperty("role").GetString()));
        await _rehearsal.SendBackAsync();
        await _rehearsal.PutAsync(110);
        await _rehearsal.AdvanceAsync(TimeSpan.FromSeconds(1));
        await _rehearsal.SendAsync(
            Actor.Owner, HttpMethod.Post, $"{Rehearsal.Return}/commentaires", """{"indicateur":"DRO-6","texte":"Dix de plus","version":2}""");

        Assert.Equal(
            ["1 commissaire Pourquoi si peu ?", "2 metropole Dix de plus"],
            (await _rehearsal.GetAsync($"{Rehearsal.Return}/commentaires", Actor.Owner)).EnumerateArray().Select(Line));
        Assert.Equal(
            ["1 commissaire Pourquoi si peu ?"],
            (await _rehearsal.GetAsync($"{Rehearsal.Return}/commentaires?version=1")).EnumerateArray().Select(Line));
        foreach (var (body, status) in new[]
        {
            ("""{"indicateur":"DRO-9","texte":"x"}""", 422), ("""{"indicateur":"DRO-6","texte":" "}""", 400),
            ("""{"indicateur":"DRO-6","texte":"x","version":3}""", 404), ("""{"indicateur":"DRO-6","texte":"x","version":0}""", 404),
        })
        {
            Assert.Equal((body, status), (body, (await _rehearsal.SendAsync(Actor.Owner, HttpMethod.Post, $"{Rehearsal.Return}/commentaires", body)).Status));
        }

        static string Line(JsonElement comment) =>
            $"{comment.GetProperty("version")} {comment.GetProperty("role")} {comment.GetProperty("texte")}";
    }

    [Fact]
    public async Task The_opening_tells_every_lock_and_what_each_caller_may_do()
    {
        await DepositAsync(100);
        await _rehearsal.MoveToAsync(new(2026, 4, 2, 0, 0, 0, TimeSpan.FromHours(2)));
        Assert.Equal(
            "poster - calendrier; deposer - calendrier,etat; valider - ; renvoyer - ; renvoyer-validee - etat; deroger -",
            await OperationsAsync(Actor.Lecteur));
        Assert.Equal(
            "poster - calendrier; deposer - calendrier,etat; valider + ; renvoyer + ; renvoyer-validee - etat; deroger -",
            await OperationsAsync(Actor.Commissaire));
        Assert.Equal(
            "poster - calendrier; deposer - calendrier,etat; valider + ; renvoyer + ; renvoyer-validee - etat; deroger +",
            await OperationsAsync(Actor.Dgcs));
        await _rehearsal.ValidateAsync();
        Assert.EndsWith("valider - etat; renvoyer - etat; renvoyer-validee + ; deroger +", await OperationsAsync(Actor.Dgcs));

        var locks = (await _rehearsal.GetAsync($"/v1/campagnes/2025/territoires/{RunningService.Bordeaux}/ouverture")).GetProperty("verrous");
        Assert.Equal(
            ["calendrier close", "contrat absent", "etat absente"],
            locks.EnumerateArray().Select(held => $"{held.GetProperty("nature").GetString()} {held.GetProperty("etat").GetString()}"));
    }

    private async Task<string> OperationsAsync(Actor actor) => string.Join("; ",
        (await _rehearsal.GetAsync(Rehearsal.Opening, actor)).GetProperty("operations").EnumerateArray().Select(operation =>
            $"{operation.GetProperty("operation")} {(operation.GetProperty("permise").GetBoolean() ? '+' : '-')} {string.Join(',', operation.GetProperty("verrous").EnumerateArray())}"))
        .TrimEnd();

    private async Task<Reply> DepositAsync(decimal value)
    {
        Assert.True((await _rehearsal.PutAsync(value)).Status < 300);
        var deposit = await _rehearsal.DepositAsync();
        Assert.Equal((int)HttpStatusCode.OK, deposit.Status);
        return deposit;
    }

    private async Task<decimal?> ProvisionalAsync() => Rehearsal.Figure(
        await _rehearsal.GetAsync("/v1/tableaux-de-bord/national/2025", Actor.Lecteur), "partProvisoire");
}
