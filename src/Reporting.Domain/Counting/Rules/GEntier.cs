using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Counting.Rules;

internal sealed class GEntier() : Rule(
    "G-ENTIER",
    "Annexe 6 : « nombre de » familles, personnes, professionnels, dossiers, ménages, élèves ; ETP pour la CCAPEX",
    "Les chiffres sont entiers, sauf les ETP, à deux décimales.")
{
    internal override void Apply(ContributionTally contribution)
    {
        foreach (var field in ContributionField.All)
        {
            if (field.Figure(contribution.Posted) is { } figure && !Figures.FitsUnit(figure, contribution.Indicator))
            {
                contribution.Error(this, Problem(contribution.Indicator), field);
            }
        }

        foreach (var (age, units) in contribution.Posted.ByAge ?? new Dictionary<string, decimal>())
        {
            if (Ages.TryParse(age, out _) && !Figures.FitsUnit(units, contribution.Indicator))
            {
                contribution.ErrorAt(this, Problem(contribution.Indicator),
                    $"{contribution.Pointer(ContributionField.ByAge)}/{age}");
            }
        }
    }

    internal override void Apply(LineTally line)
    {
        Check(line, line.Posted.Value, "valeur");
        Check(line, line.Posted.Target, "cible");
        Check(line, line.Posted.OfWhichMobility, "dontMobilite");
        Check(line, line.Posted.MethodChange?.Effect, "changementMethode/effet");
    }

    private void Check(LineTally line, decimal? figure, string field)
    {
        if (figure is { } given && !Figures.FitsUnit(given, line.Indicator))
        {
            line.Error(this, Problem(line.Indicator), $"{line.Pointer}/{field}");
        }
    }

    private static Message Problem(Indicator indicator) =>
        indicator.Decimals == 0 ? Messages.Fractional : Messages.TooManyDecimals;
}
