using System.Net;
using System.Text.Json;
using Reporting.Api.Tests.Access;
using Reporting.Api.Tests.Hosting;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Grants;

/// <summary>For whom a caller acts is the store's to say, with every request.</summary>
public sealed class GrantTests(TwoIssuers issuers) : IClassFixture<TwoIssuers>
{
    private const string Opening = $"/v1/campagnes/2025/territoires/{RunningService.Rennes}/ouverture";
    private const string OtherOpening = $"/v1/campagnes/2025/territoires/{RunningService.Bordeaux}/ouverture";

    [Fact]
    public async Task A_system_acts_for_the_territory_it_is_granted_until_that_is_withdrawn()
    {
        const string system = "aaaaaaaa-0000-0000-0000-000000000001";
        Assert.Equal(404, await StatusAsync(issuers.OfSystem("metropole", system), Opening));

        var granted = await GrantAsync($$"""{ "sujet": "{{system.ToUpperInvariant()}}", "territoire": "{{RunningService.Rennes}}", "libelle": "SI de Rennes" }""");
        Assert.Equal(
            ("entra", system, RunningService.Rennes),
            (granted.GetProperty("emetteur").GetString(), granted.GetProperty("sujet").GetString(), granted.GetProperty("territoire").GetString()));
        Assert.Equal(200, await StatusAsync(issuers.OfSystem("metropole", system), Opening));
        Assert.Equal(404, await StatusAsync(issuers.OfSystem("metropole", system), OtherOpening));

        await WithdrawAsync(granted);
        Assert.Equal(404, await StatusAsync(issuers.OfSystem("metropole", system), Opening));
        await WithdrawAsync(granted);
        var listed = (await ListAsync()).Single(grant => grant.GetProperty("sujet").GetString() == system);
        Assert.True(listed.TryGetProperty("revoqueLe", out _));
    }

    [Fact]
    public async Task One_withdrawal_leaves_the_other_territories_of_a_system_alone()
    {
        const string vendor = "aaaaaaaa-0000-0000-0000-000000000002";
        var rennes = await GrantAsync($$"""{ "sujet": "{{vendor}}", "territoire": "{{RunningService.Rennes}}" }""");
        await GrantAsync($$"""{ "sujet": "{{vendor}}", "territoire": "{{RunningService.Bordeaux}}" }""");
        Assert.Equal((200, 200), await BothAsync(issuers.OfSystem("metropole", vendor)));

        await WithdrawAsync(rennes);
        Assert.Equal((404, 200), await BothAsync(issuers.OfSystem("metropole", vendor)));
    }

    [Fact]
    public async Task A_commissaire_reads_the_region_it_is_granted()
    {
        const string person = "bbbbbbbb-0000-0000-0000-000000000001";
        await GrantAsync($$"""{ "sujet": "{{person}}", "region": "53" }""");
        Assert.Equal((200, 404), await BothAsync(issuers.OfPerson("commissaire", person)));
        // A region is nothing to who has another role.
        Assert.Equal((404, 404), await BothAsync(issuers.OfPerson("metropole", person)));
    }

    [Fact]
    public async Task A_person_does_not_act_for_what_the_application_is_granted_that_asked_for_the_token()
    {
        await GrantAsync($$"""{ "sujet": "{{TwoIssuers.System}}", "territoire": "{{RunningService.Rennes}}" }""");
        Assert.Equal(200, await StatusAsync(issuers.OfSystem("metropole"), Opening));
        Assert.Equal(404, await StatusAsync(issuers.OfPerson("metropole"), Opening));
        Assert.Equal(404, await StatusAsync(issuers.OfPerson("metropole", claims: ("scp", null)), Opening));
        Assert.Equal(200, await StatusAsync(issuers.OfSystem("metropole", claims: [("sub", "pairwise"), ("idtyp", "app")]), Opening));
        Assert.Equal(404, await StatusAsync(issuers.OfSystem("metropole", claims: ("sub", "pairwise")), Opening));
    }

