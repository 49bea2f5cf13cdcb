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
    [JsonPropertyName("actions"), Description("Les fiches actions.")]
    public required IReadOnlyList<ActionBody> Actions { get; init; }

    [JsonPropertyName("trajectoires"), Description("Une trajectoire par indicateur national rattaché à une action.")]
    public required IReadOnlyList<TrajectoryBody> Trajectories { get; init; }

    public static ContractBody From(Contract contract) => new()
    {
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
