using System.Text.Json;
using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting;

/// <summary>The body that another program counted from 400 participation records, with the national figures it must give.</summary>
public sealed class GoldenVectorTests
{
    private static readonly JsonElement Vector = JsonDocument.Parse(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Vectors", "participations-2024.attendu.json"))).RootElement;

    [Fact]
    public void The_emitted_lines_give_exactly_the_national_figures()
    {
        var counted = Count(PostedJson.Lines(Vector.GetProperty("emitted")));

        Assert.True(counted.IsAcceptable);
        Assert.Equal(
            Vector.GetProperty("national").EnumerateObject().Select(figure => (figure.Name, figure.Value.GetDecimal())),
            counted.Lines.Select(line => (line.Indicator.Code, line.Value)));
        Assert.All(counted.Lines, line => Assert.Equal(line.Value, line.LowerBound));
    }

    [Fact]
    public void Only_the_targets_the_ages_and_the_method_of_DRO_7_are_left_to_confirm() =>
        Assert.Equal(
            ["ages-non-ventiles", "cible-manquante", "methode-bidonvilles"],
            Count(PostedJson.Lines(Vector.GetProperty("emitted"))).Findings.Select(finding => finding.Message.Code).Order());
}
