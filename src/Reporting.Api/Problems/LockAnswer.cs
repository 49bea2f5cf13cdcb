using System.ComponentModel;
using System.Text.Json.Serialization;
using Reporting.Api.Campaigns;
using Reporting.Domain.Campaigns;
using Reporting.Domain.Returns;

namespace Reporting.Api.Problems;

[Description("Un verrou : ce qui empêche une opération sur une remontée, et qui peut le lever.")]
internal sealed record LockAnswer(
    [property: JsonPropertyName("nature"), Description("calendrier, territoire, contrat ou etat.")] string Kind,
    [property: JsonPropertyName("etat"), Description("a-venir ou close ; non-signataire ; absent ou hors-periode ; l'état de la version, ou absente.")] string State,
    [property: JsonPropertyName("depuis"), Description("Depuis quand, si c'est un instant.")] DateTimeOffset? Since,
    [property: JsonPropertyName("jusqua"), Description("Quand il se lèvera de lui-même, s'il le doit.")] DateTimeOffset? Until,
    [property: JsonPropertyName("leveePar"), Description("Qui peut lever le verrou, et comment.")] string LiftedBy,
    [property: JsonPropertyName("message"), Description("La même chose en une phrase.")] string Message)
{
    public static LockAnswer From(ReturnLock held) => held switch
    {
        ReturnLock.Calendar calendar => From(calendar),
        ReturnLock.NotSignatory territory => new(
            "territoire", "non-signataire", null, null, "dgcs, par le registre des territoires",
            territory.LastYear is { } last
                ? $"Le territoire ne doit de remontées que de {territory.FirstYear} à {last}."
                : $"Le territoire ne doit de remontées qu'à partir de {territory.FirstYear}."),
        ReturnLock.ContractMissing => new(
            "contrat", "absent", null, null, "dgcs, en enregistrant le contrat",
            "Aucun contrat n'est enregistré pour ce territoire : sa remontée ne peut pas être déposée."),
        ReturnLock.ContractNotInForce contract => new(
            "contrat", "hors-periode", null, null, "dgcs, en enregistrant le contrat",
            $"Le contrat du territoire porte sur {contract.Years.First} à {contract.Years.Last}."),
        ReturnLock.WrongState state => From(state),
        _ => throw new ArgumentOutOfRangeException(nameof(held), held, null),
    };

    private static LockAnswer From(ReturnLock.Calendar held)
    {
        var (year, opens, closes) = held.Campaign;
        var message = held.State switch
        {
            CampaignState.Upcoming => $"La campagne {year} ouvre le {opens:dd/MM/yyyy} ; la simulation est ouverte toute l'année.",
            CampaignState.Open or CampaignState.Closed => $"La campagne {year} est close depuis le {closes:dd/MM/yyyy} ; la DGCS peut accorder une dérogation.",
            _ => throw new ArgumentOutOfRangeException(nameof(held), held.State, null),
        };
        return new(
            "calendrier", CampaignAnswer.StateCode(held.State), InParis(held.Since), InParis(held.Until),
            "dgcs, par une dérogation", message);
    }

    private static LockAnswer From(ReturnLock.WrongState held)
    {
        var (liftedBy, message) = held.State switch
        {
            null => ("metropole, en postant la remontée", "Rien n'a encore été posté."),
            ReturnState.Draft => ("metropole, par un dépôt", $"La version {held.Version} est un brouillon."),
            ReturnState.Deposited => ("commissaire ou dgcs, par une revue ; metropole, par une nouvelle version", $"La version {held.Version} est déposée et attend sa revue."),
            ReturnState.Validated => ("metropole, par une nouvelle version ; dgcs, par un renvoi", $"La version {held.Version} est validée."),
            ReturnState.SentBack => ("metropole, par une nouvelle version", $"La version {held.Version} a été renvoyée : postez-en une nouvelle, même inchangée."),
            _ => throw new ArgumentOutOfRangeException(nameof(held), held.State, null),
        };
        return new("etat", held.State?.ToCode() ?? "absente", InParis(held.Since), null, liftedBy, message);
    }

    private static DateTimeOffset? InParis(DateTimeOffset? instant) => instant is { } at ? ParisTime.Of(at) : null;
}
