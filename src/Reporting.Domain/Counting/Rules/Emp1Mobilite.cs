using Reporting.Domain.Returns;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

internal sealed class Emp1Mobilite() : Rule(
    "EMP1-MOBILITE",
    "Annexe 6, transition, diagnostic de mobilité : personnes en recherche d'emploi",
    "Les personnes en recherche d'emploi de TES-2 comptent aussi dans EMP-1, une seule fois.",
    Emp1)
{
    internal override void Apply(ContributionTally contribution)
    {
        if (contribution.IsCountable && contribution.Posted.OfWhichMobility > contribution.Retained)
        {
            contribution.Error(this, Messages.MobilityAboveContribution, ContributionField.OfWhichMobility);
        }
    }

    internal override void Apply(ReturnTally posted)
    {
        var employment = posted.Line(Emp1);
        var mobility = posted.Line(Tes2);
        if (mobility is { InError: true })
        {
            employment?.Suspend(this, mobility);
            return;
        }

        var jobSeekers = mobility is null ? default : JobSeekers(mobility);
        if (employment is null)
        {
            if (jobSeekers.Upper > 0)
            {
                Set(posted.Derive(Emp1), jobSeekers, jobSeekers.Upper);
            }
        }
        else if (!employment.InError)
        {
            Add(employment, jobSeekers);
        }
    }

    private static UnionBounds JobSeekers(LineTally mobility) =>
        GDoublons.Union(mobility.Contributions.Where(c => c.Posted.IsOfJobSeekers));

    private void Add(LineTally employment, UnionBounds jobSeekers)
    {
        var declared = employment.IsDeclared
            ? employment.Posted.OfWhichMobility
            : employment.Contributions.Sum(contribution => contribution.Posted.OfWhichMobility ?? 0);
        if (declared is not { } shared)
        {
            AddUnsplit(employment, jobSeekers);
        }
        else if (shared > jobSeekers.Upper)
        {
            employment.Error(this, Messages.MobilityAboveTes2(shared, jobSeekers.Upper), Pointer(employment));
        }
        else if (shared > employment.Bounds.Upper)
        {
            employment.Error(this, Messages.MobilityAboveFigure, Pointer(employment));
        }
        else
        {
            var own = employment.Bounds;
            Set(employment,
                new(Math.Max(own.Lower, shared) + Math.Max(jobSeekers.Lower, shared) - shared,
                    own.Upper + jobSeekers.Upper - shared),
                jobSeekers.Upper - shared);
        }
    }

    private void AddUnsplit(LineTally employment, UnionBounds jobSeekers)
    {
        if (jobSeekers.Upper == 0)
        {
            return;
        }

        var value = employment.Bounds.Upper;
        Set(employment, new(Math.Max(value, jobSeekers.Lower), value + jobSeekers.Upper), jobSeekers.Upper);
        if (!employment.Bounds.IsExact)
        {
            employment.Warn(this, Messages.MobilityNotSplit);
        }
    }

    private void Set(LineTally line, UnionBounds bounds, decimal effect)
    {
        if (effect != 0)
        {
            line.Explain(this, null, effect, Messages.MobilityExplanation);
        }

        line.Bounds = bounds;
    }

    private static string Pointer(LineTally line) => line.IsDeclared ? $"{line.Pointer}/dontMobilite" : line.Pointer;
}
