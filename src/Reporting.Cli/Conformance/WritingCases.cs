using System.Net;
using Reporting.Cli.Service;

namespace Reporting.Cli.Conformance;

/// <summary>Posts, versions, preconditions and repetition.</summary>
internal static class WritingCases
{
    public static IReadOnlyList<Case> All { get; } =
    [
        new("COMPTE-EXPLIQUE", "Les chiffres sont comptés par les règles, et chaque ligne s'explique : brut plus effets font la valeur.", "ENF-1 à 356 pour 410 familles postées", async (bench, cancel) =>
        {
            var answer = Expect.Success(await Bench.PostAsync(bench.Owner, $"{bench.Return}/simulation", bench.NewReturn(), cancel));
            var lines = Expect.Json(answer).Items("lignes");
            foreach (var line in lines)
            {
                var effects = line.Items("explication").Sum(effect => effect.Number("effet"));
                Expect.Same($"la valeur de {line.Text("code")}", line.Number("brut") + effects, line.Number("valeur"));
            }

            Expect.Same(
                "ENF-1, 410 familles moins 30 sans suite et 24 doublons", TrialReturn.Families,
                lines.Where(line => line.Text("code") == "ENF-1").Sum(line => line.Number("valeur")));
            return $"ENF-1 vaut {TrialReturn.Families}, {lines.Count} lignes expliquées";
        }),
        new("SIMULATION-SANS-TRACE", "Une simulation n'enregistre rien.", "200, puis la même étiquette", async (bench, cancel) =>
        {
            var before = (await bench.CurrentAsync(cancel))?.ETag;
            Expect.Success(await Bench.PostAsync(bench.Owner, $"{bench.Return}/simulation", bench.NewReturn(), cancel));
            Expect.Same("l'étiquette", before, (await bench.CurrentAsync(cancel))?.ETag);
            return $"étiquette {before ?? "absente"}, inchangée";
        }),
        new("ENVOI", "Une remontée correcte est enregistrée, comme une version de plus.", "201 ou 200, la version suivante, brouillon", async (bench, cancel) =>
        {
            var before = (await bench.CurrentAsync(cancel))?.Read<StoredReturn>().Version ?? 0;
            var posted = (await bench.PostOverAsync(bench.NewReturn(), cancel)).Read<StoredReturn>();
            Expect.Same("la version", before + 1, posted.Version);
            Expect.Same("l'état", StoredReturn.Draft, posted.State);
            return $"version {posted.Version}, {posted.State}";
        }),
        new("MEME-CONTENU", "Le même contenu garde la même version : renvoyer ne double rien.", "200 et le même numéro de version", async (bench, cancel) =>
        {
            var body = bench.NewReturn();
            var first = (await bench.PostOverAsync(body, cancel)).Read<StoredReturn>();
            var again = Expect.Status(await bench.PutAsync(body, cancel), HttpStatusCode.OK).Read<StoredReturn>();
            Expect.Same("la version", first.Version, again.Version);
            return $"version {again.Version} les deux fois";
        }),
        new("IF-NONE-MATCH", "« If-None-Match: * » protège une remontée qui existe déjà.", "412 urn:reporting:version-depassee", async (bench, cancel) =>
        {
            await bench.PostOverAsync(bench.NewReturn(), cancel);
            return Expect.Problem(
                await bench.PutAsync(bench.NewReturn(), cancel, ("If-None-Match", "*")),
                HttpStatusCode.PreconditionFailed, "version-depassee");
        }),
        new("IF-MATCH-PERIME", "Une étiquette dépassée est refusée : un envoi n'en écrase pas un autre.", "412 urn:reporting:version-depassee, la remontée inchangée", async (bench, cancel) =>
        {
            var first = await bench.PostOverAsync(bench.NewReturn(), cancel);
            var second = await bench.PostOverAsync(bench.NewReturn(), cancel);
            var refusal = Expect.Problem(
                await bench.PutAsync(bench.NewReturn(), cancel, ("If-Match", first.RequiredETag)),
                HttpStatusCode.PreconditionFailed, "version-depassee");
            Expect.Same("l'étiquette", second.ETag, (await bench.CurrentAsync(cancel))?.ETag);
            return refusal;
        }),
        new("IDEMPOTENCE-REJEU", "La même clé et le même corps rendent la même réponse, une seule version est créée.", "la première réponse à l'identique", async (bench, cancel) =>
        {
            var (body, key) = (bench.NewReturn(), ("Idempotency-Key", Guid.NewGuid().ToString()));
            var first = Expect.Success(await bench.PutAsync(body, cancel, key));
            var between = await bench.PostOverAsync(bench.NewReturn(), cancel);
            var again = await bench.PutAsync(body, cancel, key);
            Expect.Same("le statut", first.Status, again.Status);
            Expect.Same("le corps", first.Text, again.Text);
            Expect.Same("l'étiquette en cours", between.ETag, (await bench.CurrentAsync(cancel))?.ETag);
            return $"{(int)again.Status} et version {again.Read<StoredReturn>().Version} les deux fois, rien de plus";
        }),
        new("IDEMPOTENCE-AUTRE-CORPS", "La même clé avec un autre corps est refusée.", "422 urn:reporting:cle-deja-employee", async (bench, cancel) =>
        {
            var key = ("Idempotency-Key", Guid.NewGuid().ToString());
            Expect.Success(await bench.PutAsync(bench.NewReturn(), cancel, key));
            return Expect.Problem(
                await bench.PutAsync(bench.NewReturn(), cancel, key), HttpStatusCode.UnprocessableEntity, "cle-deja-employee");
        }),
    ];
}
