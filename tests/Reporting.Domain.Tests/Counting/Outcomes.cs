using Reporting.Domain.Returns;
using Reporting.Domain.Tests.Returns;
using static Reporting.Domain.Tests.Returns.Reading;

namespace Reporting.Domain.Tests.Counting;

/// <summary>Writes what counting a return gave, texts apart: those are the catalogue's and the rules' own.</summary>
internal static class Outcomes
{
    public static string Write(CountedReturn counted) =>
        WriteLines(counted) + string.Concat(counted.Told().Select(finding => finding + "\n"));

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
