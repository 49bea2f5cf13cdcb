using System.Text.Json;
using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting;

/// <summary>The example body of the wire contract, counted by hand.</summary>
public sealed class ExampleBodyTests
{
    private const string Body = """
        { "indicateurs": [
          { "code": "ENF-1", "cible": 420, "contributions": [
              { "action": "1.1", "libelle": "Aller vers les familles hébergées", "modalite": "reperage", "effectif": 180, "sansSuite": 30 },
              { "action": "1.2", "modalite": "accompagnement", "effectif": 230, "doublons": 24 } ] },
          { "code": "ENF-3", "cible": 300, "contributions": [
              { "action": "1.3", "effectif": 45, "parAge": { "10": 4, "11": 9, "12": 11, "13": 8, "14": 7, "15": 4, "16": 2 } } ] },
          { "code": "EMP-1", "cible": 900, "contributions": [ { "action": "2.1", "effectif": 850, "dontMobilite": 60 } ] },
          { "code": "EMP-3B", "cible": 120, "valeur": 131 },
          { "code": "DRO-4", "cible": 1.5, "valeur": 1.5, "commentaire": "0,5 ETP vacant au second semestre" },
          { "code": "TES-2", "cible": 300, "contributions": [
              { "action": "4.1", "axeFinancement": "emploi", "effectif": 200, "sansSuite": 10 },
              { "action": "4.1", "axeFinancement": "transition", "effectif": 130, "sansSuite": 10, "doublons": 5 } ] } ] }
        """;

    [Theory]
    [InlineData("ENF-1", "410 -> 356", "ENF1-SUITE 1 -30, G-DOUBLONS 2 -24")] // 180 - 30 + 230 - 24
    [InlineData("ENF-3", "45 -> 39", "ENF3-AGE 1 -6")] // without the 4 of 10 and the 2 of 16
    [InlineData("EMP-1", "850 -> 980", "EMP1-MOBILITE * 130")] // 850 + (200 - 10) - 60
    [InlineData("EMP-3B", "131 -> 131", "")]
    [InlineData("DRO-4", "1.5 -> 1.5", "")]
    [InlineData("TES-2", "330 -> 305", "TES2-SUITE 1 -10, TES2-SUITE 2 -10, G-DOUBLONS 2 -5")] // 190 + 120 - 5
    public void Each_figure_is_explained(string code, string figure, string effects)
    {
        var counted = Deposit(PostedJson.Lines(JsonDocument.Parse(Body).RootElement.GetProperty("indicateurs")));

        Assert.Equal(figure, counted.Figure(code));
        Assert.Equal(effects, string.Join(", ", counted.Effects(code)));
        Assert.Empty(counted.Told());
        Assert.Equal(6, counted.Lines.Count);
    }

    [Theory]
    [InlineData("ENF-1", "0.8476")] // 356 / 420
    [InlineData("ENF-3", "0.13")]
    [InlineData("EMP-1", "1.0889")] // 980 / 900
    [InlineData("DRO-4", "1")]
    public void Each_figure_is_compared_with_its_target(string code, string rate)
    {
        var counted = Count(PostedJson.Lines(JsonDocument.Parse(Body).RootElement.GetProperty("indicateurs")));

        Assert.Equal(rate, Reading.Plain(counted.Line(code)!.Rate!.Value));
    }

    [Fact]
    public void What_was_posted_beside_the_figures_is_kept()
    {
        var counted = Count(PostedJson.Lines(JsonDocument.Parse(Body).RootElement.GetProperty("indicateurs")));

        Assert.Equal("0,5 ETP vacant au second semestre", counted.Line("DRO-4")!.Comment);
        Assert.Equal([150, 230], counted.Line("ENF-1")!.Contributions.Select(contribution => contribution.Retained));
        Assert.Equal([1, 2], counted.Line("ENF-1")!.Contributions.Select(contribution => contribution.Position));
        Assert.Equal("Aller vers les familles hébergées", counted.Line("ENF-1")!.Contributions[0].Posted.Label);
    }
}
