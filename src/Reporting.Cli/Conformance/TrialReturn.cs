using System.Text.Json.Nodes;

namespace Reporting.Cli.Conformance;

/// <summary>Made-up returns that the rules accept, whatever the contract.</summary>
internal static class TrialReturn
{
    public const decimal Families = 356;

    /// <summary>One line for each indicator; ENF-1 is the example of the documentation: 410 families, 356 retained.</summary>
    public static JsonObject Of(IEnumerable<string> codes, string comment)
    {
        var lines = codes.Union(["ENF-1"]).Select(Line).ToArray();
        lines[0]["commentaire"] = comment;
        return new() { ["indicateurs"] = new JsonArray([.. lines]) };
    }

    public static JsonObject Line(string code)
    {
        var line = new JsonObject { ["code"] = code, ["cible"] = 50 };
        switch (code)
        {
            case "ENF-1":
                line["contributions"] = new JsonArray(
                    new JsonObject { ["action"] = "1.1", ["modalite"] = "reperage", ["effectif"] = 180, ["sansSuite"] = 30 },
                    new JsonObject { ["action"] = "1.2", ["modalite"] = "accompagnement", ["effectif"] = 230, ["doublons"] = 24 });
                break;
            case "TES-2":
                line["contributions"] = new JsonArray(
                    new JsonObject { ["action"] = "4.1", ["axeFinancement"] = "transition", ["effectif"] = 40, ["sansSuite"] = 5 });
                break;
            case "EMP-3A" or "EMP-3B" or "EMP-3C":
                // A part of EMP-1, which the contract may not hold.
                line["valeur"] = 0;
                break;
            default:
                line["valeur"] = 40;
                break;
        }

        return line;
    }

    /// <summary>The line of an indicator in a return.</summary>
    public static JsonObject Find(JsonObject posted, string code) =>
        posted["indicateurs"]!.AsArray().Single(line => (string?)line!["code"] == code)!.AsObject();
}
