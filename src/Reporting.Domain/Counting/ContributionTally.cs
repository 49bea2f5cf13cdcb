using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Counting;

/// <summary>The working count of one contribution: what the rules leave of it, and why.</summary>
internal sealed class ContributionTally(LineTally line, Contribution posted, int index)
{
    public Contribution Posted => posted;

    public Indicator Indicator => line.Indicator;

    public int CampaignYear => line.CampaignYear;

    public int Position => index + 1;

    /// <summary>False once nobody can say how many units are left, so that one cause is told once.</summary>
    public bool IsCountable { get; private set; } = posted.Headcount == Figures.Clamp(posted.Headcount);

    public decimal Retained { get; private set; } = Figures.Clamp(posted.Headcount);

    /// <summary>Takes the units of a field away; more than is left is an error.</summary>
    public void Subtract(Rule rule, ContributionField field) => Subtract(rule, field, field.Figure(posted));

    public void Subtract(Rule rule, ContributionField field, decimal? units)
    {
        if (units is not > 0 || !IsCountable)
        {
            return;
        }

        if (units > Retained)
        {
            IsCountable = false;
            Error(rule, Messages.ExclusionTooLarge(field, units.Value, Retained), field);
            return;
        }

        Retain(rule, Retained - units.Value);
    }

    public void Retain(Rule rule, decimal units)
    {
        if (units != Retained)
        {
            Explain(rule, units - Retained);
            Retained = units;
        }
    }

    public void RetainNothing(Rule rule) => Retain(rule, 0);

    public void Explain(Rule rule, decimal effect) =>
        line.Explain(rule, Position, effect, Messages.Explanation(this, rule));

    public void Require(Rule rule, ContributionField field, Message message)
    {
        if (!field.IsGiven(posted))
        {
            Error(rule, message);
        }
    }

    public void Error(Rule rule, Message message, ContributionField? at = null, PatchOperation? fix = null) =>
        line.Error(rule, message, Pointer(at), fix);

    public void ErrorAt(Rule rule, Message message, string pointer) => line.Error(rule, message, pointer);

    public void Warn(Rule rule, Message message, ContributionField? at = null) =>
        line.Warn(rule, message, Pointer(at));

    public string Pointer(ContributionField? field = null)
    {
        var place = $"{line.Pointer}/contributions/{index}";
        return field is null ? place : $"{place}/{field.Name}";
    }
}
