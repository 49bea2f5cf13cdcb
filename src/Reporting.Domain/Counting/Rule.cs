using Reporting.Domain.Catalogue;

namespace Reporting.Domain.Counting;

/// <summary>
/// One counting rule of Annexe 6. A rule acts at up to three moments: on each contribution, on each line once its
/// contributions are known, and on the return once its lines are known.
/// </summary>
public abstract class Rule
{
    private readonly IReadOnlyList<Indicator> _indicators;

    private protected Rule(string id, string clause, string summary, params Indicator[] indicators)
    {
        Id = id;
        Clause = clause;
        Summary = summary;
        _indicators = indicators is [] ? Catalogue.Indicators.All : indicators;
    }

    /// <summary>Stable id, such as <c>ENF1-SUITE</c>.</summary>
    public string Id { get; }

    /// <summary>The clause of the guide that the rule applies, in French.</summary>
    public string Clause { get; }

    /// <summary>What the rule does, in one French sentence.</summary>
    public string Summary { get; }

    /// <summary>Raised by one whenever the rule counts differently, so that the rule version tells.</summary>
    public virtual int Revision => 1;

    /// <summary>The indicators that the rule bears on, in catalogue order.</summary>
    public IReadOnlyList<Indicator> Indicators => _indicators;

    internal virtual void Apply(ContributionTally contribution)
    {
    }

    internal virtual void Apply(LineTally line)
    {
    }

    internal virtual void Apply(ReturnTally posted)
    {
    }
}
