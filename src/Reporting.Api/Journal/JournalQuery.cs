using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Reporting.Store.Journal;

namespace Reporting.Api.Journal;

/// <summary>Which entries are asked for.</summary>
internal sealed record JournalQuery
{
    public const string BeforeName = "avant";

    public static IReadOnlyList<string> Names { get; } =
        ["annee", "territoire", "acteur", "action", "depuis", "jusqu", BeforeName, "limite"];

    [FromQuery(Name = "annee"), Description("La campagne concernée.")]
    public int? Year { get; init; }

    [FromQuery(Name = "territoire"), Description("SIREN du territoire concerné.")]
    public string? Territory { get; init; }

    [FromQuery(Name = "acteur"), Description("Identifiant de qui a agi.")]
    public string? Actor { get; init; }

    [FromQuery(Name = "action"), Description("Code de l'action, par exemple « remontee.deposer ».")]
    public string? Action { get; init; }

    [FromQuery(Name = "depuis"), Description("Premier instant demandé.")]
    public DateTimeOffset? From { get; init; }

    [FromQuery(Name = "jusqu"), Description("Premier instant qui ne l'est plus.")]
    public DateTimeOffset? Until { get; init; }

    [FromQuery(Name = BeforeName), Description("Seulement les entrées d'un numéro plus petit.")]
    public long? Before { get; init; }

    [FromQuery(Name = "limite"), Description("Nombre d'entrées, de 1 à 1000 ; 100 à défaut.")]
    public int? Limit { get; init; }

    public JournalFilter ToFilter() => new()
    {
        Year = Year,
        Territory = Territory,
        Actor = Actor,
        Action = Action,
        From = From,
        Until = Until,
        Before = Before ?? long.MaxValue,
    };
}
