using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Counting;

/// <summary>The working count of one line.</summary>
internal sealed class LineTally
{
    private readonly List<Effect> _explanation = [];
    private readonly List<Finding> _findings;

    public LineTally(ReturnLine posted, Indicator indicator, string pointer, int campaignYear, List<Finding> findings)
    {
        Posted = posted;
        Indicator = indicator;
        Pointer = pointer;
        CampaignYear = campaignYear;
        _findings = findings;
        Contributions = [.. (posted.Contributions ?? []).Select((c, index) => new ContributionTally(this, c, index))];
        var declared = posted.Value is { } value ? Figures.Clamp(value) : 0;
        Gross = IsDeclared ? declared : Contributions.Sum(contribution => contribution.Retained);
        Bounds = new(declared, declared);
    }

    public ReturnLine Posted { get; }

    public Indicator Indicator { get; }

    public string Pointer { get; }

    public int CampaignYear { get; }

    public bool Derived { get; init; }

    public IReadOnlyList<ContributionTally> Contributions { get; }

    public decimal Gross { get; }

    public UnionBounds Bounds { get; set; }

    /// <summary>Set once something is wrong with the line: it is not counted.</summary>
    public bool InError { get; private set; }

    public bool IsDeclared => Posted.Contributions is null;

    public void Explain(Rule rule, int? contribution, decimal effect, string text) =>
        _explanation.Add(new(rule.Id, rule.Clause, contribution, effect, text));

    public void Error(Rule rule, Message message, string pointer, PatchOperation? fix = null)
    {
        InError = true;
        _findings.Add(Finding.At(rule.Id, Severity.Error, pointer, message, fix));
    }

    public void Error(Rule rule, Message message) => Error(rule, message, Pointer);

    /// <summary>Refuses the line for its shape, before any rule.</summary>
    public void Refuse(Message message, string pointer, PatchOperation? fix = null)
    {
        InError = true;
        _findings.Add(Finding.At(Finding.Shape, Severity.Error, pointer, message, fix));
    }

    /// <summary>Leaves the line uncounted because of an error that is told at another line.</summary>
    public void Withdraw() => InError = true;

    public void Warn(Rule rule, Message message, string? pointer = null) =>
        _findings.Add(Finding.At(rule.Id, Severity.Warning, pointer ?? Pointer, message));

    /// <summary>Leaves the line uncounted because another one that it depends on is in error.</summary>
    public void Suspend(Rule rule, LineTally cause)
    {
        InError = true;
        _findings.Add(Finding.At(rule.Id, Severity.Information, Pointer, Messages.DependsOnLineInError(cause.Indicator)));
    }

    public CountedLine Outcome() => new()
    {
        Indicator = Indicator,
        Target = Posted.Target,
        Gross = Gross,
        Value = Bounds.Upper,
        LowerBound = Bounds.Lower,
        Estimated = Contributions.Any(contribution => contribution.Posted.Estimated is true),
        MethodChange = Posted.MethodChange,
        Derived = Derived,
        Comment = Posted.Comment,
        Contributions = [.. Contributions.Select(c => new CountedContribution(c.Position, c.Posted, c.Retained))],
        Explanation = [.. _explanation.OrderBy(effect => effect.Contribution ?? int.MaxValue)],
    };
}
