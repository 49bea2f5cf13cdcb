using Reporting.Domain.Catalogue;
using Reporting.Domain.Contracts;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Counting.Rules;

internal sealed class GEffectif() : Rule(
    "G-EFFECTIF",
    "Annexe 6, introduction : définition des indicateurs",
    "Les effectifs sont des nombres non négatifs, et seuls les champs de l'indicateur sont admis.")
{
    private static readonly string[] FundingAxes = [Axis.Employment.Code, Axis.Transition.Code];

    public static bool IsFundingAxis(string? code) => code is not null && FundingAxes.Contains(code);

    internal override void Apply(ContributionTally contribution)
    {
        var posted = contribution.Posted;
        if (!ActionNumber.TryParse(posted.Action, out _))
        {
            contribution.Error(this, Messages.ActionNumber, ContributionField.Action, Mend(contribution));
        }

        foreach (var field in ContributionField.All.Where(field => field.IsGiven(posted)))
        {
            if (!field.IsKnownBy(contribution.Indicator))
            {
                contribution.Error(this, Messages.UnknownField(field, contribution.Indicator), field,
                    PatchOperation.Remove(contribution.Pointer(field)));
            }
            else if (field.Figure(posted) is { } figure && Problem(figure) is { } problem)
            {
                contribution.Error(this, problem, field);
            }
        }

        CheckAges(contribution);
        CheckChoice(contribution, ContributionField.Modality, posted.Modality, Modalities.For(contribution.Indicator));
        CheckChoice(contribution, ContributionField.FundingAxis, posted.FundingAxis, FundingAxes);
    }

    internal override void Apply(LineTally line)
    {
        var posted = line.Posted;
        Check(line, posted.Value, "valeur");
        Check(line, posted.Target, "cible");
        Check(line, posted.OfWhichMobility, "dontMobilite");
        if (posted.OfWhichMobility is not null && !(line.IsDeclared && line.Indicator == Catalogue.Indicators.Emp1))
        {
            var place = $"{line.Pointer}/dontMobilite";
            line.Error(this, Messages.LineMobilityMisplaced, place,
                line.Indicator == Catalogue.Indicators.Emp1 ? null : PatchOperation.Remove(place));
        }

        if (!line.InError && !Figures.IsPlausible(line.Gross))
        {
            line.Error(this, Messages.TooLarge, $"{line.Pointer}/contributions");
        }
    }

    private void Check(LineTally line, decimal? figure, string field)
    {
        if (figure is { } given && Problem(given) is { } problem)
        {
            line.Error(this, problem, $"{line.Pointer}/{field}");
        }
    }

    private void CheckAges(ContributionTally contribution)
    {
        foreach (var (age, units) in contribution.Posted.ByAge ?? new Dictionary<string, decimal>())
        {
            if (!Ages.TryParse(age, out _))
            {
                contribution.Error(this, Messages.AgeUnreadable(age), ContributionField.ByAge);
            }
            else if (Problem(units) is { } problem)
            {
                contribution.ErrorAt(this, problem, $"{contribution.Pointer(ContributionField.ByAge)}/{age}");
            }
        }
    }

    private void CheckChoice(
        ContributionTally contribution, ContributionField field, string? choice, IReadOnlyList<string> accepted)
    {
        if (choice is not null && field.IsKnownBy(contribution.Indicator) && !accepted.Contains(choice))
        {
            contribution.Error(this, Messages.UnknownChoice(field, accepted), field,
                Spelling.Meant(choice, accepted) is { } meant ? PatchOperation.Replace(contribution.Pointer(field), meant) : null);
        }
    }

    // Spaces around the number, or a comma for its dot.
    private static PatchOperation? Mend(ContributionTally contribution) =>
        contribution.Posted.Action.Trim().Replace(',', '.') is var number && ActionNumber.TryParse(number, out _)
            ? PatchOperation.Replace(contribution.Pointer(ContributionField.Action), number)
            : null;

    private static Message? Problem(decimal figure) =>
        figure < 0 ? Messages.Negative
        : !Figures.IsPlausible(figure) ? Messages.TooLarge
        : null;
}
