using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Serialization;
using Reporting.Api.Json;
using Reporting.Domain.Contracts;

namespace Reporting.Api.Contracts;

[Description("Le contrat local des solidarités d'un territoire.")]
internal sealed record ContractBody
{
    [JsonPropertyName("premiereAnnee"), Description("Première année couverte ; 2024 à défaut.")]
    public int? FirstYear { get; init; }

    [JsonPropertyName("derniereAnnee"), Description("Dernière année couverte ; 2027 à défaut.")]
    public int? LastYear { get; init; }

    [JsonPropertyName("actions"), Description("Les fiches actions.")]
    public required IReadOnlyList<ActionBody> Actions { get; init; }

    [JsonPropertyName("trajectoires"), Description("Une trajectoire par indicateur national rattaché à une action.")]
    public required IReadOnlyList<TrajectoryBody> Trajectories { get; init; }

    // What every contract has unless it says otherwise is left out, so that saying it or not is the same contract.
    public static ContractBody From(Contract contract) => new()
    {
        FirstYear = contract.Years.First == Contract.FirstYear ? null : contract.Years.First,
        LastYear = contract.Years.Last == Contract.LastYear ? null : contract.Years.Last,
        Actions =
        [
            .. contract.Actions.Select(action => new ActionBody
            {
                Number = action.Number.ToString(),
                Title = action.Title,
                Indicators = [.. action.Indicators.Select(indicator => indicator.Code)],
            }),
        ],
        Trajectories =
        [
            .. contract.Trajectories.Select(trajectory => new TrajectoryBody
            {
                Indicator = trajectory.Indicator.Code,
                Baseline = trajectory.Baseline,
                Targets = OrdinalFigures.From(trajectory.Targets.Select(target =>
                    KeyValuePair.Create(target.Key.ToString(CultureInfo.InvariantCulture), target.Value))),
            }),
        ],
    };
}

[Description("Une fiche action.")]
internal sealed record ActionBody
{
    [JsonPropertyName("numero"), StringLength(8, MinimumLength = 1), Description("Numéro, par exemple « 1.2 » : l'axe, un point, le rang.")]
    public required string Number { get; init; }

    [JsonPropertyName("intitule"), StringLength(500, MinimumLength = 1), Description("Intitulé.")]
    public required string Title { get; init; }

    [JsonPropertyName("indicateurs"), Description("Codes des indicateurs nationaux rattachés.")]
    public required IReadOnlyList<string> Indicators { get; init; }
}

[Description("La trajectoire d'un indicateur national.")]
internal sealed record TrajectoryBody
{
    [JsonPropertyName("indicateur"), StringLength(8, MinimumLength = 1), Description("Code de l'indicateur.")]
    public required string Indicator { get; init; }

    [JsonPropertyName("t0"), Description("Situation au 31 décembre 2023 ; absente si elle est inconnue.")]
    public decimal? Baseline { get; init; }

    [JsonPropertyName("cibles"), Description("Cible de chaque année, de 2024 à 2027.")]
    public required OrdinalFigures Targets { get; init; }
}
