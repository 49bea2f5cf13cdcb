using System.ComponentModel;
using System.Text.Json.Serialization;
using Reporting.Api.Campaigns;
using Reporting.Api.Problems;
using Reporting.Domain.Campaigns;

namespace Reporting.Api.Openings;

[Description("Si une remontée est ouverte, et sinon tout ce qui la ferme.")]
internal sealed record OpeningAnswer(
    [property: JsonPropertyName("annee"), Description("L'année que les chiffres décrivent.")] int Year,
    [property: JsonPropertyName("territoire"), Description("SIREN du territoire.")] string Territory,
    [property: JsonPropertyName("ouverte"), Description("true quand la remontée peut être postée et, une fois postée, déposée.")] bool IsOpen,
    [property: JsonPropertyName("jusqua"), Description("Premier instant où elle ne le sera plus.")] DateTimeOffset? Until,
    [property: JsonPropertyName("campagne"), Description("La campagne de l'année.")] CampaignAnswer Campaign,
    [property: JsonPropertyName("periodes"), Description("Tout ce qui ouvre la remontée, dans le temps.")] IReadOnlyList<WindowAnswer> Windows,
    [property: JsonPropertyName("verrous"), Description("Tout ce qui empêche de poster ou de déposer.")] IReadOnlyList<LockAnswer> Locks,
    [property: JsonPropertyName("operations"), Description("Ce que l'appelant peut faire maintenant.")] IReadOnlyList<OperationAnswer> Operations)
{
    public static OpeningAnswer From(ReturnSituation situation, IReadOnlyList<OperationAnswer> operations, DateTimeOffset now)
    {
        var post = Opening.For(ReturnAction.Post, situation, now);
        var locks = Opening.For(ReturnAction.Deposit, situation, now).Locks;
        var isOpen = locks.All(held => held is ReturnLock.WrongState);
        return new(
            situation.Campaign.Year,
            situation.Territory.Siren,
            isOpen,
            isOpen && post.Until is { } until ? ParisTime.Of(until) : null,
            CampaignAnswer.From(situation.Campaign, now),
            [.. situation.Windows.OrderBy(window => window.From).Select(WindowAnswer.From)],
            [.. locks.Select(LockAnswer.From)],
            operations);
    }
}

[Description("Une période où le territoire peut poster et déposer.")]
internal sealed record WindowAnswer(
    [property: JsonPropertyName("nature"), Description("campagne, derogation, ou renvoi : le temps donné pour y répondre.")] string Kind,
    [property: JsonPropertyName("du"), Description("Premier instant.")] DateTimeOffset Since,
    [property: JsonPropertyName("au"), Description("Premier instant après la période.")] DateTimeOffset Until)
{
    public static WindowAnswer From(OpenWindow window) => new(
        window.Kind switch
        {
            WindowKind.Campaign => "campagne",
            WindowKind.LateException => "derogation",
            WindowKind.Answer => "renvoi",
            _ => throw new ArgumentOutOfRangeException(nameof(window), window.Kind, null),
        },
        ParisTime.Of(window.From),
        ParisTime.Of(window.Until));
}

[Description("Une opération, et si l'appelant peut la faire maintenant.")]
internal sealed record OperationAnswer(
    [property: JsonPropertyName("operation"), Description("poster, deposer, valider, renvoyer, renvoyer-validee ou deroger.")] string Operation,
    [property: JsonPropertyName("permise"), Description("true quand l'appelant peut la faire maintenant.")] bool IsAllowed,
    [property: JsonPropertyName("role"), Description("true quand son rôle le permet.")] bool RoleAllows,
    [property: JsonPropertyName("verrous"), Description("Natures des verrous qui l'empêchent, quel que soit l'appelant.")] IReadOnlyList<string> Locks);
