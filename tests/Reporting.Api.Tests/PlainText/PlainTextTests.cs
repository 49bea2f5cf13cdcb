using System.Net;
using System.Net.Http.Headers;
using Reporting.Api.Tests.Hosting;
using Reporting.Api.Tests.Returns;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.PlainText;

/// <summary>Answers and refusals in French that a colleague reads in a mail, without a pointer or a brace.</summary>
public sealed class PlainTextTests(OpenCampaign campaign) : IClassFixture<OpenCampaign>
{
    private const string InText = "?format=texte";

    // 40 diagnoses without an axis; two figures that do not add up; a modality in the wrong letters.
    private static readonly string Refused = $$"""
        { "indicateurs": [
            { "code": "ENF-1", "cible": 10, "contributions": [
                { "action": "1.1", "effectif": 10, "modalite": "accompagnement" },
                { "action": "1.2", "effectif": 20, "modalite": "Repérage", "sansSuite": 5, "doublons": 0 } ] },
            { "code": "DRO-5", "cible": 10, "contributions": [
                { "action": "3.1", "effectif": 10, "horsPeriode": 11 },
                { "action": "3.2", "effectif": 20, "horsPeriode": 21, "doublons": 0 } ] },
            { "code": "TES-2", "contributions": [
                {{string.Join(',', Enumerable.Range(1, 40).Select(rank => $$"""{ "action": "4.{{rank}}", "effectif": 10, "sansSuite": 0 }"""))}} ] } ] }
        """;

