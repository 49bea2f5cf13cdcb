using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

internal sealed class Dro8Cartographie() : Rule(
    "DRO8-CARTOGRAPHIE",
    "Annexe 6, droits, personnes sans domicile : outils de cartographie",
    "Un outil de cartographie ne compte personne.",
    Dro8)
{
    internal override void Apply(ContributionTally contribution)
    {
        if (contribution.Posted.MappingTool is true)
        {
            contribution.RetainNothing(this);
        }
    }
}
