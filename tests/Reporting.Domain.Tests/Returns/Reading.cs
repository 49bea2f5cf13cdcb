using System.Globalization;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Tests.Returns;

/// <summary>Writes outcomes as short texts that a test compares literally.</summary>
internal static class Reading
{
    /// <summary>"brut -> valeur" or "brut -> borneBasse..valeur"; null when the line is left out.</summary>
    public static string? Figure(this CountedReturn counted, string code) =>
        Line(counted, code) is not { } line ? null
        : line.LowerBound == line.Value ? $"{Plain(line.Gross)} -> {Plain(line.Value)}"
        : $"{Plain(line.Gross)} -> {Plain(line.LowerBound)}..{Plain(line.Value)}";

    /// <summary>"rule contribution effect", the contribution 1-based, * for the line as a whole.</summary>
    public static IReadOnlyList<string> Effects(this CountedReturn counted, string code) =>
        [.. Line(counted, code)!.Explanation.Select(effect =>
            $"{effect.Rule} {effect.Contribution?.ToString(CultureInfo.InvariantCulture) ?? "*"} {Plain(effect.Amount)}")];

    /// <summary>"severity rule code pointer", then "&amp; pointer" for each other place and "[operation path]" for the fix.</summary>
    public static IReadOnlyList<string> Told(this CountedReturn counted) =>
        [.. counted.Findings.Select(finding => string.Join(' ',
            [
                Word(finding.Severity), finding.Rule, finding.Message.Code, finding.Pointer,
                .. finding.OtherPointers.Select(pointer => "& " + pointer),
                .. finding.Fix.Select(fix => $"[{fix.Operation} {fix.Path}]"),
            ]))];

    public static CountedLine? Line(this CountedReturn counted, string code) =>
        counted.Lines.SingleOrDefault(line => line.Indicator.Code == code);

    public static string Plain(decimal figure) => figure.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "erreur",
        Severity.Warning => "avertissement",
        Severity.Information => "information",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };
}
