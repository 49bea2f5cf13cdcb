using System.Globalization;

namespace Reporting.Api.Tests.Returns;

/// <summary>
/// The JSON of a return made from a seed. A good share obeys every rule; in the others, figures, fields and texts go
/// wrong at random.
/// </summary>
internal sealed class GeneratedReturn
{
    private static readonly string[] Codes =
    [
        "ENF-1", "ENF-2", "ENF-3", "ENF-4", "EMP-1", "EMP-2", "EMP-3A", "EMP-3B", "EMP-3C", "DRO-1", "DRO-2", "DRO-3",
        "DRO-4", "DRO-5", "DRO-6", "DRO-7", "DRO-8", "TES-1", "TES-2", "TES-3",
    ];

    private static readonly string[] WrongFigures =
        ["-1", "0.5", "1.005", "999999999999", "1000000000", "1e9", "0", "-0", "null", "\"3\"", "1e99", "0.001", "1E2", "28e-1"];

    private readonly Random _random;
    private readonly double _faults;

    private GeneratedReturn(int seed)
    {
        _random = new(seed);
        // Two returns in three are sound; the others have anything from a rare fault to one in seven fields.
        _faults = seed % 3 == 0 ? _random.NextDouble() / 7 : 0;
    }

    public static string Json(int seed) => new GeneratedReturn(seed).Return();

    private string Return()
    {
        var codes = Codes.Where(_ => _random.Next(3) > 0).ToList();
        if (Fault())
        {
            codes.Add(Pick(Codes));
        }

        if (Fault())
        {
            codes.Add(Pick("ENF-9", "enf-1", "", "EMP-3D"));
        }

        // Posted order is free.
        var lines = codes.OrderBy(_ => _random.Next()).Select(code => Line(code, codes.Contains("EMP-1"), codes.Contains("TES-2")));
        return $"{{\"indicateurs\":[{string.Join(',', lines)}]}}";
    }

    private string Line(string code, bool hasEmployment, bool hasMobility)
    {
        var fields = new List<string> { $"\"code\":\"{code}\"" };
        Maybe(fields, "cible", Figure(code, 500), 0.8);
        Maybe(fields, "commentaire", Text(), 0.2);
        if (_random.Next(10) == 0)
        {
            fields.Add($"\"changementMethode\":{{\"description\":{Text()},\"effet\":{Figure(code, 2)}}}");
        }

        // A part of EMP-1 is nothing where there is no EMP-1; a figure in whole is the only kind that needs no doublons.
        if (code.StartsWith("EMP-3", StringComparison.Ordinal))
        {
            fields.Add($"\"valeur\":{Figure(code, hasEmployment ? 4 : 1)}");
        }
        else if (code == "EMP-1" && _random.Next(2) == 0)
        {
            fields.Add($"\"valeur\":{Figure(code, 300, 10)}");
            Maybe(fields, "dontMobilite", hasMobility ? Figure(code, 3) : "0", 0.5);
        }
        else if (code != "TES-2" && _random.Next(4) == 0)
        {
            fields.Add($"\"valeur\":{Figure(code, 300)}");
        }
        else
        {
            var count = Fault() ? 0 : 1 + _random.Next(4);
            fields.Add($"\"contributions\":[{string.Join(',', Enumerable.Range(0, count).Select(rank => Contribution(code, rank, hasMobility)))}]");
        }

        if (Fault())
        {
            fields.Add($"\"valeur\":{Figure(code, 300)}");
        }

        return Object(fields);
    }

