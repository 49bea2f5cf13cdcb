using System.Text.Json.Nodes;

namespace Reporting.Api.Tests.Corrections;

/// <summary>Faults that have exactly one mend, each with the code under which it is told; null where it cannot be planted.</summary>
internal static class PlantedFaults
{
    public static IReadOnlyDictionary<string, Func<JsonObject, Random, string?>> All { get; } =
        new Dictionary<string, Func<JsonObject, Random, string?>>
        {
            ["a field that nobody knows"] = (posted, random) =>
                Contribution(posted, random, _ => true) is { } c ? Set(c, "observatoire", 3, "champ-inconnu") : null,
            ["a field in capitals"] = (posted, random) => Rename(posted, random, "effectif", "Effectif"),
            ["a field with a letter too many"] = (posted, random) => Rename(posted, random, "doublons", "doubllons"),
            ["a field of the line in capitals"] = (posted, random) =>
                Line(posted, random, line => line.ContainsKey("cible")) is { } line ? Move(line, "cible", "CIBLE", "champ-inconnu") : null,
            ["a field of another indicator"] = (posted, random) =>
                Contribution(posted, random, c => !c.ContainsKey("slime") && Code(c).StartsWith("ENF", StringComparison.Ordinal)) is { } c
                    ? Set(c, "falcSeul", 0, "champ-etranger") : null,
            ["a number between quotes"] = (posted, random) =>
                Contribution(posted, random, _ => true) is { } c
                    ? Set(c, "effectif", c["effectif"]!.ToJsonString(), "nombre-attendu") : null,
            ["a truth between quotes"] = (posted, random) =>
                Contribution(posted, random, c => c.ContainsKey("estimation")) is { } c ? Set(c, "estimation", "true", "booleen-attendu") : null,
            ["doublons where nothing can be counted twice"] = (posted, random) =>
                Contribution(posted, random, c => Code(c) is "DRO-4" or "DRO-5") is { } c
                    ? Set(c, "doublons", 0, "doublons-impossibles") : null,
            ["doublons of the first contribution"] = (posted, random) =>
                Line(posted, random, line => (string?)line["code"] is not ("DRO-4" or "DRO-5" or "TES-2" or "EMP-1")
                    && line["contributions"] is JsonArray { Count: > 0 }) is { } line
                    ? Set(line["contributions"]![0]!.AsObject(), "doublons", 1, "doublons-premiere") : null,
            ["a figure sent to the CLER, with an exclusion"] = (posted, random) =>
                Contribution(posted, random, c => c.ContainsKey("slime")) is { } c ? Set(c, "horsPeriode", 0, "slime-tel-quel") : null,
            ["a modality with its accents"] = (posted, random) => Respell(posted, random, "modalite", "reperage", "Repérage"),
            ["a modality in two words"] = (posted, random) => Respell(posted, random, "modalite", "lieu-de-vie", "Lieu de vie"),
            ["an axis in capitals"] = (posted, random) => Respell(posted, random, "axeFinancement", "emploi", "EMPLOI"),
            ["a code in small letters"] = (posted, random) =>
                Line(posted, random, _ => true) is { } line
                    ? Set(line, "code", ((string)line["code"]!).ToLowerInvariant(), "indicateur-inconnu") : null,
            ["a code without its dash"] = (posted, random) =>
                Line(posted, random, _ => true) is { } line
                    ? Set(line, "code", ((string)line["code"]!).Replace('-', ' '), "indicateur-inconnu") : null,
            ["an action with a comma"] = (posted, random) =>
                Contribution(posted, random, _ => true) is { } c
                    ? Set(c, "action", " " + ((string)c["action"]!).Replace('.', ','), "numero-action") : null,
            ["dontMobilite on the line of another indicator"] = (posted, random) =>
                Line(posted, random, line => (string?)line["code"] is not "EMP-1") is { } line
                    ? Set(line, "dontMobilite", 0, "dont-mobilite-mal-place") : null,
            ["an empty list beside a figure"] = (posted, random) =>
                Line(posted, random, line => line.ContainsKey("valeur")) is { } line
                    ? Set(line, "contributions", new JsonArray(), "valeur-ou-contributions") : null,
        };

    private static string Set(JsonObject target, string name, JsonNode value, string code)
    {
        target[name] = value;
        return code;
    }

    private static string? Rename(JsonObject posted, Random random, string from, string to) =>
        Contribution(posted, random, c => c.ContainsKey(from)) is { } c ? Move(c, from, to, "champ-inconnu") : null;

    private static string Move(JsonObject target, string from, string to, string code)
    {
        var value = target[from];
        target.Remove(from);
        target[to] = value;
        return code;
    }

    private static string? Respell(JsonObject posted, Random random, string field, string legal, string given) =>
        Contribution(posted, random, c => (string?)c[field] == legal) is { } c ? Set(c, field, given, "choix-inconnu") : null;

    private static string Code(JsonObject contribution) => (string)contribution.Parent!.Parent!["code"]!;

    private static JsonObject? Line(JsonObject posted, Random random, Func<JsonObject, bool> accepts) =>
        Pick(random, Lines(posted).Where(accepts));

    private static JsonObject? Contribution(JsonObject posted, Random random, Func<JsonObject, bool> accepts) =>
        Pick(random, Lines(posted).SelectMany(line => line["contributions"] as JsonArray ?? []).OfType<JsonObject>().Where(accepts));

    private static IEnumerable<JsonObject> Lines(JsonObject posted) => posted["indicateurs"]!.AsArray().OfType<JsonObject>();

    private static JsonObject? Pick(Random random, IEnumerable<JsonObject> all) =>
        all.ToList() is { Count: > 0 } some ? some[random.Next(some.Count)] : null;
}
