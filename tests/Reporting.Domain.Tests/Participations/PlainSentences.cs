using System.Globalization;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Tests.Participations;

/// <summary>Figures and lines as text, so that a difference shows where it is.</summary>
internal static class PlainSentences
{
    public static void AssertSame(PlainCount expected, PlainCount actual)
    {
        Assert.Equal(Figures(expected.National), Figures(actual.National));
        Assert.Equal(Lines(expected.Lines), Lines(actual.Lines));
    }

    public static string Figures(IEnumerable<KeyValuePair<string, decimal>> national) =>
        string.Concat(national.Select(figure => $"{figure.Key} {Text(figure.Value)}\n"));

    public static string Lines(IEnumerable<ReturnLine> lines) => string.Concat(lines.Select(Line));

    private static string Line(ReturnLine line) =>
        $"{line.Code} {Text(line.Value)}\n" + string.Concat((line.Contributions ?? []).Select(contribution =>
            $"  {string.Join(' ', ContributionField.All.Where(field => field.IsGiven(contribution)).Select(field => Field(field, contribution)))}\n"));

    private static string Field(ContributionField field, Contribution contribution) =>
        field.Name + "=" + (field.Figure(contribution) is { } figure ? Text(figure)
            : field == ContributionField.Action ? contribution.Action
            : field == ContributionField.LocalIndicator ? contribution.LocalIndicator
            : field == ContributionField.Modality ? contribution.Modality
            : field == ContributionField.FundingAxis ? contribution.FundingAxis
            : "?");

    private static string? Text(decimal? figure) => figure?.ToString("0.##", CultureInfo.InvariantCulture);
}
