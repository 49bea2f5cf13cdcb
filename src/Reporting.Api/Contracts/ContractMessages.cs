using Reporting.Domain;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Contracts;
using Reporting.Domain.Returns;

namespace Reporting.Api.Contracts;

/// <summary>The French messages about a posted contract, each with a stable code.</summary>
internal static class ContractMessages
{
    public static readonly Message NoAction = new("actions-vides", "Un contrat porte au moins une action.");

    public static Message RepeatedAction(ActionNumber number) => new("action-repetee",
        $"L'action {number} est donnée deux fois.", "Ces actions sont données deux fois.");

    public static Message RepeatedIndicator(Indicator indicator) => new("indicateur-repete",
        $"{indicator.Code} est donné deux fois.", "Ces indicateurs sont donnés deux fois.");

    public static Message TrajectoryMissing(Indicator indicator) => new("trajectoire-manquante",
        $"{indicator.Code} est rattaché à une action et doit avoir une trajectoire.",
        "Un indicateur rattaché à une action doit avoir une trajectoire.");

    public static Message TrajectoryUnattached(Indicator indicator) => new("trajectoire-sans-action",
        $"{indicator.Code} a une trajectoire sans être rattaché à une action.",
        "Ces indicateurs ont une trajectoire sans être rattachés à une action.");

    public static Message TargetMissing(int year) => new("cible-manquante",
        $"La cible de {year} manque.", "Une cible manque : il en faut une pour chaque année du contrat.");

    public static Message YearOutsideContract(string year, ContractYears years) => new("annee-hors-contrat",
        $"« {year} » n'est pas une année du contrat, de {years.First} à {years.Last}.",
        $"Ces années ne sont pas du contrat, de {years.First} à {years.Last}.");

    public static Message ImpossibleFigure(Indicator indicator) => new("chiffre-impossible",
        indicator.Decimals == 0
            ? $"Un nombre entier de 0 à {Figures.ToFrench(Figures.Maximum)} est attendu."
            : $"Un nombre de 0 à {Figures.ToFrench(Figures.Maximum)}, à deux décimales au plus, est attendu.");

    public static readonly Message YearsOutsidePacte = new("annees-hors-pacte",
        $"Un contrat porte sur des années de {Contract.FirstYear} à {Contract.LastYear}, la dernière au plus tôt la première.");
}
