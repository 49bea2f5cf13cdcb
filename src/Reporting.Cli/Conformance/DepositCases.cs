using System.Net;
using System.Text.Json.Nodes;
using Reporting.Cli.Service;

namespace Reporting.Cli.Conformance;

/// <summary>Receipts and deposits.</summary>
internal static class DepositCases
{
    public static IReadOnlyList<Case> All { get; } =
    [
        new("DEPOT-INCOMPLET", "Un dépôt sans tous les indicateurs du contrat est refusé.", "422 urn:reporting:document-refuse, constat G-OBLIGATOIRE", async (bench, cancel) =>
        {
            var posted = bench.NewReturn();
            var removed = TrialReturn.Find(posted, bench.Contracted[^1]);
            posted["indicateurs"]!.AsArray().Remove(removed);
            // The mark of a new return is on its first line, which may be the one that went.
            posted["indicateurs"]![0]!["commentaire"] = Guid.NewGuid().ToString();
            var stored = await bench.PostOverAsync(posted, cancel);
            return Expect.Finding(
                await Bench.PostAsync(bench.Owner, $"{bench.Return}/depot", null, cancel, ("If-Match", stored.RequiredETag)),
                HttpStatusCode.UnprocessableEntity, "document-refuse", "G-OBLIGATOIRE", "");
        }),
        new("RECU-PERIME", "Un dépôt avec le reçu d'un autre document est refusé.", "409 urn:reporting:recu-perime", async (bench, cancel) =>
        {
            var simulated = Expect.Success(await Bench.PostAsync(bench.Owner, $"{bench.Return}/simulation", bench.NewReturn(), cancel));
            await bench.PostOverAsync(bench.NewReturn(), cancel);
            return Expect.Problem(
                await Bench.PostAsync(bench.Owner, $"{bench.Return}/depot", Receipt(simulated), cancel), HttpStatusCode.Conflict, "recu-perime");
        }),
        new("RECU-DEPOT", "Ce qui a été simulé puis posté se dépose avec son reçu, et compte pareil.", "200 deposee, les lignes de la simulation", async (bench, cancel) =>
        {
            var body = bench.NewReturn();
            var simulated = Expect.Success(await Bench.PostAsync(bench.Owner, $"{bench.Return}/simulation", body, cancel));
            await bench.PostOverAsync(body, cancel);
            var deposited = Expect.State(
                Expect.Success(await Bench.PostAsync(bench.Owner, $"{bench.Return}/depot", Receipt(simulated), cancel)), StoredReturn.Deposited);
            Expect.Same("les lignes comptées", Lines(simulated), Lines(deposited));
            return $"version {deposited.Read<StoredReturn>().Version} déposée, mêmes lignes";
        }),
        new("VERSIONS", "Chaque version reste lisible telle qu'elle était.", "200, les lignes d'alors", async (bench, cancel) =>
        {
            var old = await bench.PostOverAsync(bench.NewReturn(), cancel);
            await bench.PostOverAsync(bench.NewReturn(), cancel);
            var number = old.Read<StoredReturn>().Version;
            var read = Expect.Success(await Bench.GetAsync(bench.Owner, $"{bench.Return}?version={number}", cancel));
            Expect.Same("les lignes comptées", Lines(old), Lines(read));
            return $"version {number} relue à l'identique";
        }),
        new("DIFFERENCES", "La différence entre deux versions dit la ligne, l'avant et l'après.", "ENF-1 seul, cible 50 puis 60", async (bench, cancel) =>
        {
            var before = bench.NewReturn();
            var first = (await bench.PostOverAsync(before, cancel)).Read<StoredReturn>().Version;
            TrialReturn.Find(before, "ENF-1")["cible"] = 60;
            var second = (await bench.PostOverAsync(before, cancel)).Read<StoredReturn>().Version;
            var answer = Expect.Success(await Bench.GetAsync(bench.Owner, $"{bench.Return}/differences?de={first}&a={second}", cancel));
            var lines = Expect.Json(answer).Items("lignes");
            Expect.Same("les lignes qui diffèrent", "ENF-1", string.Join(", ", lines.Select(line => line.Text("code"))));
            Expect.Same("la cible d'avant", 50m, lines[0].Member("cible").Number("avant"));
            Expect.Same("la cible d'après", 60m, lines[0].Member("cible").Number("apres"));
            return $"de {first} à {second} : ENF-1, cible 50 puis 60";
        }),
        new("EXAMEN-RESERVE", "Une métropole ne valide pas elle-même.", "403 urn:reporting:role-insuffisant", async (bench, cancel) =>
        {
            await bench.DepositNewAsync(cancel);
            return Expect.Problem(
                await Bench.PostAsync(bench.Owner, $"{bench.Return}/validation", null, cancel), HttpStatusCode.Forbidden, "role-insuffisant");
        }),
    ];

    private static JsonObject Receipt(Answer simulated) => new() { ["recu"] = simulated.Read<Simulation>().Receipt };

    private static string Lines(Answer answer) => Expect.Json(answer).Member("lignes").ToJsonString();
}
