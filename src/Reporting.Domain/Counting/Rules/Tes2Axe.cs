using Reporting.Domain.Returns;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

internal sealed class Tes2Axe() : Rule(
    "TES2-AXE",
    "Annexe 6, transition, diagnostic de mobilité : crédits de l'axe emploi ou transition",
    "Chaque contribution dit l'axe qui la finance, pour compter aussi les personnes en recherche d'emploi dans EMP-1.",
    Tes2)
{
    internal override void Apply(ContributionTally contribution) =>
        contribution.Require(this, ContributionField.FundingAxis, Messages.FundingAxisRequired);

    internal override void Apply(LineTally line)
    {
        if (line.IsDeclared && line.Posted.Value is not null)
        {
            line.Error(this, Messages.ContributionsRequired, $"{line.Pointer}/valeur");
        }
    }
}
