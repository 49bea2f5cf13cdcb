using Reporting.Domain.Tests.Generation;

namespace Reporting.Domain.Tests.Participations;

/// <summary>Makes one cell of a row unreadable.</summary>
internal static class Spoiler
{
    private static readonly (string Column, string[] Values)[] Unreadable =
    [
        ("action", ["", "1", "0.1", "5.1", "1.0", "1.1000", "1.01", "1,1", "x", "1.2.3"]),
        ("indicateur", ["", "ENF-5", "enf-1", "EMP-3A", "EMP-3", "TES-31", "DRO"]),
        ("personne", ["", new string('y', 65)]),
        ("menage", [new string('z', 65)]),
        ("session", [new string('s', 65)]),
        ("date", ["", "2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "24-01-01", "2024-1-1", "01/02/2024", "2024-01-01T00:00", "20240101"]),
        ("age", ["-1", "121", "256", "4294967300", "onze", "12.5", "1e1"]),
        ("age_enfant", ["-1", "deux", "2,5"]),
        ("naissance", ["2010-02-30", "hier", "2010"]),
        ("debut", ["2024-06-31", "demain"]),
        ("suite", ["2", "oui", "true", "-1"]),
        ("pro_forme", ["2", "non"]),
        ("demandeur_emploi", ["10", "x"]),
        ("financement", ["etat", "Emploi"]),
        ("categories", ["autre", "monoparentale|autre"]),
        ("issue", ["Maintien", "en-cours"]),
        ("quantite", ["1e9", "-1", "0,5", "1.234", "x", "+1", " 1", ".", "1."]),
        ("exclusion", ["aucune", "FALC"]),
    ];

    public static List<Dictionary<string, string>> Spoil(IEnumerable<Dictionary<string, string>> rows, Dice dice, int percent) =>
        [.. rows.Select(row => dice.Chance(percent) ? Spoil(row, dice) : row)];

    private static Dictionary<string, string> Spoil(Dictionary<string, string> row, Dice dice)
    {
        var (column, values) = dice.Pick(Unreadable);
        return new(row) { [column] = dice.Pick(values) };
    }
}
