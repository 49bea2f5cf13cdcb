using Reporting.Domain.Returns;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

internal sealed class Dro2Falc() : Rule(
    "DRO2-FALC",
    "Annexe 6, droits, accompagnement renforcé : documents FALC",
    "Qui n'a reçu que des documents faciles à lire n'est pas compté.",
    Dro2)
{
    internal override void Apply(ContributionTally contribution) =>
        contribution.Subtract(this, ContributionField.EasyReadOnly);
}