    [Fact]
    public async Task A_token_cannot_grant_itself_anything()
    {
        (string, object?)[] claims = [("territoires", RunningService.Rennes), ("regions", "53"), ("acteur", "dgcs")];
        Assert.Equal((404, 404), await BothAsync(issuers.OfSystem("metropole", "aaaaaaaa-0000-0000-0000-000000000003", claims: claims)));
        Assert.Equal((404, 404), await BothAsync(issuers.OfBroker("commissaire", "agent-1", claims: claims)));
    }

    [Fact]
    public async Task A_subject_of_one_issuer_is_nobody_with_another()
    {
        await GrantAsync("""{ "emetteur": "courtier", "sujet": "agent-2", "region": "53" }""");
        Assert.Equal((200, 404), await BothAsync(issuers.OfBroker("commissaire", "agent-2")));
        Assert.Equal((404, 404), await BothAsync(issuers.OfPerson("commissaire", "agent-2")));
        Assert.Equal((404, 404), await BothAsync(issuers.OfBroker("commissaire", "AGENT-2")));
    }

    [Fact]
    public async Task What_is_granted_and_withdrawn_is_in_the_journal_under_who_did_it()
    {
        const string owner = "bbbbbbbb-0000-0000-0000-000000000009";
        var granted = await GrantAsync($$"""{ "sujet": "{{Guid.NewGuid()}}", "territoire": "{{RunningService.Bordeaux}}" }""", owner);
        await WithdrawAsync(granted, owner);
        using var client = await issuers.BearingAsync(issuers.OfPerson("dgcs"));
        var entries = (await ReadAsync(await client.GetAsync(Of($"/v1/journal?acteur={owner}")))).GetProperty("entrees").EnumerateArray();
        Assert.Equal(
            [("habilitation.retirer", RunningService.Bordeaux), ("habilitation.accorder", RunningService.Bordeaux)],
            entries.Select(entry => (entry.GetProperty("action").GetString(), entry.GetProperty("territoire").GetString())));
    }

    [Theory]
    [InlineData("""{ "sujet": "x" }""", "")]
    [InlineData($$"""{ "sujet": "x", "territoire": "{{RunningService.Rennes}}", "region": "53" }""", "")]
    [InlineData("""{ "sujet": "x", "territoire": "123456789" }""", "/territoire")]
    [InlineData("""{ "sujet": "x", "region": "99" }""", "/region")]
    [InlineData("""{ "emetteur": "inconnu", "sujet": "x", "region": "53" }""", "/emetteur")]
    public async Task A_grant_that_could_mean_nothing_is_refused(string body, string pointer)
    {
        using var client = await issuers.BearingAsync(issuers.OfPerson("dgcs"));
        using var answer = await client.PostAsync(Of("/v1/habilitations"), RunningService.Json(body));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(pointer, Assert.Single((await ReadAsync(answer)).GetProperty("constats").EnumerateArray()).GetProperty("pointeur").GetString());
    }

    private async Task<JsonElement> GrantAsync(string body, string owner = TwoIssuers.Analyst)
    {
        using var client = await issuers.BearingAsync(issuers.OfPerson("dgcs", owner));
        using var answer = await client.PostAsync(Of("/v1/habilitations"), RunningService.Json(body));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await ReadAsync(answer);
    }

    private async Task WithdrawAsync(JsonElement granted, string owner = TwoIssuers.Analyst)
    {
        using var client = await issuers.BearingAsync(issuers.OfPerson("dgcs", owner));
        using var answer = await client.DeleteAsync(Of($"/v1/habilitations/{granted.GetProperty("id").GetString()}"));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private async Task<IEnumerable<JsonElement>> ListAsync()
    {
        using var client = await issuers.BearingAsync(issuers.OfPerson("dgcs"));
        return (await ReadAsync(await client.GetAsync(Of("/v1/habilitations")))).EnumerateArray();
    }

    private async Task<(int Rennes, int Bordeaux)> BothAsync(string token) =>
        (await StatusAsync(token, Opening), await StatusAsync(token, OtherOpening));

    private async Task<int> StatusAsync(string token, string path)
    {
        using var client = await issuers.BearingAsync(token);
        using var answer = await client.GetAsync(Of(path));
        return (int)answer.StatusCode;
    }
}
