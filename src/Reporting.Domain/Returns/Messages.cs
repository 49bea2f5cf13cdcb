using Reporting.Domain.Catalogue;
using Reporting.Domain.Counting;
using static Reporting.Domain.Figures;

namespace Reporting.Domain.Returns;

/// <summary>The one catalogue of French messages about a posted return, each with a stable code.</summary>
public static class Messages
{
    internal static readonly Message ValueOrContributions = new("valeur-ou-contributions",
        "La ligne doit porter soit « valeur », soit « contributions », et une seule des deux.");

    internal static readonly Message NoContribution = new("contributions-vides",
        "La liste des contributions est vide : donnez-en une au moins, ou déclarez « valeur ».");

    /// <summary>A number of a fiche action that is none.</summary>
    public static readonly Message ActionNumber = new("numero-action",
        "Le numéro de fiche action doit être de la forme « 1.2 » : l'axe de 1 à 4, un point, le rang de 1 à 999.");

    internal static readonly Message Negative = new("negatif", "Un effectif ne peut pas être négatif.");

    internal static readonly Message TooLarge = new("trop-grand",
        $"Un chiffre ne peut pas dépasser {ToFrench(Maximum)}.");

    internal static readonly Message Fractional = new("fraction",
        "Cet indicateur se compte en unités entières.");

    internal static readonly Message TooManyDecimals = new("decimales",
        "Les ETP se comptent avec deux décimales au plus.");

    internal static readonly Message OverlapImpossible = new("doublons-impossibles",
        "Les unités de cet indicateur ne peuvent pas être comptées deux fois : retirez « doublons ».");

    internal static readonly Message FirstHasNoDuplicates = new("doublons-premiere",
        "La première contribution comptée n'en suit aucune : ses « doublons » valent 0, ou sont absents.");

    internal static readonly Message DuplicatesUnknown = new("doublons-non-declares",
        "Sans « doublons », le recoupement avec les contributions précédentes est inconnu : seul un intervalle peut être donné.");

    internal static readonly Message FollowUpRequired = new("sans-suite-requis",
        "« sansSuite » est requis ici : donnez le nombre d'unités restées sans suite, 0 s'il n'y en a pas.");

    internal static readonly Message FollowUpElsewhere = new("sans-suite-hors-reperage",
        "« sansSuite » ne se donne que pour la modalité « reperage ».");

    internal static readonly Message AgesRequired = new("ages-requis",
        "L'âge doit être établi : donnez « parAge », ou à défaut « horsPublic », avec « estimation » à true s'il est estimé.");

    internal static readonly Message AgeExclusionNotEstimated = new("ages-non-ventiles",
        "Sans « parAge », les unités hors tranche d'âge sont prises telles que déclarées ; si elles sont estimées, mettez « estimation » à true.");

    internal static readonly Message HouseholdsRequired = new("menages-requis",
        "« menages » est requis pour une visite sur le lieu de vie : une personne est comptée par ménage.");

    internal static readonly Message HouseholdsElsewhere = new("menages-hors-lieu-de-vie",
        "« menages » ne se donne que pour la modalité « lieu-de-vie ».");

    internal static readonly Message FundingAxisRequired = new("axe-financement-requis",
        "« axeFinancement » est requis sur chaque contribution : « emploi » ou « transition ».");

    internal static readonly Message ContributionsRequired = new("contributions-requises",
        "Cet indicateur ne peut pas être déclaré en bloc : donnez ses contributions, avec leur « axeFinancement ».");

    internal static readonly Message SlimeTakenAsIs = new("slime-tel-quel",
        "Le chiffre SLIME+ est repris tel qu'envoyé au CLER : retirez ce champ.");

    internal static readonly Message ShantytownMethod = new("methode-bidonvilles",
        "Confirmez que le décompte suit la méthode de la plateforme Résorption-bidonvilles (« methodeResorptionBidonvilles »).");

    internal static readonly Message EstimateNotProvided = new("estimation-non-prevue",
        "Le guide ne prévoit pas d'estimation pour cet indicateur : précisez la méthode en commentaire.");

    internal static readonly Message MobilityNotSplit = new("mobilite-non-ventilee",
        "Le recoupement avec les personnes en recherche d'emploi de TES-2 est inconnu : donnez « dontMobilite » pour lever le doute.");

    internal static readonly Message MobilityAboveFigure = new("mobilite-superieure",
        "« dontMobilite » dépasse ce que la ligne retient.");

    internal static readonly Message MobilityAboveContribution = new("mobilite-superieure-contribution",
        "« dontMobilite » dépasse ce que la contribution retient.");

    internal static readonly Message TargetMissing = new("cible-manquante",
        "La cible de l'année manque ; elle est requise pour déposer.");

    internal static readonly Message ContractMissing = new("contrat-absent",
        "Aucun contrat n'est enregistré pour ce territoire : la complétude de la remontée ne peut pas être vérifiée.");

    internal static readonly Message OutsideContract = new("hors-contrat",
        "Cet indicateur n'est rattaché à aucune action du contrat.");

    internal static readonly Message MethodUndescribed = new("methode-non-decrite",
        "Un changement de méthode doit être décrit.");

    internal static readonly Message LineMobilityMisplaced = new("dont-mobilite-mal-place",
        "Sur la ligne, « dontMobilite » ne se donne que pour EMP-1 déclaré par « valeur » ; sinon il va sur les contributions.");

    /// <summary>A code of an indicator that is none.</summary>
    /// <param name="code">The code given.</param>
    public static Message UnknownIndicator(string code) => new("indicateur-inconnu",
        $"« {code} » n'est pas un indicateur national.",
        "Ces codes ne sont pas ceux d'indicateurs nationaux.");

