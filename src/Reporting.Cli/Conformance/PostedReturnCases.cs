using System.Net;
using System.Text.Json.Nodes;
using Reporting.Cli.Printing;
using Reporting.Cli.Service;

namespace Reporting.Cli.Conformance;

/// <summary>Checks of a return that a vendor's own client has posted: nothing is written.</summary>
internal static class PostedReturnCases
{
    public static IReadOnlyList<Case> Of(ReadOnlyMemory<byte>? file) =>
    [
        new("POSTEE", "Votre logiciel a posté une remontée.", "une remontée", async (bench, cancel) =>
        {
            var stored = (await CurrentAsync(bench, cancel)).Read<StoredReturn>();
            return $"version {stored.Version}, {stored.State}";
        }),
        new("COMPLETE", "Chaque indicateur du contrat a sa ligne.", "une ligne par indicateur du contrat", async (bench, cancel) =>
        {
            var missing = bench.Contracted.Except(Codes(await CurrentAsync(bench, cancel))).ToList();
            return missing is []
                ? $"{FrenchNumbers.Count(bench.Contracted.Count, "indicateur")}, toutes les lignes"
                : throw new CaseFailure("une ligne par indicateur du contrat", $"il manque {string.Join(", ", missing)}");
        }),
        new("DANS-LE-CONTRAT", "Aucune ligne n'est étrangère au contrat.", "aucune ligne hors contrat", async (bench, cancel) =>
        {
            var foreign = Codes(await CurrentAsync(bench, cancel)).Except(bench.Contracted).ToList();
            return foreign is [] ? "aucune" : throw new CaseFailure("aucune ligne hors contrat", string.Join(", ", foreign));
        }),
        new("CIBLES", "Chaque ligne porte sa cible.", "une cible par ligne", async (bench, cancel) =>
        {
            var without = Lines(await CurrentAsync(bench, cancel)).Where(line => line["cible"] is null).Select(line => line.Text("code")).ToList();
            return without is [] ? "toutes" : throw new CaseFailure("une cible par ligne", $"aucune pour {string.Join(", ", without)}");
        }),
        new("SANS-AVERTISSEMENT", "Les règles n'ont rien relevé.", "ni erreur ni avertissement", async (bench, cancel) =>
        {
            var findings = (await CurrentAsync(bench, cancel)).Read<StoredReturn>().Findings;
            return findings.All(finding => finding.Severity is not (Finding.Error or Finding.Warning))
                ? FindingsPrinter.Summary(findings)
                : throw new CaseFailure("aucun avertissement", string.Join(" ; ", findings.Select(finding => $"{finding.Rule} : {finding.Message}")));
        }),
        new("DEPOSEE", "Votre logiciel l'a déposée : elle compte.", "deposee ou validee", async (bench, cancel) =>
        {
            var state = (await CurrentAsync(bench, cancel)).Read<StoredReturn>().State;
            return state is StoredReturn.Deposited or StoredReturn.Accepted
                ? state
                : throw new CaseFailure($"{StoredReturn.Deposited} ou {StoredReturn.Accepted}", state);
        }),
        .. file is { } posted
            ? [new Case("FIDELE", "Ce que le service a compté est ce que donne votre fichier, ligne pour ligne.", "les chiffres de la simulation du fichier", (bench, cancel) => CompareAsync(bench, posted, cancel))]
            : Array.Empty<Case>(),
    ];

    private static async Task<Answer> CurrentAsync(Bench bench, CancellationToken cancel) =>
        await bench.CurrentAsync(cancel) ?? throw new CaseFailure("une remontée", "rien n'a été posté pour ce territoire et cette année");

    private static async Task<string> CompareAsync(Bench bench, ReadOnlyMemory<byte> file, CancellationToken cancel)
    {
        var text = System.Text.Encoding.UTF8.GetString(file.Span);
        var simulated = Expect.Status(
            await Bench.SendAsync(bench.Owner, HttpMethod.Post, $"{bench.Return}/simulation", text, [], cancel), HttpStatusCode.OK);
        var (mine, theirs) = (Figures(simulated), Figures(await CurrentAsync(bench, cancel)));
        var different = mine.Keys.Union(theirs.Keys)
            .Where(code => mine.GetValueOrDefault(code) != theirs.GetValueOrDefault(code)).Order(StringComparer.Ordinal).ToList();
        return different is []
            ? $"{FrenchNumbers.Count(mine.Count, "ligne")} à l'identique"
            : throw new CaseFailure(
                string.Join(" ; ", different.Select(code => $"{code} {mine.GetValueOrDefault(code) ?? "absent"}")),
                string.Join(" ; ", different.Select(code => $"{code} {theirs.GetValueOrDefault(code) ?? "absent"}")));
    }

    private static Dictionary<string, string> Figures(Answer answer) => Lines(answer).ToDictionary(
        line => line.Text("code"),
        line => $"valeur {FrenchNumbers.Number(line.Number("valeur"))}, brut {FrenchNumbers.Number(line.Number("brut"))}, cible {line["cible"]?.ToJsonString() ?? "absente"}");

    private static IEnumerable<string> Codes(Answer answer) => Lines(answer).Select(line => line.Text("code"));

    private static IReadOnlyList<JsonNode> Lines(Answer answer) => Expect.Json(answer).Items("lignes");
}
