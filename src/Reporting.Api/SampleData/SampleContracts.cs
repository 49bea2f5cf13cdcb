using Reporting.Domain.Catalogue;
using Reporting.Domain.Contracts;
using Reporting.Domain.Territories;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Api.SampleData;

/// <summary>A plausible contract for each territory, in proportion to its population.</summary>
internal static class SampleContracts
{
    private const double YearlyGrowth = 0.08;

    private static readonly (string Number, string Title, Indicator[] Indicators)[] Actions =
    [
        ("1.1", "Aller vers les familles hébergées et les collégiens (exemple)", [Enf1, Enf3]),
        ("1.2", "Accompagner les familles et mobiliser les jeunes (exemple)", [Enf1, Enf4]),
        ("1.3", "Accompagner les mères seules sans domicile (exemple)", [Enf2]),
        ("2.1", "Lever les freins sociaux à l'emploi (exemple)", [Emp1, Emp3A, Emp3B, Emp3C]),
        ("2.2", "Former les professionnels de l'insertion (exemple)", [Emp2]),
        ("3.1", "Aller vers pour l'accès aux droits (exemple)", [Dro1, Dro2, Dro6]),
        ("3.2", "Former les travailleurs sociaux (exemple)", [Dro3]),
        ("3.3", "Prévenir les expulsions (exemple)", [Dro4, Dro5]),
        ("3.4", "Aller vers les personnes sans domicile (exemple)", [Dro7, Dro8]),
        ("4.1", "Visiter les ménages en précarité énergétique (exemple)", [Tes1]),
        ("4.2", "Diagnostiquer la mobilité (exemple)", [Tes2]),
        ("4.3", "Tarification sociale des cantines (exemple)", [Tes3]),
    ];

    // What openapi/examples/remontee.json reports, so that the example can be deposited as it stands.
    private static readonly (string Number, string Title, Indicator[] Indicators)[] ActionsToTry =
    [
        ("1.1", "Aller vers les familles hébergées (exemple)", [Enf1]),
        ("1.2", "Accompagner la parentalité (exemple)", [Enf1]),
        ("1.3", "Ouvrir les collégiens à la culture (exemple)", [Enf3]),
        ("2.1", "Lever les freins sociaux à l'emploi (exemple)", [Emp1, Emp3B]),
        ("3.1", "Renforcer la CCAPEX (exemple)", [Dro4]),
        ("4.1", "Plateforme de mobilité (exemple)", [Tes2]),
    ];

    /// <summary>Units for 100,000 inhabitants at the start.</summary>
    private static readonly Dictionary<Indicator, double> Frequencies = new()
    {
        [Enf1] = 160, [Enf2] = 9, [Enf3] = 120, [Enf4] = 85,
        [Emp1] = 210, [Emp2] = 24, [Emp3A] = 40, [Emp3B] = 48, [Emp3C] = 2,
        [Dro1] = 180, [Dro2] = 95, [Dro3] = 30, [Dro4] = 0.35, [Dro5] = 26, [Dro6] = 70, [Dro7] = 22, [Dro8] = 90,
        [Tes1] = 75, [Tes2] = 60, [Tes3] = 240,
    };

    public static Contract For(Territory territory, Random random)
    {
        var toTry = territory.Siren == SampleTerritory.Siren;
        var actions = (toTry ? ActionsToTry : Actions)
            .Select(action => new ContractAction(Number(action.Number), action.Title, action.Indicators))
            .Where(action => toTry || IsEverywhere(action.Number) || random.NextDouble() < 0.85)
            .ToList();
        var indicators = new Contract(actions, []).Indicators;
        return new(actions, [.. indicators.Select(indicator => Trajectory(indicator, territory, random))]);
    }

    // Every axis has an action, and EMP-1 always has the mobility diagnoses that it shares people with.
    private static bool IsEverywhere(ActionNumber number) => number.Rank == 1 || number.Axis == Axis.Transition;

    private static Trajectory Trajectory(Indicator indicator, Territory territory, Random random)
    {
        var start = Frequencies[indicator] * territory.Population / 100_000 * (0.75 + (random.NextDouble() / 2));
        return new(
            indicator,
            Round(start, indicator),
            Enumerable.Range(Contract.FirstYear, Contract.LastYear - Contract.FirstYear + 1).ToDictionary(
                year => year,
                year => Round(start * Math.Pow(1 + YearlyGrowth, year - Contract.FirstYear + 1), indicator)));
    }

    private static decimal Round(double figure, Indicator indicator) =>
        Math.Max(indicator.Decimals == 0 ? 4 : 0.5m, Math.Round((decimal)figure, indicator.Decimals));

    private static ActionNumber Number(string text) =>
        ActionNumber.TryParse(text, out var number) ? number : throw new FormatException(text);
}
