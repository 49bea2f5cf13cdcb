using System.Globalization;
using Reporting.Domain.Catalogue;

namespace Reporting.Benchmarks.Participations;

/// <summary>
/// Participation records of a year, the same for the same number: every indicator and every edge of its checks, one
/// record in five of a person met before, one in a thousand that cannot be read.
/// </summary>
internal sealed class GeneratedRecords
{
    public const int Year = 2024;

    public static readonly string[] Columns =
    [
        "action", "indicateur", "personne", "menage", "age", "naissance", "debut", "age_enfant", "date", "modalite",
        "suite", "pro_forme", "demandeur_emploi", "financement", "categories", "session", "issue", "quantite", "exclusion",
    ];

    private static readonly string[] Codes =
        [.. Indicators.All.Select(indicator => indicator.Code).Where(code => !code.StartsWith("EMP-3", StringComparison.Ordinal))];

    private readonly Dice _dice = new(168);
    private readonly string[] _values = new string[Columns.Length];
    private int _persons;

    /// <summary>Makes the next record: a value for each column, valid until the next call.</summary>
    public ReadOnlySpan<string> Next()
    {
        var person = _persons > 0 && _dice.Chance(0.2) ? _dice.Below(_persons) : _persons++;
        var own = new Dice(Dice.Mix((ulong)person));
        var code = CodeOf(_dice.Chance(0.7) ? own : _dice);
        Array.Fill(_values, "");
        Set("action", ActionOf(code, _dice.Chance(0.7) ? own : _dice));
        Set("indicateur", code);
        Set("personne", NameOf(person));
        Set("menage", own.Chance(0.7) ? HexOf((ulong)(person / 3) + (1UL << 40)) : "");
        Set("date", DateOf(code));
        Set("modalite", ModalityOf(code));
        Set("suite", FlagOf(0.85));
        Set("pro_forme", FlagOf(0.9));
        Set("demandeur_emploi", FlagOf(0.8));
        Set("financement", code is "TES-2" or "EMP-2" or "DRO-4" && _dice.Chance(0.5) ? _dice.Pick<string>(["emploi", "transition", "aucun"]) : "");
        Set("categories", code is "EMP-1" or "TES-2" && _dice.Chance(0.3)
            ? _dice.Pick<string>(["grande-precarite", "monoparentale", "sortant-prison", "grande-precarite|monoparentale"]) : "");
        Set("session", code is "EMP-2" or "DRO-3" && _dice.Chance(0.8) ? $"s{_dice.Below(2000)}" : "");
        Set("issue", code == "DRO-5" ? _dice.Pick<string>(["maintien", "maintien", "expulsion"]) : "");
        Set("quantite", code == "DRO-4" ? _dice.Pick<string>(["0.5", "1", "0.25"]) : "");
        Set("exclusion", _dice.Chance(0.05) ? _dice.Pick<string>(["ingenierie", "falc", "cartographie"]) : "");
        SetAges(code);
        if (_dice.Chance(0.001))
        {
            var (column, value) = _dice.Pick<(string, string)>(
                [("date", ""), ("date", "2024-02-30"), ("action", "x"), ("suite", "2"), ("personne", "")]);
            Set(column, value);
        }

        return _values;
    }

    private static string CodeOf(Dice dice) => dice.Chance(0.002) ? "DRO-4" : dice.Chance(0.03) ? "ENF-2"
        : dice.Pick<string>(Codes) is var code && code is "DRO-4" or "ENF-2" ? "ENF-1" : code;

    private static string ActionOf(string code, Dice dice)
    {
        var axis = dice.Chance(0.03) ? 1 + dice.Below(4) : code[0] switch { 'T' => 4, 'D' => 3, _ => code[1] == 'M' ? 2 : 1 };
        return $"{axis}.{1 + dice.Below(12)}";
    }

    private static string NameOf(int person) => (person % 100) switch
    {
        < 90 => HexOf((ulong)person),
        < 95 => new Guid(HexOf((ulong)person)).ToString(),
        < 99 => $"P{person:000000000}",
        _ => $"Zoé-{person}",
    };

    private static string HexOf(ulong number) => $"{Dice.Mix(number):x16}{Dice.Mix(~number):x16}";

    private string DateOf(string code)
    {
        var first = code == "TES-3" ? new DateOnly(Year, 9, 1) : new DateOnly(Year, 1, 1);
        return first.AddDays(_dice.Chance(0.03) ? 366 + _dice.Below(30) : _dice.Below(365)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private string ModalityOf(string code) => code switch
    {
        "ENF-1" or "ENF-4" => _dice.Pick<string>(["reperage", "accompagnement", "programme", "ingenierie", ""]),
        "EMP-1" => _dice.Pick<string>(["levee", "levee", "levee", "formation"]),
        "DRO-1" => _dice.Pick<string>(["lieu-de-vie", "permanence", "reunion", "lieu-de-vie", "permanence", "maraude"]),
        _ => "",
    };

    private string FlagOf(double share) => _dice.Chance(share) ? "1" : _dice.Chance(0.5) ? "0" : "";

    private void SetAges(string code)
    {
        if (code == "ENF-2")
        {
            Set("age_enfant", $"{_dice.Below(5)}");
        }
        else if (code is "ENF-3" or "ENF-4")
        {
            var age = code == "ENF-3" ? 9 + _dice.Below(9) : 14 + _dice.Below(14);
            if (_dice.Chance(0.7))
            {
                Set("age", $"{age}");
            }
            else
            {
                Set("debut", $"{Year}-{1 + _dice.Below(12):00}-15");
                Set("naissance", $"{Year - age}-{1 + _dice.Below(12):00}-{1 + _dice.Below(28):00}");
            }
        }
    }

    private void Set(string column, string value) => _values[Array.IndexOf(Columns, column)] = value;
}
