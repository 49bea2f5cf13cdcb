using System.ComponentModel;
using System.Text.Json.Serialization;
using Reporting.Api.Campaigns;
using Reporting.Domain.Campaigns;
using Reporting.Domain.FollowUp;
using Reporting.Domain.Returns;

namespace Reporting.Api.FollowUp;

[Description("Où en sont les remontées d'une campagne.")]
internal sealed record FollowUpAnswer(
    [property: JsonPropertyName("campagne"), Description("La campagne.")] CampaignAnswer Campaign,
    [property: JsonPropertyName("totaux"), Description("Les territoires suivis, par état.")] FollowUpTotals Totals,
    [property: JsonPropertyName("territoires"), Description("Les territoires suivis, par SIREN.")] IReadOnlyList<FollowUpTerritory> Territories)
{
    /// <summary>The state of a return that nobody has begun.</summary>
    public const string Absent = "absente";

    public static FollowUpAnswer From(Campaign campaign, IReadOnlyList<ReturnProgress> returns, DateTimeOffset now) => new(
        CampaignAnswer.From(campaign, now),
        FollowUpTotals.From(returns, now),
        [.. returns.Select(progress => FollowUpTerritory.From(progress, now))]);

    public static string StateCode(ReturnProgress progress) => progress.State?.ToCode() ?? Absent;
}

[Description("Le nombre de territoires dans chaque état.")]
internal sealed record FollowUpTotals(
    [property: JsonPropertyName("attendues"), Description("Remontées attendues : la somme des cinq états.")] int Expected,
    [property: JsonPropertyName("absentes"), Description("Rien n'a été posté.")] int Absent,
    [property: JsonPropertyName("brouillons"), Description("Postées, jamais déposées.")] int Drafts,
    [property: JsonPropertyName("deposees"), Description("Déposées, à examiner.")] int Deposited,
    [property: JsonPropertyName("renvoyees"), Description("Renvoyées, à corriger.")] int SentBack,
    [property: JsonPropertyName("validees"), Description("Validées.")] int Validated,
    [property: JsonPropertyName("enRetard"), Description("Jamais déposées, et l'échéance est passée.")] int Late,
    [property: JsonPropertyName("aExaminer"), Description("Dont la dernière version déposée attend un examen.")] int AwaitingReview)
{
    public static FollowUpTotals From(IReadOnlyList<ReturnProgress> returns, DateTimeOffset now) => new(
        returns.Count,
        returns.Count(progress => progress.State is null),
        returns.Count(progress => progress.State is ReturnState.Draft),
        returns.Count(progress => progress.State is ReturnState.Deposited),
        returns.Count(progress => progress.State is ReturnState.SentBack),
        returns.Count(progress => progress.State is ReturnState.Validated),
        returns.Count(progress => progress.FirstDepositAt is null && progress.DaysLate(now) is not null),
        returns.Count(progress => progress.Life.Awaiting is not null));
}

[Description("Où en est la remontée d'un territoire.")]
internal sealed record FollowUpTerritory(
    [property: JsonPropertyName("siren"), Description("SIREN du territoire.")] string Siren,
    [property: JsonPropertyName("nom"), Description("Nom du territoire.")] string Name,
    [property: JsonPropertyName("departement"), Description("Code du département.")] string Department,
    [property: JsonPropertyName("region"), Description("Code de la région.")] string Region,
    [property: JsonPropertyName("etat"), Description("L'état de la version qui compte, deposee ou validee ; tant qu'aucune ne compte, celui de la dernière, brouillon ou renvoyee, ou absente.")] string State,
    [property: JsonPropertyName("derniereVersion"), Description("La dernière version postée, qui peut être une correction en cours.")] int? LatestVersion,
    [property: JsonPropertyName("etatDerniereVersion"), Description("L'état de la dernière version.")] string? LatestState,
    [property: JsonPropertyName("lignesAttendues"), Description("Indicateurs nationaux du contrat ; absent quand le contrat n'est pas connu.")] int? Expected,
    [property: JsonPropertyName("lignesDonnees"), Description("Parmi eux, ceux de la dernière version.")] int Given,
    [property: JsonPropertyName("indicateursManquants"), Description("Les autres, dans l'ordre du catalogue.")] IReadOnlyList<string> Missing,
    [property: JsonPropertyName("deposeLe"), Description("Dernier dépôt.")] DateTimeOffset? DepositedAt,
    [property: JsonPropertyName("premierDepotLe"), Description("Premier dépôt : celui qui est à l'heure ou en retard.")] DateTimeOffset? FirstDepositAt,
    [property: JsonPropertyName("echeance"), Description("Premier instant où il est trop tard pour déposer : fermeture de la campagne ou fin de la dernière dérogation.")] DateTimeOffset Deadline,
    [property: JsonPropertyName("joursRestants"), Description("Jours jusqu'au dernier jour, 0 ce jour-là ; absent quand il n'y a rien à faire ou plus le temps.")] int? DaysLeft,
    [property: JsonPropertyName("joursRetard"), Description("Jours entamés entre l'échéance et le premier dépôt, ou aujourd'hui ; absent quand il n'y a pas de retard.")] int? DaysLate,
    [property: JsonPropertyName("derniereActivite"), Description("Dernier envoi, dépôt ou examen.")] DateTimeOffset? LastActivityAt,
    [property: JsonPropertyName("versionAExaminer"), Description("La version déposée qui attend un examen.")] int? VersionToReview,
    [property: JsonPropertyName("aExaminerDepuis"), Description("Depuis quand elle attend.")] DateTimeOffset? ToReviewSince)
{
    public static FollowUpTerritory From(ReturnProgress progress, DateTimeOffset now) => new(
        progress.Territory.Siren,
        progress.Territory.Name,
        progress.Territory.Department,
        progress.Territory.Region,
        FollowUpAnswer.StateCode(progress),
        progress.Life.Latest?.Version,
        progress.Life.Latest?.State.ToCode(),
        progress.Expected is [] ? null : progress.Expected.Count,
        progress.GivenOfExpected,
        [.. progress.Missing.Select(indicator => indicator.Code)],
        Paris(progress.LastDepositAt),
        Paris(progress.FirstDepositAt),
        ParisTime.Of(progress.Deadline.EndsAt),
        progress.DaysLeft(now),
        progress.DaysLate(now),
        Paris(progress.LastActivityAt),
        progress.Life.Awaiting?.Version,
        Paris(progress.Life.Awaiting?.At));

    private static DateTimeOffset? Paris(DateTimeOffset? instant) => instant is { } at ? ParisTime.Of(at) : null;
}
