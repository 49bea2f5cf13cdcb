using System.Text.Json;

namespace Reporting.Api.Tests.Feed;

/// <summary>A small store whose rows the tests know by letter.</summary>
internal static class FeedData
{
    public const string Dimensions =
        """
        INSERT INTO Axis (Code, Label, Position) VALUES
            ('enfance', 'Prévenir la pauvreté dès l''enfance', 1),
            ('emploi', 'Accès à l''emploi pour tous', 2);
        INSERT INTO Indicator (Code, Axis, Label, Unit, Period, Position) VALUES
            ('ENF-1', 'enfance', 'Familles hébergées repérées', 'familles', 'annee', 1),
            ('EMP-1', 'emploi', 'Personnes accompagnées', 'personnes', 'annee', 2);
        INSERT INTO Campaign (Year, OpensAt, ClosesAt) VALUES
            (2024, '2025-02-28T23:00:00.000Z', '2025-03-31T22:00:00.000Z'),
            (2025, '2026-02-28T23:00:00.000Z', '2026-03-31T22:00:00.000Z');
        INSERT INTO Territory (Siren, InseeCode, Name, Nature, Department, Region, Population, SignatorySince, SignatoryUntil) VALUES
            ('200054807', NULL, 'Métropole d''Aix-Marseille-Provence', 'METRO', '13', '93', 1939077, 2024, NULL),
            ('211300553', '13055', 'Marseille', 'COM', '13', '93', 886040, 2024, 2025),
            ('243300316', NULL, 'Bordeaux Métropole', 'METRO', '33', '75', 854334, 2024, NULL),
            ('246700488', NULL, 'Eurométropole de Strasbourg', 'METRO', '67', '44', 521047, 2024, NULL);
        """;

    public const string Script = Dimensions +
        """

        INSERT INTO ReturnVersion (Year, Territory, Version, RecordedAt, RecordedBy, Digest, RuleVersion, Fictitious, Body, Findings) VALUES
            (2024, '243300316', 1, '2025-03-11T08:00:00.000Z', 'essai', 'd1', '2024.1', 0, '{}', '[]'),
            (2024, '246700488', 2, '2025-03-13T08:00:00.000Z', 'essai', 'd2', '2024.1', 1, '{}', '[]'),
            (2025, '243300316', 1, '2026-03-01T08:00:00.000Z', 'essai', 'd3', '2025.1', 0, '{}', '[]');
        INSERT INTO ReturnEvent (Year, Territory, Sequence, Version, State, At, Actor) VALUES
            (2024, '243300316', 1, 1, 'brouillon', '2025-03-11T08:00:00.000Z', 'essai'),
            (2024, '243300316', 2, 1, 'deposee', '2025-03-12T09:30:00.000Z', 'essai'),
            (2024, '243300316', 3, 1, 'validee', '2025-04-02T09:30:00.000Z', 'essai'),
            (2024, '246700488', 1, 2, 'deposee', '2025-03-14T08:00:00.500Z', 'essai'),
            (2025, '243300316', 1, 1, 'deposee', '2026-03-02T10:15:30.123Z', 'essai');
        INSERT INTO ReturnLine (Year, Territory, Version, Indicator, Target, Gross, Value, LowerBound, ComparableValue, Rate, Estimated, Broken, Derived, Comment) VALUES
            (2024, '243300316', 1, 'ENF-1', 420, 410, 410, 400, 410, 0.9762, 0, 0, 0, 'Compté à 50 % au 1er semestre'),
            (2024, '243300316', 1, 'EMP-1', NULL, 900.5, 900.5, 900.5, 900.5, NULL, 1, 0, 0, NULL),
            (2024, '246700488', 2, 'ENF-1', 300, 300, 300, 300, 290, 1, 0, 1, 0, 'L''eau_bleue [a]'),
            (2024, '246700488', 2, 'EMP-1', 500, 0, 0, 0, 0, 0, 0, 0, 0, NULL),
            (2025, '243300316', 1, 'ENF-1', 450, 455.25, 455.25, 455.25, 455.25, 1.0117, 0, 0, 0, '');
        INSERT INTO ReturnContribution (Year, Territory, Version, Indicator, Position, Action, LocalIndicator, Label, Headcount, Retained, Duplicates) VALUES
            (2024, '243300316', 1, 'ENF-1', 1, '1.1', NULL, 'Familles hébergées', 420, 400, NULL),
            (2024, '243300316', 1, 'ENF-1', 2, '1.2', 'L1', NULL, 10, 10, NULL),
            (2024, '246700488', 2, 'ENF-1', 1, '1.1', NULL, NULL, 300, 300, NULL),
            (2025, '243300316', 1, 'ENF-1', 1, '1.1', NULL, NULL, 500, 500, NULL),
            (2025, '243300316', 1, 'ENF-1', 2, '1.2', NULL, NULL, 20, 20, 64.75);
        INSERT INTO ReturnExplanation (Year, Territory, Version, Indicator, Position, RuleId, Clause, Contribution, Effect, Text) VALUES
            (2024, '243300316', 1, 'ENF-1', 1, 'ENF1-SUITE', 'Annexe 6, ENF-1', 1, -20, '20 contacts sans solution proposée ôtés'),
            (2025, '243300316', 1, 'ENF-1', 1, 'G-DOUBLONS', 'Annexe 6', 2, -64.75, 'Doublons ôtés');
        INSERT INTO ContractVersion (Territory, Version, RecordedAt, RecordedBy, Digest) VALUES
            ('243300316', 1, '2024-06-01T08:00:00.000Z', 'essai', 'c1'),
            ('243300316', 2, '2025-03-20T08:00:00.000Z', 'essai', 'c2');
        INSERT INTO ContractPeriod (Territory, Version, FirstYear, LastYear) VALUES ('243300316', 2, 2024, 2024);
        INSERT INTO ContractAction (Territory, Version, Position, Number, Title) VALUES
            ('243300316', 1, 1, '1.1', 'Aller vers'), ('243300316', 2, 1, '1.1', 'Aller vers'), ('243300316', 2, 2, '2.1', 'Accompagner');
        INSERT INTO ContractIndicator (Territory, Version, Number, Indicator) VALUES
            ('243300316', 1, '1.1', 'ENF-1'), ('243300316', 2, '1.1', 'ENF-1'), ('243300316', 2, '2.1', 'EMP-1');
        INSERT INTO ContractTrajectory (Territory, Version, Indicator, Year, Baseline, Target) VALUES
            ('243300316', 1, 'ENF-1', 2024, 380, 400),
            ('243300316', 2, 'ENF-1', 2024, 380, 420),
            ('243300316', 2, 'EMP-1', 2024, NULL, 900.5);
        """;

    private static readonly Dictionary<string, string> Letters = new()
    {
        ["2024 243300316 ENF-1"] = "A",
        ["2024 243300316 EMP-1"] = "B",
        ["2024 246700488 ENF-1"] = "C",
        ["2024 246700488 EMP-1"] = "D",
        ["2025 243300316 ENF-1"] = "E",
    };

    /// <summary>The letters of the rows of Resultats in a document, in their order.</summary>
    public static string LettersOf(JsonElement document) =>
        string.Join(' ', document.GetProperty("value").EnumerateArray().Select(row => Letters[KeyOf(row)]));

    public static string KeyOf(JsonElement row) =>
        $"{row.GetProperty("Annee")} {row.GetProperty("Territoire")} {row.GetProperty("Indicateur")}";
}
