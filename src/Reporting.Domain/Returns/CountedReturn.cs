namespace Reporting.Domain.Returns;

/// <summary>The outcome of counting a return.</summary>
/// <param name="Lines">The counted lines in catalogue order; a line in error is left out.</param>
/// <param name="Findings">Everything found, folded by cause, the gravest first.</param>
/// <param name="RuleVersion">The version of the rules that counted.</param>
public sealed record CountedReturn(
    IReadOnlyList<CountedLine> Lines, IReadOnlyList<Finding> Findings, string RuleVersion)
{
    /// <summary>Whether nothing found refuses the return.</summary>
    public bool IsAcceptable => Findings.All(finding => finding.Severity is not Severity.Error);
}
