using System.Net;
using System.Text.Json;
using Reporting.Api.Tests.Hosting;
using Reporting.Api.Tests.Returns;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Corrections;

/// <summary>A cause that shows forty times is answered once.</summary>
public sealed class FoldedAnswerTests(OpenCampaign campaign) : IClassFixture<OpenCampaign>
{
    [Fact]
    public async Task A_misspelt_field_on_40_contributions_is_one_finding_with_its_40_renamings()
    {
        var finding = await OnlyFindingAsync(
            HttpStatusCode.BadRequest, Enumerable.Range(1, 40).Select(rank => $$"""{"action":"3.{{rank}}","effectif":1,"horsperiode":0}"""));

        Assert.Equal("« horsperiode » n'est pas un champ connu ; vouliez-vous dire « horsPeriode » ?", finding.GetProperty("message").GetString());
        Assert.Equal("/indicateurs/0/contributions/0/horsperiode", finding.GetProperty("pointeur").GetString());
        Assert.Equal("/indicateurs/0/contributions/39/horsperiode", finding.GetProperty("autresPointeurs")[38].GetString());
        Assert.False(finding.TryGetProperty("precisions", out _));
        Assert.Equal(40, finding.GetProperty("correctif").GetArrayLength());
        Assert.Equal(
            """{"op":"move","from":"/indicateurs/0/contributions/39/horsperiode","path":"/indicateurs/0/contributions/39/horsPeriode"}""",
            finding.GetProperty("correctif")[39].GetRawText());
    }

    [Fact]
    public async Task An_exclusion_too_large_on_40_contributions_is_one_finding_with_what_is_wrong_at_each()
    {
        var finding = await OnlyFindingAsync(
            HttpStatusCode.UnprocessableEntity,
            Enumerable.Range(1, 40).Select(rank => $$"""{"action":"3.{{rank}}","effectif":{{rank}},"horsPeriode":1000}"""));

        Assert.Equal("« horsPeriode » retire plus qu'il ne reste.", finding.GetProperty("message").GetString());
        Assert.Equal(39, finding.GetProperty("autresPointeurs").GetArrayLength());
        var last = finding.GetProperty("precisions")[39];
        Assert.Equal("/indicateurs/0/contributions/39/horsPeriode", last.GetProperty("pointeur").GetString());
        Assert.Equal("« horsPeriode » retire 1\u202F000 alors qu'il ne reste que 40.", last.GetProperty("message").GetString());
        Assert.False(finding.TryGetProperty("correctif", out _));
    }

    [Fact]
    public async Task A_reading_that_stops_at_1000_findings_says_so()
    {
        var strangers = string.Join(',', Enumerable.Range(1, 1_001).Select(rank => $"\"inconnu{rank}\":0"));
        using var response = await campaign.Metropole.PutAsync(Of(Route), RunningService.Json($"{{{strangers}}}"));

        var last = (await ReadAsync(response)).GetProperty("constats").EnumerateArray().Last();
        Assert.Equal(
            "La lecture s'est arrêtée au 1000e constat : corrigez ceux-ci et postez de nouveau, d'autres peuvent suivre.",
            last.GetProperty("message").GetString());
    }

    private async Task<JsonElement> OnlyFindingAsync(HttpStatusCode status, IEnumerable<string> contributions)
    {
        var body = $$"""{"indicateurs":[{"code":"DRO-5","cible":1,"contributions":[{{string.Join(',', contributions)}}]}]}""";
        using var response = await campaign.Metropole.PutAsync(Of(Route), RunningService.Json(body));
        Assert.Equal(status, response.StatusCode);
        var findings = (await ReadAsync(response)).GetProperty("constats").EnumerateArray();
        return Assert.Single(findings, finding => finding.GetProperty("gravite").GetString() == "erreur");
    }
}