    internal static Message RepeatedLine(Indicator indicator) => new("ligne-repetee",
        $"{indicator.Code} a déjà une ligne : une seule par indicateur.",
        "Ces indicateurs ont déjà une ligne : une seule par indicateur.");

    internal static Message UnknownField(ContributionField field, Indicator indicator) => new("champ-etranger",
        $"« {field.Name} » ne s'applique pas à {indicator.Code}.",
        $"« {field.Name} » ne s'applique pas à ces indicateurs.");

    internal static Message UnknownChoice(ContributionField field, IEnumerable<string> accepted) => new("choix-inconnu",
        $"« {field.Name} » doit valoir {string.Join(", ", accepted.Select(choice => $"« {choice} »"))}.");

    internal static Message ModalityRequired(IEnumerable<string> accepted) => new("modalite-requise",
        $"« modalite » est requise : {string.Join(", ", accepted.Select(choice => $"« {choice} »"))}.");

    internal static Message AgeUnreadable(string age) => new("age-illisible",
        $"« {age} » n'est pas un âge révolu de 0 à 120 ans.",
        "Ces clés de « parAge » ne sont pas des âges révolus de 0 à 120 ans.");

    internal static Message AgesDoNotAddUp(decimal sum, decimal headcount) => new("ages-somme",
        $"La répartition par âge totalise {ToFrench(sum)} alors que l'effectif est de {ToFrench(headcount)}.",
        "La répartition par âge ne totalise pas l'effectif.");

    internal static Message ExclusionTooLarge(ContributionField field, decimal units, decimal left) => new("exclusion-trop-grande",
        $"« {field.Name} » retire {ToFrench(units)} alors qu'il ne reste que {ToFrench(left)}.",
        $"« {field.Name} » retire plus qu'il ne reste.");

    internal static Message HouseholdsAboveHeadcount(decimal households, decimal headcount) => new("menages-superieurs",
        $"{ToFrench(households)} ménages visités dépassent l'effectif de {ToFrench(headcount)} personnes.",
        "Les ménages visités dépassent l'effectif.");

    internal static Message DuplicatesTooMany(decimal duplicates, decimal most) => new("doublons-trop-grands",
        $"{ToFrench(duplicates)} doublons déclarés alors que {ToFrench(most)} sont possibles au plus.",
        "« doublons » dépasse ce qui est possible.");

    internal static Message SharedWithEnf2(string action, string? local) => new("partage-avec-enf-2",
        $"L'action {Source(action, local)} alimente déjà ENF-2, dont les actions ne comptent dans aucun autre indicateur.",
        "Ces actions alimentent déjà ENF-2, dont les actions ne comptent dans aucun autre indicateur.");

    internal static Message SharedWithEmp2(string action, string? local) => new("partage-avec-emp-2",
        $"L'action {Source(action, local)} alimente déjà EMP-2 : ses formations ne comptent pas dans DRO-3.",
        "Ces actions alimentent déjà EMP-2 : leurs formations ne comptent pas dans DRO-3.");

    internal static Message MobilityAboveTes2(decimal declared, decimal jobSeekers) => new("mobilite-superieure-tes-2",
        $"« dontMobilite » totalise {ToFrench(declared)} alors que TES-2 ne compte que {ToFrench(jobSeekers)} personnes en recherche d'emploi.");

    internal static Message AboveEmp1(decimal value, decimal emp1) => new("superieur-a-emp-1",
        $"{ToFrench(value)} dépasse EMP-1 ({ToFrench(emp1)}), dont cet indicateur est une partie.",
        $"Ces chiffres dépassent EMP-1 ({ToFrench(emp1)}), dont ces indicateurs sont une partie.");

    internal static Message LinesMissing(IReadOnlyList<Indicator> indicators) => new("ligne-manquante",
        indicators is [var only]
            ? $"{only.Code} est rattaché au contrat et doit avoir une ligne."
            : $"{Enumerate(indicators.Select(indicator => indicator.Code))} sont rattachés au contrat et doivent avoir une ligne.");

    internal static Message LineOnlyDerived(Indicator indicator) => new("ligne-deduite",
        $"{indicator.Code} est rattaché au contrat mais n'a pas de ligne : seules les personnes de TES-2 y sont comptées. Postez sa ligne, avec sa cible.");

    internal static Message EffectAboveFigure(decimal effect, decimal value) => new("effet-superieur",
        $"Un effet de {ToFrench(effect)} dépasse le chiffre de l'année ({ToFrench(value)}).",
        "L'effet du changement de méthode dépasse le chiffre de l'année.");

    internal static Message LargeVariation(decimal before, decimal now) => new("variation-forte",
        $"Le chiffre passe de {ToFrench(before)} à {ToFrench(now)} sans changement de méthode déclaré : à vérifier.",
        "Ces chiffres varient de plus de la moitié sans changement de méthode déclaré : à vérifier.");

    internal static Message DependsOnLineInError(Indicator cause) => new("depend-d-une-erreur",
        $"Ligne non comptée tant que {cause.Code} est en erreur.");

    internal static string Explanation(ContributionTally contribution, Rule rule) =>
        $"Action {contribution.Posted.Action}, contribution {contribution.Position} : {rule.Summary}";

    internal const string MobilityExplanation =
        "Personnes en recherche d'emploi de TES-2, moins celles que la ligne compte déjà.";

    private static string Source(string action, string? local) => local is null ? action : $"{action} ({local})";

    private static string Enumerate(IEnumerable<string> names)
    {
        var all = names.ToList();
        return $"{string.Join(", ", all.SkipLast(1))} et {all[^1]}";
    }
}
