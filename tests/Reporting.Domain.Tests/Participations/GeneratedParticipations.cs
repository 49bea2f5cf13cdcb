using System.Globalization;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Tests.Generation;

namespace Reporting.Domain.Tests.Participations;

/// <summary>
/// Rows of any shape, one list a seed: every indicator, the edges of every check, few people over few actions so that
/// they meet again and again, repeats, and, when asked, rows with one cell that cannot be read.
/// </summary>
internal sealed class GeneratedParticipations
{
    public static readonly IReadOnlyList<string> Columns =
    [
        "action", "indicateur", "personne", "menage", "age", "naissance", "debut", "age_enfant", "date", "modalite",
        "suite", "pro_forme", "demandeur_emploi", "financement", "categories", "session", "issue", "quantite", "exclusion",
    ];

    private static readonly string[] Codes =
        [.. Indicators.All.Select(indicator => indicator.Code).Where(code => !code.StartsWith("EMP-3", StringComparison.Ordinal))];

    private static readonly string[] Names =
    [
        "a", "b", "B", "a0", "a00", "00", "0", "p1", "p2", "p3", "p4", "p5", "p6", "p10", "personne-12345678", "personne-12345679",
        "une-personne-au-nom-tres-long-00000001", "une-personne-au-nom-tres-long-00000002", "Zoé", "zoë", "żółw", "名前", "a.b", "a|b", "a,b", "a;b", "dit \"b\"", "a b", "\\n",
        new('x', 63), new('x', 64), "émile-" + new string('é', 58),
    ];

    private readonly Dice _dice;
    private readonly int _year;
    private readonly string[] _codes;
    private readonly string[] _names;
    private readonly string[] _households;
    private readonly int[] _ranks;
    private readonly int _astray;

    private GeneratedParticipations(Dice dice, int year)
    {
        _dice = dice;
        _year = year;
        var besideEnf2 = dice.Chance(40);
        _codes = besideEnf2
            ? ["ENF-2", "ENF-2", .. dice.Shuffle(Codes)[..(1 + dice.Below(3))]]
            : dice.Shuffle(Codes)[..(1 + dice.Below(Codes.Length))];
        _names = dice.Shuffle(Names)[..(2 + dice.Below(10))];
        _households = dice.Chance(50) ? dice.Shuffle(Names)[..3] : _names;
        _ranks = besideEnf2 ? [2, 10] : [1, 2, 10, 3, 999];
        _astray = besideEnf2 ? 100 : dice.Pick(0, 15, 50);
    }

    public static List<Dictionary<string, string>> Rows(ulong seed, int year, int most = 60)
    {
        var dice = new Dice(seed);
        var source = new GeneratedParticipations(dice, year);
        var rows = new List<Dictionary<string, string>>();
        for (var left = 1 + dice.Below(most); left > 0; left--)
            rows.Add(rows.Count > 0 && dice.Chance(15) ? new(dice.Pick(rows)) : source.Row());
        return rows;
    }

    private Dictionary<string, string> Row()
    {
        var code = _dice.Pick(_codes);
        var row = Columns.ToDictionary(column => column, _ => "");
        row["indicateur"] = code;
        row["action"] = Action(code);
        row["personne"] = _dice.Pick(_names);
        row["menage"] = _dice.Chance(60) ? _dice.Pick(_households) : "";
        row["date"] = Date(code);
        row["modalite"] = Modality(code);
        row["suite"] = Flag();
        row["pro_forme"] = Flag();
        row["demandeur_emploi"] = Flag();
        row["financement"] = _dice.Chance(50) ? "" : _dice.Pick("enfance", "emploi", "droits", "transition", "aucun");
        row["categories"] = _dice.Chance(60) ? "" : string.Join('|', _dice.Shuffle(["grande-precarite", "monoparentale", "sortant-prison"])[..(1 + _dice.Below(3))]);
        row["session"] = _dice.Chance(40) ? "" : _dice.Pick("s0", "s1", "s2", "s1,s2", "s\n1");
        row["issue"] = _dice.Pick("maintien", "expulsion", "maintien", "");
        row["quantite"] = code == "DRO-4" || _dice.Chance(5) ? _dice.Pick("0.25", "1", "0.5", "0.01", "0", "12.75", "0.10") : "";
        row["exclusion"] = _dice.Chance(80) ? "" : _dice.Pick("ingenierie", "falc", "cartographie");
        FillAges(row, code);
        return row;
    }

    private string Action(string code)
    {
        var axis = _dice.Chance(_astray) ? 1 + _dice.Below(4) : code[..3] switch { "ENF" => 1, "EMP" => 2, "DRO" => 3, _ => 4 };
        return $"{axis}.{_dice.Pick(_ranks)}";
    }

    private string Date(string code)
    {
        var start = code == "TES-3" ? new DateOnly(_year, 9, 1) : new DateOnly(_year, 1, 1);
        var end = start.AddYears(1).AddDays(-1);
        return Iso(_dice.Below(10) switch
        {
            0 => start,
            1 => end,
            2 => start.AddDays(-1),
            3 => end.AddDays(1),
            4 when DateTime.IsLeapYear(_year) => new DateOnly(_year, 2, 29),
            _ => start.AddDays(_dice.Below(365)),
        });
    }

    private string Modality(string code) => code switch
    {
        "ENF-1" or "ENF-4" => _dice.Pick("reperage", "accompagnement", "programme", "ingenierie", "reperage", ""),
        "EMP-1" => _dice.Pick("levee", "formation", "levee", ""),
        "DRO-1" => _dice.Pick("lieu-de-vie", "permanence", "reunion", "lieu-de-vie", "maraude", ""),
        _ => "",
    };

    private string Flag() => _dice.Pick("1", "1", "1", "0", "");

    private void FillAges(Dictionary<string, string> row, string code)
    {
        if (code == "ENF-2")
            row["age_enfant"] = _dice.Pick("0", "1", "2", "3", "4", "");
        if (code is not ("ENF-3" or "ENF-4") && !_dice.Chance(10))
            return;

        var kind = _dice.Below(4);
        if (kind is 0 or 1)
            row["age"] = _dice.Pick("10", "11", "12", "15", "16", "17", "25", "26", "0", "120");
        if (kind is 1 or 2)
        {
            var start = new DateOnly(_year, 1, 1).AddDays(_dice.Below(366));
            row["debut"] = Iso(start);
            row["naissance"] = _dice.Chance(10) ? "2008-02-29" : Iso(start.AddYears(-_dice.Pick(10, 11, 15, 16, 17, 25, 26)).AddDays(_dice.Below(3) - 1));
        }

        if (_dice.Chance(5))
            row[_dice.Pick("naissance", "debut")] = "";
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
