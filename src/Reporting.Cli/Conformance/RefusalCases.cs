using System.Net;
using System.Text.Json.Nodes;

namespace Reporting.Cli.Conformance;

/// <summary>Who is let in, and which documents are refused.</summary>
internal static class RefusalCases
{
    public static IReadOnlyList<Case> All { get; } =
    [
        new("SANS-JETON", "Sans jeton, rien ne se lit ni ne s'écrit.", "401 urn:reporting:non-authentifie", async (bench, cancel) =>
        {
            Expect.Problem(await Bench.GetAsync(bench.Nobody, bench.Return, cancel), HttpStatusCode.Unauthorized, "non-authentifie");
            return Expect.Problem(
                await Bench.PostAsync(bench.Nobody, $"{bench.Return}/depot", null, cancel), HttpStatusCode.Unauthorized, "non-authentifie");
        }),
        new("AUTRE-TERRITOIRE", "La remontée d'un autre territoire est introuvable : son existence n'est pas révélée.", "404 urn:reporting:introuvable, en lecture et en écriture", async (bench, cancel) =>
        {
            Expect.Problem(await Bench.GetAsync(bench.Owner, bench.ForeignReturn, cancel), HttpStatusCode.NotFound, "introuvable");
            return Expect.Problem(
                await Bench.SendAsync(bench.Owner, HttpMethod.Put, bench.ForeignReturn, bench.NewReturn().ToJsonString(), [], cancel),
                HttpStatusCode.NotFound, "introuvable");
        }),
        new("JSON-ILLISIBLE", "Un document qui n'est pas du JSON est refusé.", "400 urn:reporting:json-illisible", async (bench, cancel) =>
            Expect.Problem(
                await Bench.SendAsync(bench.Owner, HttpMethod.Put, bench.Return, "{\"indicateurs\":[", [], cancel),
                HttpStatusCode.BadRequest, "json-illisible")),
        new("CHAMP-INCONNU", "Un champ inconnu est refusé et montré : une faute de frappe ne perd jamais un chiffre.", "400 urn:reporting:forme, constat FORME sur le champ", async (bench, cancel) =>
        {
            var posted = bench.NewReturn();
            posted["indicateurs"]![0]!["valleur"] = 1;
            return Expect.Finding(
                await bench.PutAsync(posted, cancel), HttpStatusCode.BadRequest, "forme", "FORME", "/indicateurs/0/valleur");
        }),
        new("REGLE-ENF1", "Un repérage sans « sansSuite » est refusé par la règle qui le demande.", "422 urn:reporting:document-refuse, constat ENF1-SUITE sur la contribution", async (bench, cancel) =>
        {
            var posted = bench.NewReturn();
            var rank = posted["indicateurs"]!.AsArray().IndexOf(TrialReturn.Find(posted, "ENF-1"));
            TrialReturn.Find(posted, "ENF-1")["contributions"]![0]!.AsObject().Remove("sansSuite");
            return Expect.Finding(
                await bench.PutAsync(posted, cancel), HttpStatusCode.UnprocessableEntity, "document-refuse", "ENF1-SUITE",
                $"/indicateurs/{rank}/contributions/0");
        }),
        new("TOUS-LES-CONSTATS", "Tous les constats d'un document sont rendus en une fois.", "422, deux constats dans une réponse", async (bench, cancel) =>
        {
            var posted = bench.NewReturn();
            TrialReturn.Find(posted, "ENF-1")["contributions"]![0]!.AsObject().Remove("sansSuite");
            TrialReturn.Find(posted, "ENF-1")["contributions"]![1]!["doublons"] = 9999;
            var answer = await bench.PutAsync(posted, cancel);
            Expect.Finding(answer, HttpStatusCode.UnprocessableEntity, "document-refuse", "ENF1-SUITE", "/indicateurs/");
            Expect.Finding(answer, HttpStatusCode.UnprocessableEntity, "document-refuse", "G-DOUBLONS", "/indicateurs/");
            return "422, ENF1-SUITE et G-DOUBLONS ensemble";
        }),
        new("REFUS-SANS-TRACE", "Un document refusé ne change rien à la remontée.", "422, puis la même étiquette", async (bench, cancel) =>
        {
            var before = (await bench.CurrentAsync(cancel))?.ETag;
            var posted = bench.NewReturn();
            posted["indicateurs"]!.AsArray().Add((JsonNode)new JsonObject { ["code"] = "ENF-9", ["valeur"] = 1 });
            Expect.Status(await bench.PutAsync(posted, cancel), HttpStatusCode.UnprocessableEntity);
            Expect.Same("l'étiquette", before, (await bench.CurrentAsync(cancel))?.ETag);
            return $"étiquette {before ?? "absente"}, inchangée";
        }),
    ];
}
