using Reporting.Api.Tests.Hosting;
using Reporting.TestSupport.Engines;

namespace Reporting.Api.Tests.Operations;

public sealed class TransferCommandTests : IDisposable
{
    private static readonly string[] Paths =
    [
        "/v1/tableaux-de-bord/national/2025", "/v1/tableaux-de-bord/national/2024", "/odata/v1/Resultats", "/odata/v1/Territoires",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_service_on_the_copy_answers_byte_for_byte_what_the_first_did()
    {
        string[] before;
        await using (var service = new RunningService(sampleData: true, settings: _folder.Settings("a.db")))
        {
            before = await AnswersAsync(service);
        }

        var run = await VerbRun.OfAsync("transferer", "--depuis", _folder.PathOf("a.db"), _folder.Store("b.db"));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"a\.db -> SQLite, .*b\.db : [0-9 ]+ lignes dans \d+ tables, copiées puis relues des deux côtés, identiques\.\n", run.Out);
        Assert.Matches(@"\n  Territory +23  sha256 [0-9a-f]{64}\n", run.Out);
        await using var copy = new RunningService(settings: _folder.Settings("b.db"));
        Assert.Equal(before, await AnswersAsync(copy));
    }

    [Fact]
    public async Task A_store_that_went_through_SqlClient_and_back_has_the_digests_that_it_had()
    {
        await VerbRun.OfAsync("migrer", _folder.Store("a.db"));
        await using var server = await TestDatabase.CreateAsync(TestEngine.TdsStandIn);

        var gone = await VerbRun.OfAsync(["transferer", "--depuis", _folder.PathOf("a.db"), .. TemporaryFolder.SettingsOf(server)]);
        var returned = await VerbRun.OfAsync(["transferer", "--vers", _folder.PathOf("b.db"), .. TemporaryFolder.SettingsOf(server)]);

        Assert.Equal((0, 0), (gone.ExitCode, returned.ExitCode));
        Assert.Matches(@"a\.db -> SQL Server, ", gone.Out);
        Assert.Equal(Digests(gone), Digests(returned));
        Assert.Contains(Digests(gone), line => line.Contains("TerritoryVersion", StringComparison.Ordinal));

        // The journal alone goes on: it tells of the first transfer.
        static IEnumerable<string> Digests(VerbRun run) => run.Out.Split('\n')[1..].Where(line => !line.Contains("JournalEntry", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_target_that_is_not_empty_is_refused()
    {
        await VerbRun.OfAsync("migrer", _folder.Store("a.db"));
        await VerbRun.OfAsync("migrer", _folder.Store("b.db"));

        var run = await VerbRun.OfAsync("transferer", "--vers", _folder.PathOf("b.db"), _folder.Store("a.db"));

        Assert.Equal((4, ""), (run.ExitCode, run.Out));
        Assert.Contains("b.db n'est pas vide : la table Axis y a des lignes. Rien n'a été copié.\n", run.Error);
    }

    [Fact]
    public async Task A_store_is_not_copied_onto_itself()
    {
        await VerbRun.OfAsync("migrer", _folder.Store("a.db"));

        var run = await VerbRun.OfAsync("transferer", "--depuis", _folder.PathOf("a.db"), _folder.Store("a.db"));

        Assert.Equal((4, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("Reporting.Api : la source et la cible sont le même magasin, SQLite, ", run.Error);
    }

    [Fact]
    public async Task An_end_at_least_is_a_file()
    {
        var run = await VerbRun.OfAsync("transferer", _folder.Store("a.db"));

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("Reporting.Api : il manque --depuis <fichier> ou --vers <fichier>", run.Error);
    }

    [Fact]
    public async Task A_source_that_is_not_there_is_not_made()
    {
        var run = await VerbRun.OfAsync("transferer", "--depuis", _folder.PathOf("absent.db"), _folder.Store("b.db"));

        Assert.Equal(new VerbRun(2, "", $"Reporting.Api : {_folder.PathOf("absent.db")} : ce fichier n'existe pas. Vérifiez le chemin donné à --depuis.\n"), run);
        Assert.False(File.Exists(_folder.PathOf("absent.db")));
    }

    private static async Task<string[]> AnswersAsync(RunningService service)
    {
        using var client = await service.ClientAsync("lecteur");
        // The feed names its own address.
        var address = client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        return await Task.WhenAll(Paths.Select(async path =>
            (await client.GetStringAsync(new Uri(path, UriKind.Relative))).Replace(address, "http://hote", StringComparison.Ordinal)));
    }
}
