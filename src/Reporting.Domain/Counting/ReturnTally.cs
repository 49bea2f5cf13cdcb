using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Counting;

/// <summary>The working count of a return.</summary>
internal sealed class ReturnTally
{
    public const string LinesPointer = "/indicateurs";

    private readonly List<Finding> _findings = [];
    private readonly List<LineTally> _lines = [];

    public ReturnTally(Return posted, CountingContext context)
    {
        Posted = posted;
        Context = context;
        for (var index = 0; index < posted.Lines.Count; index++)
        {
            Add(posted.Lines[index], $"{LinesPointer}/{index}");
        }
    }

    public Return Posted { get; }

    public CountingContext Context { get; }

    public IReadOnlyList<LineTally> Lines => _lines;

    public LineTally? Line(Indicator indicator) => _lines.Find(line => line.Indicator == indicator);

    /// <summary>Adds a line that nobody posted, made from others.</summary>
    public LineTally Derive(Indicator indicator)
    {
        var line = new LineTally(
            new() { Code = indicator.Code, Value = 0 }, indicator, LinesPointer, Posted.Year, _findings)
        { Derived = true };
        _lines.Add(line);
        return line;
    }

    public void Find(Rule rule, Severity severity, Message message, string pointer = LinesPointer) =>
        _findings.Add(Finding.At(rule.Id, severity, pointer, message));

    public CountedReturn Outcome() => new(
        [.. _lines.Where(line => !line.InError).OrderBy(line => line.Indicator.Position).Select(line => line.Outcome())],
        [.. Finding.Fold(_findings).OrderByDescending(finding => finding.Severity)],
        RuleRegister.Version);

    private void Add(ReturnLine line, string pointer)
    {
        if (Indicators.Find(line.Code) is not { } indicator)
        {
            Refuse(Messages.UnknownIndicator(line.Code), $"{pointer}/code", Meant(line.Code) is { } meant
                ? PatchOperation.Replace($"{pointer}/code", meant)
                : null);
        }
        else if (Line(indicator) is not null)
        {
            Refuse(Messages.RepeatedLine(indicator), $"{pointer}/code");
        }
        else
        {
            var tally = new LineTally(line, indicator, pointer, Posted.Year, _findings);
            _lines.Add(tally);
            if (line.Value is null == line.Contributions is null)
            {
                tally.Refuse(Messages.ValueOrContributions, pointer,
                    line.Contributions is [] ? PatchOperation.Remove($"{pointer}/contributions") : null);
            }
            else if (line.Contributions is [])
            {
                tally.Refuse(Messages.NoContribution, $"{pointer}/contributions");
            }
        }
    }

    // Where another line stands for the same indicator, which of the two is meant is not known.
    private string? Meant(string code) =>
        Spelling.Meant(code, Indicators.All.Select(indicator => indicator.Code)) is { } meant
        && Posted.Lines.Count(line => Spelling.Meant(line.Code, [meant]) is not null) == 1
            ? meant
            : null;

    private void Refuse(Message message, string pointer, PatchOperation? fix = null) =>
        _findings.Add(Finding.At(Finding.Shape, Severity.Error, pointer, message, fix));
}