    private string Contribution(string code, int rank, bool hasMobility)
    {
        var units = 10 + _random.Next(90);
        // No two indicators share a source, so that ENF-2 and DRO-3 stay apart.
        var fields = new List<string>
        {
            $"\"action\":\"{(Fault() ? Pick("9.1", "x", "1", "1.2.3", " 1.1") : $"{Axis(code)}.{1 + rank}")}\"",
            $"\"indicateurLocal\":\"{(Fault() ? "A" : $"{code}-{rank}")}\"",
        };
        var headcount = code == "DRO-4" ? $"{units / 10}.{units % 10}5" : Wrong() ?? units.ToString(CultureInfo.InvariantCulture);
        fields.Add($"\"effectif\":{headcount}");
        Maybe(fields, "libelle", Text(), 0.3);
        if (rank > 0 && code is not ("DRO-4" or "DRO-5"))
        {
            Maybe(fields, "doublons", Figure(code, 1), 0.7);
        }

        var taken = code == "TES-1" && _random.Next(4) == 0;
        if (taken)
        {
            fields.Add("\"slime\":true");
        }
        else
        {
            Maybe(fields, "horsPeriode", Figure(code, 2), 0.2);
            Maybe(fields, "horsPublic", code is "EMP-2" or "DRO-3" or "DRO-4" or "DRO-5" ? "0" : Figure(code, 2), code == "ENF-3" ? 0 : 0.2);
            fields.AddRange(Particulars(code, units, hasMobility));
        }

        if (_random.Next(8) == 0)
        {
            fields.Add("\"estimation\":true");
        }

        if (Fault())
        {
            fields.Add(Pick(
                "\"parAge\":{\"12\":1,\"13\":-1}", "\"menages\":3", "\"falcSeul\":1", "\"dejaEmp2\":1", "\"dontMobilite\":1", "\"slime\":false",
                "\"rentree\":2024", "\"outilCartographie\":true", "\"methodeResorptionBidonvilles\":false", "\"modalite\":\"autre\"",
                "\"axeFinancement\":\"droits\"", "\"uniteEnfant\":false", "\"finance\":true", "\"sansSuite\":99999", "\"inconnu\":1"));
        }

        return Object(fields);
    }

    private IEnumerable<string> Particulars(string code, int units, bool hasMobility) => code switch
    {
        "ENF-1" when _random.Next(2) == 0 => ["\"modalite\":\"reperage\"", $"\"sansSuite\":{Figure(code, 4)}"],
        "ENF-1" => [$"\"modalite\":\"{Pick("accompagnement", "programme")}\"", $"\"uniteEnfant\":{Pick("true", "false")}"],
        "ENF-3" => [$"\"parAge\":{{\"10\":2,\"11\":{units - 7},\"15\":3,\"16\":2}}"],
        "ENF-4" when _random.Next(2) == 0 => ["\"modalite\":\"reperage\"", $"\"sansSuite\":{Figure(code, 4)}"],
        "ENF-4" => [$"\"modalite\":\"{Pick("accompagnement", "programme", "ingenierie")}\""],
        "EMP-1" => [$"\"modalite\":\"{Pick("levee", "levee", "formation")}\"", $"\"dontMobilite\":{(hasMobility ? Figure(code, 1) : "0")}"],
        "EMP-2" or "DRO-4" => [$"\"finance\":{Pick("true", "true", "false")}"],
        "DRO-1" when _random.Next(2) == 0 => ["\"modalite\":\"lieu-de-vie\"", $"\"menages\":{Figure(code, 3, 6)}"],
        "DRO-1" => [$"\"modalite\":\"{Pick("permanence", "reunion")}\""],
        "DRO-2" => [$"\"falcSeul\":{Figure(code, 4)}"],
        "DRO-3" => [$"\"dejaEmp2\":{Figure(code, 4)}"],
        "DRO-7" => [$"\"methodeResorptionBidonvilles\":{Pick("true", "false")}"],
        "DRO-8" => [$"\"outilCartographie\":{Pick("true", "false", "false")}"],
        "TES-1" => [$"\"sansSuite\":{Figure(code, 4)}"],
        "TES-2" => [$"\"axeFinancement\":\"{Pick("emploi", "transition")}\"", $"\"sansSuite\":{Figure(code, 4)}"],
        "TES-3" => [$"\"rentree\":{Pick("2025", "2025", "2024")}"],
        _ => [],
    };

    private static int Axis(string code) => code.Split('-')[0] switch { "ENF" => 1, "EMP" => 2, "DRO" => 3, _ => 4 };

    private string Figure(string code, int below, int least = 0)
    {
        var figure = least + _random.Next(below);
        return Wrong() ?? (code == "DRO-4" && below > 100 ? $"{figure}.25" : figure.ToString(CultureInfo.InvariantCulture));
    }

    private string? Wrong() => Fault() ? Pick(WrongFigures) : null;

    private string Text() => Fault() ? Pick("1", "\"\"", "\"\\u0000\"", "null") : Pick("\"été\"", "\"a\\nb\"", "\"\\ud83d\\ude00\"", "\"<b>\"");

    private bool Fault() => _random.NextDouble() < _faults;

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];

    private void Maybe(List<string> fields, string name, string value, double odds)
    {
        if (_random.NextDouble() < odds)
        {
            fields.Add($"\"{name}\":{value}");
        }
    }

    // Members come in any order.
    private string Object(IEnumerable<string> fields) => $"{{{string.Join(',', fields.OrderBy(_ => _random.Next()))}}}";
}