    [Fact]
    public async Task A_refusal_is_told_indicator_by_indicator_the_errors_first()
    {
        using var put = await campaign.Metropole.PutAsync(Of(Route + InText), RunningService.Json(Refused));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "text/plain; charset=utf-8"), (put.StatusCode, put.Content.Headers.ContentType?.ToString()));
        var text = await put.Content.ReadAsStringAsync();
        Assert.Equal("""
            Le document est refusé par une règle.
            Corrigez les constats de gravité « erreur » ; rien n'a été enregistré.

            À CORRIGER

            ENF-1
            - 2e contribution (action 1.2), champ modalite : « modalite » doit valoir « reperage », « accompagnement », « programme », « ingenierie ».
              Correction : écrivez modalite : « reperage ».
            - 2e contribution (action 1.2), champ sansSuite : « sansSuite » ne se donne que pour la modalité « reperage ».

            DRO-5
            - 1re contribution (action 3.1), champ horsPeriode : « horsPeriode » retire 11 alors qu'il ne reste que 10.
            - 2e contribution (action 3.2), champ horsPeriode : « horsPeriode » retire 21 alors qu'il ne reste que 20.
            - 2e contribution (action 3.2), champ doublons : Les unités de cet indicateur ne peuvent pas être comptées deux fois : retirez « doublons ».
              Correction : retirez « doublons ».

            TES-2
            - contributions 1 à 40 : « axeFinancement » est requis sur chaque contribution : « emploi » ou « transition ».

            À VÉRIFIER

            L'ensemble de la remontée
            - Aucun contrat n'est enregistré pour ce territoire : la complétude de la remontée ne peut pas être vérifiée.

            TES-2
            - La cible de l'année manque ; elle est requise pour déposer.

            Identifiant de la requête :
            """, text[..(text.LastIndexOf(':') + 1)]);
    }

    [Fact]
    public async Task A_misshapen_document_is_told_the_same_way()
    {
        const string body = """{"indicateurs":[{"code":"DRO-6","Cible":4,"contributions":[{"action":"3.1","effectif":"12"}]},{"valeur":1}]}""";
        using var response = await campaign.Metropole.PostAsync(Of($"{Route}/simulation{InText}"), RunningService.Json(body));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith("""
            Le document n'a pas la forme attendue.
            Corrigez les constats et postez de nouveau ; rien n'a été enregistré.

            À CORRIGER

            DRO-6
            - champ Cible : « Cible » n'est pas un champ connu ; vouliez-vous dire « cible » ?
              Correction : renommez « Cible » en « cible ».
            - 1re contribution (action 3.1), champ effectif : Un nombre est attendu ici, sans guillemets.
              Correction : écrivez effectif : 12.

            2e ligne
            - « code » est requis.

            """, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_simulation_shows_the_figures_and_their_bounds()
    {
        const string body = """
            {"indicateurs":[{"code":"DRO-6","cible":1250,"contributions":[{"action":"3.1","effectif":1200},{"action":"3.2","effectif":300}]},
                            {"code":"DRO-4","cible":1.5,"valeur":1.5}]}
            """;
        using var response = await campaign.Metropole.PostAsync(Of($"{Route}/simulation{InText}"), RunningService.Json(body));

        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal("""
            Simulation de la remontée 2025 du territoire 243500139 : acceptable ; rien n'est enregistré.
            0 erreur à corriger, 2 points à vérifier.

            À VÉRIFIER

            L'ensemble de la remontée
            - Aucun contrat n'est enregistré pour ce territoire : la complétude de la remontée ne peut pas être vérifiée.

            DRO-6
            - 2e contribution (action 3.2) : Sans « doublons », le recoupement avec les contributions précédentes est inconnu : seul un intervalle peut être donné.

            CHIFFRES COMPTÉS

            DRO-4 : 1,5, cible 1,5
            DRO-6 : entre 1_200 et 1_500, cible 1_250

            Règles de comptage :
            """.Replace('_', '\u202F'), text[..(text.LastIndexOf(':') + 1)]);
    }

    [Fact]
    public async Task A_version_its_deposit_and_the_refusal_of_one_are_told_the_same_way()
    {
        using var client = await campaign.Service.ClientAsync("metropole", RunningService.Bordeaux);
        using var dgcs = await campaign.Service.ClientAsync("dgcs");
        using var contract = await dgcs.PutAsync(Of($"/v1/contrats/{RunningService.Bordeaux}"), RunningService.Json(
            """
            { "actions": [ { "numero": "3.3", "intitule": "Expulsions", "indicateurs": ["DRO-5"] } ],
              "trajectoires": [ { "indicateur": "DRO-5", "cibles": { "2024": 1, "2025": 1, "2026": 1, "2027": 1 } } ] }
            """));
        const string route = $"/v1/remontees/2025/{RunningService.Bordeaux}";
        using var put = await client.PutAsync(Of(route + InText), RunningService.Json("""{"indicateurs":[{"code":"DRO-5","valeur":3}]}"""));
        using var get = await client.GetAsync(Of(route + InText));
        using var deposit = await client.PostAsync(Of($"{route}/depot{InText}"), null);

        const string opening = "Remontée 2025 du territoire 243300316, version 1 : brouillon, enregistré le 15/03/2026 à 13h00.\n";
        Assert.StartsWith(opening, await put.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(await put.Content.ReadAsStringAsync(), await get.Content.ReadAsStringAsync());
        Assert.NotNull(put.Headers.ETag);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, deposit.StatusCode);
        Assert.Contains("\nDRO-5\n- La cible de l'année manque", await deposit.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain", true)]
    [InlineData("text/plain, */*", true)]
    [InlineData("application/json;q=0.5, text/plain", true)]
    [InlineData("application/json, text/plain, */*", false)]
    [InlineData("text/plain;q=0.5, application/json", false)]
    [InlineData("*/*", false)]
    [InlineData("text/html", false)]
    public async Task Accept_asks_for_text_by_naming_it_before_JSON(string accept, bool isText)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Of(Route));
        request.Headers.Accept.Clear();
        Assert.True(request.Headers.TryAddWithoutValidation("Accept", accept));
        using var response = await campaign.Metropole.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(isText ? "text/plain" : "application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_parameter_outweighs_Accept_and_no_other_format_is_known()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Of($"{Route}?format=json"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/plain"));
        using var json = await campaign.Metropole.SendAsync(request);
        using var unknown = await campaign.Metropole.PutAsync(Of($"{Route}?format=pdf"), RunningService.Json("{}"));

        Assert.Equal("application/problem+json", json.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Equal("« format » vaut « texte » ou « json ».", (await ReadAsync(unknown)).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Whatever_is_posted_is_told_without_a_fault()
    {
        for (var seed = 0; seed < 300; seed += 3)
        {
            using var response = await campaign.Metropole.PostAsync(
                Of($"{Route}/simulation{InText}"), RunningService.Json(GeneratedReturn.Json(seed)));
            Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
            Assert.DoesNotContain("/indicateurs/", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whatever_is_malformed_is_told_without_a_fault()
    {
        foreach (var body in MalformedBodies.Families.Values.SelectMany(family => family))
        {
            using var request = body.Request(HttpMethod.Post, $"{Route}/simulation{InText}");
            using var response = await campaign.Metropole.SendAsync(request);
            Assert.True((int)response.StatusCode is >= 400 and < 500, $"{body}: {(int)response.StatusCode}");
        }
    }
}
