using Reporting.Domain.Contracts;
using Reporting.Domain.Returns;

namespace Reporting.Api.Territories;

/// <summary>The French messages about a posted territory, each with a stable code.</summary>
internal static class TerritoryMessages
{
    public static readonly Message Nature = new("nature-inconnue", "La nature vaut METRO, CU, CA, CC, COMMUNE ou DEPT.");

    public static readonly Message InseeCode = new("code-insee", "Une commune a un code Insee ; un autre territoire n'en a pas.");

    public static readonly Message Department = new("departement-inconnu", "Ce n'est pas un code de département.");

    public static readonly Message Region = new("region-inconnue", "Ce n'est pas un code de région, à deux chiffres.");

    public static readonly Message Population = new("population", "La population est un nombre d'habitants supérieur à 0.");

    public static readonly Message OutsidePacte = new("annee-hors-pacte",
        $"Les années de signature vont de {Contract.FirstYear} à {Contract.LastYear}, la dernière au plus tôt la première.");

    public static readonly Message NotYetEffective = new("effet-a-venir",
        "Une modification s'inscrit une fois en vigueur ; seules les années de signature peuvent être à venir.");

    public static readonly Message LastYearMissing = new("derniere-annee-manquante",
        "Un territoire fusionné a une dernière année de signature.");

    public static readonly Message NoSuccessor = new("successeur-absent",
        "Le successeur doit être un territoire du registre, signataire dès l'année suivante.");

    public static readonly Message NoContainer = new("contenant-absent", "Le territoire qui l'entoure doit être au registre.");

    public static Message Reported(int year) => new("remontee-en-vigueur",
        $"Sa remontée de {year} est comptée dans les totaux : renvoyez-la d'abord.");

    public static readonly Message Circle = new("boucle", "Un territoire ne peut ni se succéder ni s'entourer lui-même.");
}
