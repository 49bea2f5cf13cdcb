using Reporting.Domain.Returns;
using Reporting.Domain.Tests.Returns;
using static Reporting.Domain.Tests.Returns.Reading;

namespace Reporting.Domain.Tests.Counting;

/// <summary>Writes what counting a return gave, texts apart: those are the catalogue's and the rules' own.</summary>
internal static class Outcomes
{
    public static string Write(CountedReturn counted) =>
        WriteLines(counted) + string.Concat(counted.Told().Select(finding => finding + "\n"));

    /// <summary>The same with each place told on its own, whatever is folded with what and whatever mend is offered.</summary>
    public static string WritePlaceByPlace(CountedReturn counted) =>
        WriteLines(counted) + string.Concat(counted.Findings
            .SelectMany(finding => finding.OtherPointers.Prepend(finding.Pointer)
                .Select(pointer => $"{finding.Severity} {finding.Rule} {finding.Message.Code} {pointer}\n"))
            .Distinct().Order(StringComparer.Ordinal));

    public static string WriteLines(CountedReturn counted) => string.Concat(counted.Lines.Select(line => string.Join(' ',
        [
            line.Indicator.Code,
            line.Target is { } target ? Plain(target) : "-",
            Plain(line.Gross),
            Plain(line.LowerBound),
            Plain(line.Value),
            Plain(line.ComparableValue),
            line.Rate is { } rate ? Plain(rate) : "-",
            line.Derived ? "derived" : "",
            line.Estimated ? "estimated" : "",
            line.MethodChange is null ? "" : "broken",
            .. line.Contributions.Select(contribution => Plain(contribution.Retained)),
            .. counted.Effects(line.Indicator.Code),
        ]) + "\n"));
}
