using System.Net;
using System.Text.Json;
using Reporting.Api.Tests.Hosting;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Returns;

public sealed class ReturnVersionsTests : IAsyncLifetime, IDisposable
{
    private const string Contract =
        """
        { "actions": [ { "numero": "3.1", "intitule": "Droits", "indicateurs": ["DRO-2", "DRO-6"] } ],
          "trajectoires": [ { "indicateur": "DRO-2", "cibles": { "2024": 1, "2025": 1, "2026": 1, "2027": 1 } },
                            { "indicateur": "DRO-6", "cibles": { "2024": 1, "2025": 1, "2026": 1, "2027": 1 } } ] }
        """;

    private const string Complete = """{"indicateurs":[{"code":"DRO-2","cible":100,"valeur":120},{"code":"DRO-6","cible":100,"valeur":130}]}""";

    private readonly RunningService _service = new();
    private HttpClient _metropole = null!;

    public async Task InitializeAsync() => _metropole = await _service.ClientAsync("metropole", RunningService.Rennes);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _metropole.Dispose();
        _service.Dispose();
    }

    [Fact]
    public async Task The_same_content_however_written_keeps_its_version_and_its_tag()
    {
        using var first = await PutAsync(Complete);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(Route, first.Headers.Location?.OriginalString);
        string[] same =
        [
            Complete,
            Complete.Replace("130", "130.0", StringComparison.Ordinal),
            Complete.Replace("130", "1.3e2", StringComparison.Ordinal),
            Complete.Replace(",", " ,\n\t ", StringComparison.Ordinal),
            Complete.Replace("\"code\":\"DRO-2\",\"cible\":100", "\"cible\":100,\"\\u0063ode\":\"DRO-2\",\"commentaire\":null", StringComparison.Ordinal),
        ];
        foreach (var body in same)
        {
            using var again = await PutAsync(body);
            Assert.Equal(HttpStatusCode.OK, again.StatusCode);
            Assert.Equal(1, (await ReadAsync(again)).GetProperty("version").GetInt32());
            Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        }

        using var other = await PutAsync(Complete.Replace("130", "131", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(2, (await ReadAsync(other)).GetProperty("version").GetInt32());
        Assert.NotEqual(first.Headers.ETag, other.Headers.ETag);
        using var old = await _metropole.GetAsync(Of($"{Route}?version=1"));
        Assert.Equal(130, (await ReadAsync(old)).GetProperty("lignes")[1].GetProperty("valeur").GetDecimal());
    }

    [Theory]
    [InlineData("?version=0", HttpStatusCode.NotFound)]
    [InlineData("?version=-1", HttpStatusCode.NotFound)]
    [InlineData("?version=2", HttpStatusCode.NotFound)]
    [InlineData("?version=x", HttpStatusCode.BadRequest)]
    [InlineData("?version=99999999999", HttpStatusCode.BadRequest)]
    [InlineData("?version=1", HttpStatusCode.OK)]
    public async Task A_version_is_read_by_its_number(string query, HttpStatusCode status)
    {
        using var put = await PutAsync(Complete);
        using var answer = await _metropole.GetAsync(Of(Route + query));
        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("If-Match", "\"1\"", HttpStatusCode.OK)]
    [InlineData("If-Match", "*", HttpStatusCode.OK)]
    [InlineData("If-Match", "\"7\", \"1\"", HttpStatusCode.OK)]
    [InlineData("If-Match", "\"0\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("If-Match", "\"\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("If-Match", "W/\"1\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("If-Match", "1", HttpStatusCode.BadRequest)]
    [InlineData("If-Match", "\"1", HttpStatusCode.BadRequest)]
    [InlineData("If-None-Match", "*", HttpStatusCode.PreconditionFailed)]
    [InlineData("If-None-Match", "\"1\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("If-None-Match", "\"2\"", HttpStatusCode.OK)]
    [InlineData("If-None-Match", "x", HttpStatusCode.BadRequest)]
    public async Task A_precondition_is_held_to_the_current_tag(string header, string value, HttpStatusCode status)
    {
        using var first = await PutAsync(Complete, "If-None-Match", "*");
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal("\"1\"", first.Headers.ETag?.Tag);
        using var second = await PutAsync(Complete.Replace("130", "131", StringComparison.Ordinal), header, value);
        Assert.Equal(status, second.StatusCode);
    }

    [Fact]
    public async Task No_tag_matches_a_return_that_was_never_posted()
    {
        using var put = await PutAsync(Complete, "If-Match", "*");
        Assert.Equal(HttpStatusCode.PreconditionFailed, put.StatusCode);
        using var deposit = await DepositAsync();
        Assert.Equal(HttpStatusCode.NotFound, deposit.StatusCode);
    }

    [Fact]
    public async Task A_draft_after_a_deposit_leaves_the_totals_on_what_was_deposited()
    {
        await PutContractAsync();
        using var lecteur = await _service.ClientAsync("lecteur");
        using var put = await PutAsync(Complete);
        Assert.Null(await AgeingAsync(lecteur));

        using var deposit = await DepositAsync();
        Assert.Equal(HttpStatusCode.OK, deposit.StatusCode);
        Assert.NotEqual(put.Headers.ETag, deposit.Headers.ETag);
        using var again = await DepositAsync();
        Assert.Equal((await ReadAsync(deposit)).GetRawText(), (await ReadAsync(again)).GetRawText());
        Assert.Equal(deposit.Headers.ETag, again.Headers.ETag);
        Assert.Equal(130, await AgeingAsync(lecteur));

        using var next = await PutAsync(Complete.Replace("130", "131", StringComparison.Ordinal));
        Assert.Equal("brouillon", (await ReadAsync(next)).GetProperty("etat").GetString());
        Assert.Equal(130, await AgeingAsync(lecteur));
        using var first = await _metropole.GetAsync(Of($"{Route}?version=1"));
        Assert.Equal("deposee", (await ReadAsync(first)).GetProperty("etat").GetString());

        using var second = await DepositAsync();
        Assert.Equal("deposee", (await ReadAsync(second)).GetProperty("etat").GetString());
        Assert.Equal(131, await AgeingAsync(lecteur));
    }

    [Theory]
    [InlineData("""{"indicateurs":[{"code":"DRO-2","cible":100,"valeur":120},{"code":"DRO-6","valeur":130}]}""", "G-CIBLE", "/indicateurs/1")]
    [InlineData("""{"indicateurs":[{"code":"DRO-2","cible":100,"valeur":120}]}""", "G-OBLIGATOIRE", "/indicateurs")]
    public async Task What_only_a_deposit_requires_is_a_warning_before(string body, string rule, string pointer)
    {
        await PutContractAsync();
        using var put = await PutAsync(body);
        Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        Assert.Equal((rule, "avertissement", pointer), Assert.Single(await FindingsAsync(put)));

        using var deposit = await DepositAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, deposit.StatusCode);
        Assert.Equal((rule, "erreur", pointer), Assert.Single(await FindingsAsync(deposit)));
        using var read = await _metropole.GetAsync(Of(Route));
        Assert.Equal("brouillon", (await ReadAsync(read)).GetProperty("etat").GetString());
    }

    [Fact]
    public async Task A_line_outside_the_contract_is_a_warning_and_can_be_deposited()
    {
        await PutContractAsync();
        using var put = await PutAsync(Complete.Replace("]}", ",{\"code\":\"ENF-2\",\"cible\":1,\"valeur\":1}]}", StringComparison.Ordinal));
        Assert.Equal(("G-OBLIGATOIRE", "avertissement", "/indicateurs/2"), Assert.Single(await FindingsAsync(put)));
        using var deposit = await DepositAsync();
        Assert.Equal(HttpStatusCode.OK, deposit.StatusCode);
    }

    [Fact]
    public async Task Without_a_contract_a_return_is_kept_and_cannot_be_deposited()
    {
        using var put = await PutAsync(Complete);
        Assert.Equal(("G-OBLIGATOIRE", "avertissement", "/indicateurs"), Assert.Single(await FindingsAsync(put)));
        using var deposit = await DepositAsync();
        Assert.Equal(HttpStatusCode.Conflict, deposit.StatusCode);
        var problem = await ReadAsync(deposit);
        Assert.Equal("urn:reporting:campagne-fermee", problem.GetProperty("type").GetString());
        var held = Assert.Single(problem.GetProperty("verrous").EnumerateArray());
        Assert.Equal(
            ("contrat", "absent", "dgcs, en enregistrant le contrat"),
            (held.GetProperty("nature").GetString(), held.GetProperty("etat").GetString(), held.GetProperty("leveePar").GetString()));
    }

    [Fact]
    public async Task A_deposit_holds_to_the_receipt_of_a_simulation()
    {
        await PutContractAsync();
        var other = await ReceiptAsync(Complete.Replace("130", "131", StringComparison.Ordinal));
        var same = await ReceiptAsync(Complete.Replace("130", "130.00", StringComparison.Ordinal));
        Assert.NotEqual(other, same);
        using var put = await PutAsync(Complete);

        foreach (var stale in (string[])[other, "", "x", same.ToUpperInvariant()])
        {
            using var refused = await DepositAsync(stale);
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Equal("urn:reporting:recu-perime", (await ReadAsync(refused)).GetProperty("type").GetString());
        }

        using var deposit = await DepositAsync(same);
        Assert.Equal(HttpStatusCode.OK, deposit.StatusCode);
    }

    [Fact]
    public async Task A_deposit_refused_for_its_receipt_says_everything_that_changed()
    {
        await PutContractAsync();
        using var put = await PutAsync(Complete);
        var receipt = await ReceiptAsync(Complete.Replace("130", "131.5", StringComparison.Ordinal)
            .Replace("DRO-6", "DRO-4", StringComparison.Ordinal));
        await PutContractAsync(Contract.Replace("Droits", "Accès aux droits", StringComparison.Ordinal));

        using var refused = await DepositAsync(receipt);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var problem = await ReadAsync(refused);
        Assert.Equal(
            [
                ("document", null, null, null, "La version enregistrée n'est pas le document simulé."),
                ("contrat", null, null, null, "Le contrat a changé : version 1 au reçu, version 2 aujourd'hui."),
                ("chiffre", "DRO-4", 131.5m, null, "DRO-4 : 131,5 au reçu, aucun chiffre aujourd'hui."),
                ("chiffre", "DRO-6", null, 130m, "DRO-6 : aucun chiffre au reçu, 130 aujourd'hui."),
                ("constats", null, null, null, "Les constats des règles ne sont plus les mêmes."),
            ],
            problem.GetProperty("changements").EnumerateArray().Select(change => (
                change.GetProperty("nature").GetString(), Text(change, "indicateur"), Figure(change, "avant"),
                Figure(change, "apres"), change.GetProperty("message").GetString())));
        Assert.EndsWith("Rien n'a été déposé : simulez de nouveau.", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);

        using var deposit = await DepositAsync(await ReceiptAsync(Complete));
        Assert.Equal(HttpStatusCode.OK, deposit.StatusCode);
    }

    [Fact]
    public async Task A_contract_that_changes_after_the_simulation_holds_the_deposit_back()
    {
        await PutContractAsync();
        using var put = await PutAsync(Complete);
        var receipt = await ReceiptAsync(Complete);
        await PutContractAsync(Contract.Replace("Droits", "Accès aux droits", StringComparison.Ordinal));

        using var refused = await DepositAsync(receipt);
        Assert.Equal(["contrat"], (await ReadAsync(refused)).GetProperty("changements").EnumerateArray()
            .Select(change => change.GetProperty("nature").GetString()));
    }

    [Fact]
    public async Task Every_finding_points_into_the_posted_document()
    {
        for (var seed = 0; seed < 300; seed += 3)
        {
            var body = GeneratedReturn.Json(seed);
            using var put = await PutAsync(body);
            var answer = await ReadAsync(put);
            if (!answer.TryGetProperty("constats", out var findings) || answer.TryGetProperty("type", out var type)
                && type.GetString() == "urn:reporting:json-illisible")
            {
                continue;
            }

            using var document = JsonDocument.Parse(body);
            foreach (var finding in findings.EnumerateArray())
            {
                var pointer = finding.GetProperty("pointeur").GetString()!;
                Assert.True(Resolves(document.RootElement, pointer), $"{seed}: {finding} in {body}");
            }
        }
    }

    private static bool Resolves(JsonElement element, string pointer)
    {
        foreach (var step in pointer.Split('/').Skip(1).Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
        {
            if (element.ValueKind is JsonValueKind.Array && int.TryParse(step, out var index) && index < element.GetArrayLength())
            {
                element = element[index];
            }
            else if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(step, out element))
            {
                return false;
            }
        }

        return true;
    }

    private async Task PutContractAsync(string contract = Contract)
    {
        using var dgcs = await _service.ClientAsync("dgcs");
        using var answer = await dgcs.PutAsync(Of($"/v1/contrats/{RunningService.Rennes}"), RunningService.Json(contract));
        Assert.True(answer.IsSuccessStatusCode);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static decimal? Figure(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetDecimal() : null;

    private Task<HttpResponseMessage> PutAsync(string body, string? header = null, string? value = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, Of(Route)) { Content = RunningService.Json(body) };
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        return _metropole.SendAsync(request);
    }

    private Task<HttpResponseMessage> DepositAsync(string? receipt = null) =>
        _metropole.PostAsync(Of($"{Route}/depot"), receipt is null ? null : RunningService.Json($"{{\"recu\":\"{receipt}\"}}"));

    private async Task<string> ReceiptAsync(string body)
    {
        using var answer = await _metropole.PostAsync(Of($"{Route}/simulation"), RunningService.Json(body));
        return (await ReadAsync(answer)).GetProperty("recu").GetString()!;
    }

    private static async Task<IEnumerable<(string?, string?, string?)>> FindingsAsync(HttpResponseMessage answer) =>
        (await ReadAsync(answer)).GetProperty("constats").EnumerateArray().Select(finding => (
            finding.GetProperty("regle").GetString(), finding.GetProperty("gravite").GetString(), finding.GetProperty("pointeur").GetString()));

    // DRO-6, the sixth indicator of the third axis.
    private static async Task<decimal?> AgeingAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(Of("/v1/tableaux-de-bord/national/2025"));
        var indicator = (await ReadAsync(answer)).GetProperty("axes")[2].GetProperty("indicateurs")[5];
        Assert.Equal("DRO-6", indicator.GetProperty("code").GetString());
        return indicator.TryGetProperty("valeur", out var value) && value.ValueKind is not JsonValueKind.Null ? value.GetDecimal() : null;
    }
}
