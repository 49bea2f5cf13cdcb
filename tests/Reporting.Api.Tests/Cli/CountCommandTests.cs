using System.IO.Compression;
using System.Text;
using System.Text.Json;
using static Reporting.Api.Tests.Cli.Contract;

namespace Reporting.Api.Tests.Cli;

public sealed class CountCommandTests : IDisposable
{
    private const string Header = "action;indicateur;personne;menage;date;modalite;suite\n";

    private const string Records = Header
        + "1.1;ENF-1;p1;m1;2024-02-01;reperage;1\n"
        + "1.1;ENF-1;p2;m1;2024-03-01;accompagnement;\n"
        + "1.1;ENF-1;p3;;2024-03-01;accompagnement;\n"
        + "1.1;ENF-1;p4;m4;2023-12-31;reperage;1\n"
        + "3.1;DRO-6;p1;;2024-05-05;;\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reporting-compter-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_figures_are_shown_and_the_return_and_the_receipt_are_written()
    {
        var run = await CountAsync(File("p.csv", Records), "--sortie", At("remontee.json"), "--recu", At("recu.json"));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal($"""
            ┌────────────┬───────┬────────┬─────────────────┬────────────────┐
            │ Indicateur │ Cible │ Valeur │ Enregistrements │ Écartés        │
            ├────────────┼───────┼────────┼─────────────────┼────────────────┤
            │ ENF-1      │       │      2 │               4 │ 1 hors période │
            │ DRO-6      │       │      1 │               1 │                │
            └────────────┴───────┴────────┴─────────────────┴────────────────┘
            Enregistrements lus : 5, rejetés : 0 (0,0 %). Règles {Reporting.Domain.Counting.RuleRegister.Version}.
            Sans cible, requise au dépôt (--cibles) : ENF-1, DRO-6.
            Remontée écrite dans {At("remontee.json")} : vérifiez-la par « reporting simuler », déposez-la par « reporting deposer ».

            """, run.Out);
        Assert.Equal(
            """
            {"indicateurs":[{"code":"ENF-1","contributions":[{"action":"1.1","indicateurLocal":"ENF-1","effectif":2,"horsPeriode":1,"modalite":"reperage","sansSuite":0},{"action":"1.1","indicateurLocal":"ENF-1","effectif":2,"doublons":1,"modalite":"accompagnement"}]},{"code":"DRO-6","contributions":[{"action":"3.1","indicateurLocal":"DRO-6","effectif":1}]}]}
            """,
            Compact(At("remontee.json")));
        Assert.Equal([At("p.csv"), At("recu.json"), At("remontee.json")], Directory.GetFiles(_folder.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_receipt_tells_the_input_the_rules_and_what_became_of_every_unit()
    {
        await CountAsync(File("p.csv", Records), "--recu", At("recu.json"));

        var receipt = Read("recu.json");
        Assert.Equal((2024, 5, 0), (Number(receipt, "annee"), Number(receipt, "lus"), Number(receipt, "rejetes")));
        Assert.Equal(Reporting.Domain.Counting.RuleRegister.Version, receipt.GetProperty("versionRegles").GetString());
        var source = receipt.GetProperty("sources")[0];
        Assert.Equal(At("p.csv"), source.GetProperty("nom").GetString());
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Records))), source.GetProperty("sha256").GetString());
        var families = receipt.GetProperty("indicateurs")[0];
        Assert.Equal(("ENF-1", 2, 4), (families.GetProperty("code").GetString(), Number(families, "valeur"), Number(families, "enregistrements")));
        Assert.Equal(
            ["periode 1 G-PERIODE", "retenu 2 "],
            families.GetProperty("issues").EnumerateArray().Select(issue =>
                $"{issue.GetProperty("issue")} {issue.GetProperty("unites")} {(issue.TryGetProperty("regle", out var rule) ? rule : "")}"));
    }

    [Theory]
    [InlineData("""{ "trajectoires": [ { "indicateur": "ENF-1", "t0": 1, "cibles": { "2024": 350, "2025": 380 } }, { "indicateur": "TES-1", "cibles": { "2024": 5 } } ] }""")]
    [InlineData("""{ "indicateurs": [ { "code": "ENF-1", "cible": 350, "valeur": 1 }, { "code": "TES-1", "cible": 5 }, { "code": "DRO-1" } ] }""")]
    public async Task Targets_come_from_a_contract_or_from_a_return(string targets)
    {
        var run = await CountAsync(File("p.csv", Records), "--sortie", At("remontee.json"), "--cibles", File("cibles.json", targets));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("│ ENF-1      │   350 │      2 │", run.Out);
        Assert.Contains("Sans cible, requise au dépôt (--cibles) : DRO-6.\n", run.Out);
        Assert.Contains("Avec une cible mais sans enregistrement, à compléter s'ils sont au contrat : TES-1.\n", run.Out);
        Assert.StartsWith("""{"indicateurs":[{"code":"ENF-1","cible":350,"contributions":""", Compact(At("remontee.json")));
    }

    [Theory]
    [InlineData("""{ "indicateurs": [] }""", "aucune cible pour 2024.")]
    [InlineData("""{ "trajectoires": [ { "indicateur": "ENF-1", "cibles": { "2025": 380 } } ] }""", "aucune cible pour 2024.")]
    [InlineData("[]", "ni un contrat (« trajectoires ») ni une remontée (« indicateurs »).")]
    [InlineData("{", ":1:2  pas du JSON")]
    public async Task A_file_without_targets_is_told(string targets, string told)
    {
        var run = await CountAsync(File("p.csv", Records), "--cibles", File("cibles.json", targets));

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains(told, run.Error);
    }

    [Fact]
    public async Task Several_files_the_standard_input_and_gzip_count_as_one()
    {
        var zipped = System.IO.Path.Combine(_folder.FullName, "a");
        System.IO.File.WriteAllBytes(zipped, Zip(Records));
        const string json = """{"action":"1.2","indicateur":"ENF-1","personne":"p9","menage":"m1","date":"2024-01-01"}""";

        var run = await CommandRun.OfAsync(["compter", zipped, "-", "--annee", "2024", "--recu", At("recu.json")], [], Zip(json));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("│ ENF-1      │       │      2 │               5 │", run.Out);
        Assert.Equal(
            [$"{zipped} csv 5", "<stdin> ndjson 1"],
            Read("recu.json").GetProperty("sources").EnumerateArray().Select(source =>
                $"{source.GetProperty("nom")} {source.GetProperty("format")} {source.GetProperty("lus")}"));
    }

    [Fact]
    public async Task A_compressed_file_cut_anywhere_is_refused_and_nothing_is_written()
    {
        var whole = Zip(Records);
        for (var length = 3; length < whole.Length; length++)
        {
            System.IO.File.WriteAllBytes(At("p.gz"), whole[..length]);
            var run = await CountAsync(At("p.gz"), "--sortie", At("remontee.json"), "--tolerance", "100");

            Assert.Equal((2, "", $"reporting : {At("p.gz")}  La source ne peut pas être lue jusqu'au bout : elle est tronquée ou abîmée.\n"), (run.ExitCode, run.Out, run.Error));
        }

        Assert.Equal([At("p.gz")], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public async Task Too_many_rejected_records_are_refused_listed_and_counted_when_tolerated()
    {
        var file = File("p.csv", Records + "1.1;ENF-1;p5;m5;2024-02-30;;\n;ENF-1;p5;m5;2024-02-03;;\n");

        var refused = await CountAsync(file, "--sortie", At("remontee.json"), "--rejets", At("rejets.csv"));

        Assert.Equal(1, refused.ExitCode);
        Assert.Equal($"""
            {file}:7  rejeté  date  Valeur que la colonne n'admet pas.
            {file}:8  rejeté  action  Valeur requise absente.

            """, refused.Out);
        Assert.Equal($"""
            reporting : 2 enregistrements sur 7 sont rejetés, au-delà de la tolérance de 1 %.
              Ils sont tous dans {At("rejets.csv")} : corrigez-les, puis recomptez ;
              ou acceptez de compter sans eux par --tolerance (1 % ici).

            """, refused.Error);
        Assert.False(System.IO.File.Exists(At("remontee.json")));
        Assert.Equal(
            $"fichier;ligne;colonne;motif;message\r\n\"{file}\";7;date;illisible;\"Valeur que la colonne n'admet pas.\"\r\n\"{file}\";8;action;manquant;\"Valeur requise absente.\"\r\n",
            System.IO.File.ReadAllText(At("rejets.csv")));

        var tolerated = await CountAsync(file, "--sortie", At("remontee.json"), "--tolerance", "28,6");

        Assert.Equal((0, ""), (tolerated.ExitCode, tolerated.Error));
        Assert.Contains("Enregistrements lus : 7, rejetés : 2 (28,6 %).", tolerated.Out);
    }

    [Fact]
    public async Task What_is_there_is_overwritten_only_when_asked()
    {
        var (records, output) = (File("p.csv", Records), File("remontee.json", "mine"));

        var refused = await CountAsync(records, "--sortie", output);
        Assert.Equal((2, "", $"reporting : {output} existe déjà : donnez un autre nom, ou --ecraser pour le remplacer.\n"), (refused.ExitCode, refused.Out, refused.Error));
        Assert.Equal("mine", System.IO.File.ReadAllText(output));

        var replaced = await CountAsync(records, "--sortie", output, "--ecraser");
        Assert.Equal(0, replaced.ExitCode);
        Assert.StartsWith("{\n  \"indicateurs\": [", System.IO.File.ReadAllText(output));
    }

    [Fact]
    public async Task A_count_that_is_interrupted_leaves_nothing_behind()
    {
        using var interrupted = new CancellationTokenSource();
        await interrupted.CancelAsync();

        var run = await CommandRun.OfAsync(["compter", File("p.csv", Records), "--annee", "2024", "--sortie", At("remontee.json")], [], [], interrupted.Token);

        Assert.Equal((130, "reporting : interrompu.\n"), (run.ExitCode, run.Error));
        Assert.Equal([At("p.csv")], Directory.GetFiles(_folder.FullName));
    }

    [Theory]
    [InlineData("")]
    [InlineData(Header)]
    [InlineData("nom;prenom\nDurand;Zoé\n")]
    public async Task A_file_that_holds_no_record_is_told(string text)
    {
        var run = await CountAsync(File("p.csv", text));

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("reporting : ", run.Error);
        Assert.DoesNotContain("Durand", run.Out + run.Error);
    }

    [Theory]
    [InlineData("reporting : il manque --annee <année>.", "p.csv")]
    [InlineData("reporting : --annee va de 2024 à 2027.", "p.csv", "--annee", "2023")]
    [InlineData("reporting : --annee attend une année, comme 2024 ; reçu « x ».", "p.csv", "--annee", "x")]
    [InlineData("reporting : --tolerance attend un pourcentage de 0 à 100 ; reçu « 101 ».", "p.csv", "--annee", "2024", "--tolerance", "101")]
    [InlineData("reporting : --fils attend un nombre de 1 à 64 ; reçu « 0 ».", "p.csv", "--annee", "2024", "--fils", "0")]
    [InlineData("reporting : l'entrée standard (« - ») ne se lit qu'une fois.", "-", "-", "--annee", "2024")]
    [InlineData("reporting : absent.csv : ce fichier n'existe pas. Vérifiez le chemin.", "absent.csv", "--annee", "2024")]
    public async Task A_mistake_in_the_command_is_told(string told, params string[] args)
    {
        var run = await CommandRun.OfAsync(["compter", .. args]);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith(told + "\n", run.Error);
    }

    [Fact]
    public async Task The_return_that_it_writes_is_the_one_that_deposer_sends()
    {
        await CountAsync(File("p.csv", Records), "--sortie", At("remontee.json"));
        await using var service = await ServiceStub.StartAsync();
        service.On($"POST {Contract.Path}/simulation", 200, Acceptable).On($"GET {Contract.Path}", 404, NoReturn)
            .On($"PUT {Contract.Path}", 201, Draft, ("ETag", "\"v3\"")).On($"POST {Contract.Path}/depot", 200, Deposited);

        var run = await CommandRun.OfAsync(
            "deposer", At("remontee.json"), "--annee", "2024", "--territoire", "243300316", "--url", service.Url);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(System.IO.File.ReadAllBytes(At("remontee.json")), service.Requests[2].Body);
    }

    private static Task<CommandRun> CountAsync(string file, params string[] more) =>
        CommandRun.OfAsync(["compter", file, "--annee", "2024", .. more]);

    private static byte[] Zip(string text)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return zipped.ToArray();
    }

    private string At(string name) => System.IO.Path.Combine(_folder.FullName, name);

    private string File(string name, string text)
    {
        System.IO.File.WriteAllText(At(name), text);
        return At(name);
    }

    private JsonElement Read(string name) => JsonDocument.Parse(System.IO.File.ReadAllBytes(At(name))).RootElement;

    private static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();

    private static string Compact(string path) =>
        JsonSerializer.Serialize(JsonDocument.Parse(System.IO.File.ReadAllBytes(path)).RootElement);
}
